//! Who came back: the measure that balances quicker discharges (`domain.md` 6.2.11).

use std::ops::RangeInclusive;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::Share;
use crate::{PatientId, Stay, StayStatus, length_of_stay, london, stay::Destination};

/// One stay of a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PatientStay {
    pub patient: PatientId,
    pub admitted_at: DateTime<Utc>,
    /// When the patient went home or to another place of care; `None` while they are here, where they died and where they
    /// only changed hospitals.
    pub discharged_at: Option<DateTime<Utc>>,
}

impl PatientStay {
    /// `None` for a stay that was recorded by mistake.
    pub fn of(stay: &Stay) -> Option<Self> {
        let left = match stay.status {
            StayStatus::BeforeAdmission | StayStatus::Voided { .. } => return None,
            StayStatus::InHospital => None,
            StayStatus::Discharged { at, to } => Some((at, to)),
        };
        Some(Self::told(stay.patient.id, stay.admitted_at, left))
    }

    /// Of a patient who was admitted, and left at a time for a destination, or is still here.
    pub fn told(patient: PatientId, admitted_at: DateTime<Utc>, left: Option<(DateTime<Utc>, Destination)>) -> Self {
        let went = left.filter(|(_, to)| !matches!(to, Destination::Died | Destination::AnotherHospital));
        Self { patient, admitted_at, discharged_at: went.map(|(at, _)| at) }
    }
}

/// [`Figure::Readmissions`](super::Figure::Readmissions) within so many days of the discharges on the days of a period.
///
/// `stays` are all stays of the patients who left in the period, in any order. A discharge counts once its days are over on
/// `known_until`, the last day of which all admissions are known.
pub fn readmissions(
    stays: impl IntoIterator<Item = PatientStay>,
    period: &RangeInclusive<NaiveDate>,
    within: u32,
    known_until: NaiveDate,
) -> Share {
    let mut stays: Vec<PatientStay> = stays.into_iter().collect();
    stays.sort_unstable();
    let over = |discharged: NaiveDate| discharged + Days::new(within.into()) <= known_until;
    let mut answers = Share::default();
    for (index, stay) in stays.iter().enumerate() {
        let Some(discharged_at) = stay.discharged_at else { continue };
        let discharged = london::date(discharged_at);
        if period.contains(&discharged) && over(discharged) {
            let later = stays[index + 1..].iter().take_while(|next| next.patient == stay.patient);
            let next = later.map(|next| next.admitted_at).find(|admitted_at| *admitted_at >= discharged_at);
            let came_back = next.is_some_and(|next| is_within(discharged_at, next, within));
            answers = Share { part: answers.part + u32::from(came_back), whole: answers.whole + 1 };
        }
    }
    answers
}

fn is_within(discharged_at: DateTime<Utc>, admitted_at: DateTime<Utc>, days: u32) -> bool {
    length_of_stay::completed(discharged_at, admitted_at).is_some_and(|away| away <= days)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::{collection, option, prelude::*};
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::report::story::{at, day, discharged, stay};

    fn patient(number: u128) -> PatientId {
        PatientId(Uuid::from_u128(number))
    }

    fn patient_stay(patient_number: u128, admitted: &str, discharged: Option<&str>) -> PatientStay {
        PatientStay { patient: patient(patient_number), admitted_at: at(admitted), discharged_at: discharged.map(at) }
    }

    fn march() -> RangeInclusive<NaiveDate> {
        day("2026-03-01")..=day("2026-03-31")
    }

    #[rstest]
    #[case::the_same_day("2026-03-05T20:00:00Z", 7, 1)]
    #[case::the_seventh_day("2026-03-12T23:59:00Z", 7, 1)]
    #[case::the_eighth_day("2026-03-13T00:00:00Z", 7, 0)]
    #[case::the_thirtieth_day_over_spring_forward("2026-04-04T22:59:00Z", 30, 1)]
    #[case::the_day_after_it("2026-04-04T23:00:00Z", 30, 0)]
    fn who_comes_back(#[case] back: &str, #[case] within: u32, #[case] expected: u32) {
        let stays = [patient_stay(1, "2026-03-01T09:00:00Z", Some("2026-03-05T14:00:00Z")), patient_stay(1, back, None)];
        let found = readmissions(stays, &march(), within, day("2026-12-31"));
        assert_eq!(found, Share { part: expected, whole: 1 });
    }

    #[test]
    fn another_patient_does_not_come_back_for_one() {
        let stays = [
            patient_stay(1, "2026-03-01T09:00:00Z", Some("2026-03-05T14:00:00Z")),
            patient_stay(2, "2026-03-06T09:00:00Z", None),
        ];
        assert_eq!(readmissions(stays, &march(), 7, day("2026-12-31")), Share { part: 0, whole: 1 });
    }

    #[rstest]
    #[case::its_days_are_over("2026-03-12", 1)]
    #[case::who_knows_yet("2026-03-11", 0)]
    fn a_discharge_counts_when_its_days_are_over(#[case] known_until: &str, #[case] whole: u32) {
        let stays = [patient_stay(1, "2026-03-01T09:00:00Z", Some("2026-03-05T14:00:00Z"))];
        assert_eq!(readmissions(stays, &march(), 7, day(known_until)).whole, whole);
    }

    #[rstest]
    #[case::home(Destination::HomeWithSupport, true)]
    #[case::died(Destination::Died, false)]
    #[case::another_hospital(Destination::AnotherHospital, false)]
    fn only_who_can_come_back_is_waited_for(#[case] to: Destination, #[case] expected: bool) {
        let stay = discharged(stay("2026-03-01T09:00:00Z"), "2026-03-05T14:00:00Z", to);
        assert_eq!(PatientStay::of(&stay).map(|stay| stay.discharged_at.is_some()), Some(expected));
    }

    #[test]
    fn a_mistake_is_no_stay() {
        let mut stay = stay("2026-03-01T09:00:00Z");
        stay.status = StayStatus::Voided { reason: String::new(), at: at("2026-03-01T10:00:00Z") };
        assert_eq!(PatientStay::of(&stay), None);
    }

    /// Each discharge, and every later stay of the patient, looked at one by one.
    fn slowly(stays: &[PatientStay], within: i64) -> Share {
        let left = stays.iter().enumerate().filter_map(|(index, stay)| Some((index, stay, stay.discharged_at?)));
        left.filter(|(_, _, at)| march().contains(&london::date(*at)))
            .map(|(index, stay, at)| {
                stays.iter().enumerate().any(|(other, next)| {
                    let away = (london::date(next.admitted_at) - london::date(at)).num_days();
                    other != index && next.patient == stay.patient && next.admitted_at >= at && away <= within
                })
            })
            .collect()
    }

    proptest! {
        #[test]
        fn agrees_with_looking_at_every_pair(
            stays in collection::vec((1_u128..4, 0_i64..80, option::weighted(0.8, 0_i64..20)), 0..12), within in 0_u32..31,
        ) {
            let start = at("2026-02-20T10:00:00Z");
            let made: Vec<PatientStay> = stays
                .into_iter()
                .map(|(number, wait, nights)| {
                    let admitted_at = start + TimeDelta::hours(wait * 12);
                    let discharged_at = nights.map(|nights| admitted_at + TimeDelta::hours(1 + nights * 12));
                    PatientStay { patient: patient(number), admitted_at, discharged_at }
                })
                .collect();
            prop_assert_eq!(readmissions(made.clone(), &march(), within, day("2030-01-01")), slowly(&made, within.into()));
        }
    }
}
