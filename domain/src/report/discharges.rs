//! Who left: when, where to, and how that compares with the plan.

pub mod destination;
pub mod plan;
pub mod sums;
pub mod timeliness;

use chrono::{DateTime, NaiveDate, Utc, serde::ts_microseconds};
use serde::Serialize;
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::{
    Exclusion, ExclusionRules,
    bed_days::{self, ReadyAfterDischarge},
    day_number,
    exclusion::Subject,
};
use crate::{
    AdmittedAs, Pathway, Stay, StayId, StayStatus, Ward, WardCode, demographics, length_of_stay, london, stay::Destination,
};

/// One stay that ended. Written down as a list without the names of its fields: a day of a large trust has hundreds, and they
/// are kept together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct DischargeRow {
    pub stay: StayId,
    /// The ward that the patient left from.
    pub ward: WardCode,
    /// The stay's own, or else the ward's usual one.
    pub specialty: Option<String>,
    pub local_authority: Option<String>,
    /// In whole years, on the date of the discharge.
    pub age: Option<u32>,
    #[serde(with = "ts_microseconds")]
    pub admitted_at: DateTime<Utc>,
    #[serde(with = "ts_microseconds")]
    pub discharged_at: DateTime<Utc>,
    /// In midnights.
    pub length_of_stay: u32,
    pub destination: Destination,
    /// How many midnights later the patient was admitted here again, if they were by now.
    pub back_after: Option<u32>,
    /// The discharge ready date: when the final period of not meeting the criteria began.
    #[serde(with = "day_number")]
    pub ready_on: Option<NaiveDate>,
    #[serde(with = "day_number")]
    pub expected_discharge: Option<NaiveDate>,
    pub proposed: Option<Pathway>,
    /// As recorded at the discharge, or else that of the national destination.
    pub actual: Option<Pathway>,
    /// Why the stay is left out of the situation report.
    pub excluded_from_situation_report: Option<Exclusion>,
    /// Why the stay is left out of the discharge ready date statistics.
    pub excluded_from_ready_date: Option<Exclusion>,
}

/// The two tables of rules that a finished stay is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DischargeRules {
    pub situation_report: ExclusionRules,
    pub ready_date: ExclusionRules,
}

impl Default for DischargeRules {
    fn default() -> Self {
        Self { situation_report: ExclusionRules::situation_report(), ready_date: ExclusionRules::ready_date_statistics() }
    }
}

/// What a finished stay says of its end, and what came after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    pub stay: StayId,
    pub born: Option<NaiveDate>,
    pub ward: WardCode,
    pub specialty: Option<String>,
    pub local_authority: Option<String>,
    pub admitted_at: DateTime<Utc>,
    pub admitted_as: AdmittedAs,
    pub discharged_at: DateTime<Utc>,
    pub destination: Destination,
    /// When the patient was next admitted here.
    pub next_admission: Option<DateTime<Utc>>,
    /// The discharge ready date.
    pub ready_on: Option<NaiveDate>,
    pub expected_discharge: Option<NaiveDate>,
    pub proposed: Option<Pathway>,
    pub actual: Option<Pathway>,
}

impl Departure {
    /// `None` of a stay that has not ended. Of a later one it knows nothing.
    pub fn of(stay: &Stay) -> Option<Self> {
        let StayStatus::Discharged { at: discharged_at, to: destination } = stay.status else {
            return None;
        };
        Some(Self {
            stay: stay.id,
            born: stay.patient.born,
            ward: stay.place.ward.clone(),
            specialty: stay.specialty.clone(),
            local_authority: stay.local_authority.clone(),
            admitted_at: stay.admitted_at,
            admitted_as: stay.admitted_as,
            discharged_at,
            destination,
            next_admission: None,
            ready_on: stay.discharge_ready_date(),
            expected_discharge: stay.expected_discharge,
            proposed: stay.pathways.proposed,
            actual: stay.pathways.actual,
        })
    }
}

impl DischargeRow {
    /// The row of a stay that ended on `ward`; `None` where it has not ended, or ended before it began.
    pub fn of(stay: &Stay, ward: &Ward, rules: &DischargeRules) -> Option<Self> {
        Self::of_departure(Departure::of(stay)?, ward.specialty.as_deref(), rules)
    }

    /// The same, of the end of a stay on a ward with a usual specialty. `None` where it ended before it began.
    pub fn of_departure(departure: Departure, usual_specialty: Option<&str>, rules: &DischargeRules) -> Option<Self> {
        let Departure { stay, born, ward, specialty, admitted_at, admitted_as, discharged_at, destination, .. } = departure;
        let length_of_stay = length_of_stay::completed(admitted_at, discharged_at)?;
        let specialty = specialty.or_else(|| usual_specialty.map(str::to_owned));
        let age = born.and_then(|born| demographics::age(born, london::date(discharged_at)));
        let (specialty_word, gone_to) = (specialty.as_deref(), Some(destination));
        let subject = Subject { age, specialty: specialty_word, ward: &ward, admitted_as, length_of_stay, destination: gone_to };
        Some(Self {
            stay,
            excluded_from_situation_report: rules.situation_report.exclude(&subject),
            excluded_from_ready_date: rules.ready_date.exclude(&subject),
            ward,
            specialty,
            local_authority: departure.local_authority,
            age,
            admitted_at,
            discharged_at,
            length_of_stay,
            destination,
            back_after: departure.next_admission.and_then(|next| length_of_stay::completed(discharged_at, next)),
            ready_on: departure.ready_on,
            expected_discharge: departure.expected_discharge,
            proposed: departure.proposed,
            actual: departure.actual.or(destination.pathway()),
        })
    }

    /// The ward date.
    pub fn discharged_on(&self) -> NaiveDate {
        london::date(self.discharged_at)
    }

    /// [`Figure::DelayDays`](super::Figure::DelayDays); `None` where no ready date was recorded.
    pub fn delay_days(&self) -> Option<Result<u32, ReadyAfterDischarge>> {
        Some(bed_days::delay_days(self.ready_on?, self.discharged_on()))
    }

    /// Whether [`Figure::Discharges`](super::Figure::Discharges) has it.
    pub fn is_counted(&self) -> bool {
        self.excluded_from_situation_report.is_none()
    }
}

/// [`Figure::Discharges`](super::Figure::Discharges).
pub fn counted<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> impl Iterator<Item = &'a DischargeRow> {
    rows.into_iter().filter(|row| row.is_counted())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::story::{at, day, discharge_row, discharged, ready, stay, ward};

    #[test]
    fn who_is_here_or_left_before_they_came_has_no_row() {
        let here = stay("2026-03-05T09:00:00Z");
        assert_eq!(DischargeRow::of(&here, &ward(), &DischargeRules::default()), None);
        let mistake = discharged(here, "2026-03-04T09:00:00Z", Destination::HomeWithSupport);
        assert_eq!(DischargeRow::of(&mistake, &ward(), &DischargeRules::default()), None);
    }

    #[rstest]
    #[case::on_the_day(&["n2026-03-05T09:00:00Z"], Some(Ok(0)))]
    #[case::two_nights(&["n2026-03-03T23:30:00Z"], Some(Ok(2)))]
    #[case::the_final_period(&["n2026-03-01T09:00:00Z", "m2026-03-02T09:00:00Z", "n2026-03-04T09:00:00Z"], Some(Ok(1)))]
    #[case::never_ready(&["m2026-03-02T09:00:00Z"], None)]
    #[case::a_mistake(&["n2026-03-06T09:00:00Z"], Some(Err(ReadyAfterDischarge { days: 1 })))]
    fn delay(#[case] reviews: &[&str], #[case] expected: Option<Result<u32, ReadyAfterDischarge>>) {
        let stay = ready(stay("2026-02-20T09:00:00Z"), reviews);
        let stay = discharged(stay, "2026-03-05T14:00:00Z", Destination::HomeWithSupport);
        let row = DischargeRow::of(&stay, &ward(), &DischargeRules::default()).expect("a row");
        assert_eq!(row.delay_days(), expected);
    }

    #[test]
    fn the_two_tables_of_rules_stand_apart() {
        let same_day = discharge_row("2026-03-05T14:00:00Z", Destination::HomeWithSupport, "2026-03-05T09:00:00Z");
        assert!(same_day.is_counted());
        assert_eq!(same_day.excluded_from_ready_date, Some(Exclusion::SameDay));
        let died = discharge_row("2026-03-05T14:00:00Z", Destination::Died, "2026-03-01T09:00:00Z");
        assert_eq!(counted(&[died.clone(), same_day.clone()]).collect::<Vec<_>>(), [&same_day]);
        let written = serde_json::to_string(&died).expect("writes");
        assert_eq!(serde_json::from_str::<DischargeRow>(&written).expect("reads"), died);
        assert!(written.starts_with(r#"["00000000-0000-0000-0000-000000000007","cedar","#), "{written}");
    }

    #[test]
    fn the_date_is_the_wards() {
        let row = discharge_row("2026-07-01T23:30:00Z", Destination::HomeWithSupport, "2026-06-30T09:00:00Z");
        assert_eq!(
            (row.discharged_on(), row.length_of_stay, row.discharged_at),
            (day("2026-07-02"), 2, at("2026-07-01T23:30:00Z"))
        );
    }

    #[test]
    fn the_actual_pathway_is_the_recorded_one_or_that_of_the_destination() {
        let mut stay = discharged(stay("2026-03-01T09:00:00Z"), "2026-03-05T14:00:00Z", Destination::ShortTermBed);
        let actual = |stay: &Stay| DischargeRow::of(stay, &ward(), &DischargeRules::default()).and_then(|row| row.actual);
        assert_eq!(actual(&stay), Some(Pathway::P2));
        stay.pathways.actual = Some(Pathway::P1);
        assert_eq!(actual(&stay), Some(Pathway::P1));
    }
}
