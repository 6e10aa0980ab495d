//! Who was in a bed at an instant, and how their stay stood then. Frozen rows of this are what every later report counts.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Exclusion, ExclusionRules, exclusion::Subject, snapshot};
use crate::{
    DayColour, DelayReasonCode, Pathway, Stay, StayId, StayStatus, Ward, WardCode, by_day,
    criteria::{self, CriteriaStatus},
    length_of_stay, london,
};

/// One stay in a bed at a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusRow {
    /// The instant of the snapshot.
    pub at: DateTime<Utc>,
    pub stay: StayId,
    pub ward: WardCode,
    /// The stay's own, or else the ward's usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_authority: Option<String>,
    /// In whole years, on the date of the snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    pub admitted_on: NaiveDate,
    /// Midnights since the admission, that of the snapshot included (`domain.md` 3.5).
    pub length_of_stay: u32,
    pub criteria: CriteriaStatus,
    /// The ward date of the last review of the criteria.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<NaiveDate>,
    /// The discharge ready date: when the current period of not meeting the criteria began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ready_on: Option<NaiveDate>,
    /// At the furthest stage that was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pathway: Option<Pathway>,
    /// The primary reason of delay of [`snapshot::day_counted`]; `None` where none was confirmed for that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<DelayReasonCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_discharge: Option<NaiveDate>,
    /// Red or green on the same day; `None` where nothing was said, which counts as red.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<DayColour>,
    /// Why the stay is left out of long-stay and situation report counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Exclusion>,
}

impl CensusRow {
    /// The row of a stay whose log was replayed up to `at`, lying on `ward`; `None` where the patient is in no bed at `at`.
    ///
    /// Who leaves at the very instant has left; who arrives at it is here.
    pub fn of(stay: &Stay, ward: &Ward, at: DateTime<Utc>, rules: &ExclusionRules) -> Option<Self> {
        if !is_in_bed(stay, at) {
            return None;
        }
        let (today, day) = (london::date(at), snapshot::day_counted(at));
        let known = stay.reviews.partition_point(|review| review.reviewed_at <= at);
        let reviews = &stay.reviews[..known];
        let specialty = stay.specialty.clone().or_else(|| ward.specialty.clone());
        let (age, length_of_stay) = (stay.patient.age(today), length_of_stay::so_far(stay.admitted_at, today));
        let (specialty_word, ward, admitted_as) = (specialty.as_deref(), &stay.place.ward, stay.admitted_as);
        let subject = Subject { age, specialty: specialty_word, ward, admitted_as, length_of_stay, destination: None };
        Some(Self {
            at,
            stay: stay.id,
            ward: stay.place.ward.clone(),
            excluded: rules.exclude(&subject),
            specialty,
            local_authority: stay.local_authority.clone(),
            age,
            admitted_on: london::date(stay.admitted_at),
            length_of_stay,
            criteria: criteria::status(reviews),
            reviewed_on: reviews.last().map(|review| london::date(review.reviewed_at)),
            ready_on: criteria::discharge_ready_date(reviews),
            pathway: stay.pathways.current().map(|(_, pathway)| pathway),
            reason: by_day::on(&stay.delays, day).map(|record| record.reason),
            expected_discharge: stay.expected_discharge,
            colour: by_day::on(&stay.days, day).map(|record| record.colour),
        })
    }

    /// Whether the patient no longer meets the criteria to reside.
    pub fn is_ready(&self) -> bool {
        self.criteria == CriteriaStatus::NotMet
    }

    pub fn is_counted(&self) -> bool {
        self.excluded.is_none()
    }

    /// Midnights since the patient was ready; `None` while they need the bed.
    pub fn days_ready(&self) -> Option<u32> {
        u32::try_from((london::date(self.at) - self.ready_on?).num_days()).ok()
    }

    /// Whether the row is one occupied bed day: the snapshot was a midnight.
    pub fn is_bed_day(&self) -> bool {
        snapshot::is_midnight(self.at)
    }
}

fn is_in_bed(stay: &Stay, at: DateTime<Utc>) -> bool {
    let is_here = match stay.status {
        StayStatus::BeforeAdmission | StayStatus::Voided { .. } => false,
        StayStatus::InHospital => true,
        StayStatus::Discharged { at: left_at, .. } => left_at > at,
    };
    is_here && stay.admitted_at <= at
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        RedCause,
        report::story::{at, day, discharged, ready, reason, stay, ward},
        stay::Destination,
    };

    fn row(stay: &Stay, instant: &str) -> Option<CensusRow> {
        CensusRow::of(stay, &ward(), at(instant), &ExclusionRules::situation_report())
    }

    #[rstest]
    #[case::before("2026-03-05T08:59:59Z", false)]
    #[case::as_they_arrive("2026-03-05T09:00:00Z", true)]
    #[case::before_they_leave("2026-03-07T10:59:59Z", true)]
    #[case::as_they_leave("2026-03-07T11:00:00Z", false)]
    fn a_patient_is_counted_from_arriving_to_leaving(#[case] instant: &str, #[case] expected: bool) {
        let stay = discharged(stay("2026-03-05T09:00:00Z"), "2026-03-07T11:00:00Z", Destination::HomeWithoutSupport);
        assert_eq!(row(&stay, instant).is_some(), expected);
    }

    #[test]
    fn a_mistake_is_never_counted() {
        let mut stay = stay("2026-03-05T09:00:00Z");
        stay.status = StayStatus::Voided { reason: "Wrong patient".to_owned(), at: at("2026-03-05T10:00:00Z") };
        assert_eq!(row(&stay, "2026-03-06T00:00:00Z"), None);
    }

    #[rstest]
    #[case::the_first_midnight("2026-03-05T23:59:00Z", "2026-03-06T00:00:00Z", 1)]
    #[case::the_morning_of_the_day("2026-03-05T07:00:00Z", "2026-03-05T08:00:00Z", 0)]
    #[case::at_23_30_utc_in_summer_it_is_tomorrow("2026-07-01T23:30:00Z", "2026-07-02T23:00:00Z", 1)]
    #[case::over_spring_forward("2026-03-28T12:00:00Z", "2026-03-29T23:00:00Z", 2)]
    #[case::over_autumn("2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z", 2)]
    #[case::three_weeks("2026-02-12T09:00:00Z", "2026-03-05T00:00:00Z", 21)]
    fn nights_are_counted(#[case] admitted: &str, #[case] instant: &str, #[case] nights: u32) {
        assert_eq!(row(&stay(admitted), instant).map(|row| row.length_of_stay), Some(nights));
    }

    #[test]
    fn a_midnight_has_the_reason_and_colour_of_the_day_that_ends() {
        let mut stay = ready(stay("2026-03-01T09:00:00Z"), &["n2026-03-04T10:00:00Z"]);
        stay = reason(reason(stay, "2026-03-05", "H5"), "2026-03-06", "I2");
        stay.days.push(crate::red_green::DayRecord {
            day: day("2026-03-05"),
            colour: DayColour::Red(RedCause::TherapyNotDone),
            words: None,
            by: String::new(),
            at: at("2026-03-05T10:00:00Z"),
        });
        let found = |instant| row(&stay, instant).map(|row| (row.reason.map(|code| code.to_string()), row.colour));
        let red = Some(DayColour::Red(RedCause::TherapyNotDone));
        assert_eq!(found("2026-03-06T00:00:00Z"), Some((Some("H5".to_owned()), red)));
        assert_eq!(found("2026-03-06T08:00:00Z"), Some((Some("I2".to_owned()), None)));
        assert_eq!(found("2026-03-05T00:00:00Z"), Some((None, None)));
    }

    #[rstest]
    #[case::never_reviewed(&[], CriteriaStatus::NotReviewed, None, None)]
    #[case::ready_before_midnight(&["n2026-03-05T23:30:00Z"], CriteriaStatus::NotMet, Some("2026-03-05"), Some(1))]
    #[case::ill_again(&["n2026-03-03T10:00:00Z", "m2026-03-05T10:00:00Z"], CriteriaStatus::Met, None, None)]
    #[case::the_current_period(
        &["n2026-03-02T10:00:00Z", "m2026-03-03T10:00:00Z", "n2026-03-04T10:00:00Z"],
        CriteriaStatus::NotMet, Some("2026-03-04"), Some(2)
    )]
    #[case::not_what_is_said_later(&["m2026-03-02T10:00:00Z", "n2026-03-06T00:05:00Z"], CriteriaStatus::Met, None, None)]
    fn ready_as_it_stood(
        #[case] reviews: &[&str],
        #[case] criteria: CriteriaStatus,
        #[case] ready_on: Option<&str>,
        #[case] days: Option<u32>,
    ) {
        let row = row(&ready(stay("2026-03-01T09:00:00Z"), reviews), "2026-03-06T00:00:00Z").expect("a row");
        assert_eq!((row.criteria, row.ready_on, row.days_ready()), (criteria, ready_on.map(day), days));
        assert_eq!(row.is_ready(), ready_on.is_some());
    }

    #[test]
    fn a_row_says_why_it_is_left_out_and_reads_back() {
        let mut stay = stay("2026-03-01T09:00:00Z");
        stay.patient.born = Some(day("2012-06-01"));
        let row = row(&stay, "2026-03-06T00:00:00Z").expect("a row");
        assert!(!row.is_counted() && row.is_bed_day());
        let written = serde_json::to_string(&row).expect("writes");
        assert_eq!(serde_json::from_str::<CensusRow>(&written).expect("reads"), row);
    }

    #[test]
    fn the_wards_specialty_stands_in_for_one_that_was_not_recorded() {
        let mut stay = stay("2026-03-01T09:00:00Z");
        let specialty = |stay: &Stay| row(stay, "2026-03-06T00:00:00Z").and_then(|row| row.specialty);
        assert_eq!(specialty(&stay).as_deref(), Some("Care of the elderly"));
        stay.specialty = Some("Stroke medicine".to_owned());
        assert_eq!(specialty(&stay).as_deref(), Some("Stroke medicine"));
    }
}
