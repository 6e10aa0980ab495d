//! Who came back: the measure that balances quicker discharges (`domain.md` 6.2.11).

use chrono::{Days, NaiveDate};

use super::DischargeRow;
use crate::stay::Destination;

/// For [`Figure::Readmissions`](super::Figure::Readmissions): whether the patient was back within so many days of a discharge.
///
/// `None` of a discharge that does not count: of one who cannot come back, or whose days are not over on `known_until`, the
/// last day of which all admissions are known.
pub fn is_readmitted(row: &DischargeRow, within: u32, known_until: NaiveDate) -> Option<bool> {
    let is_over = row.discharged_on() + Days::new(within.into()) <= known_until;
    let is_back = row.back_after.is_some_and(|after| after <= within);
    (row.is_counted() && can_come_back(row.destination) && is_over).then_some(is_back)
}

fn can_come_back(to: Destination) -> bool {
    !matches!(to, Destination::Died | Destination::AnotherHospital)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::{
        Departure, DischargeRules,
        story::{at, day, departure},
    };

    /// Who left on 5 March at 14:00, and was admitted again at an instant.
    fn left(to: Destination, next: Option<&str>) -> DischargeRow {
        let left = departure("2026-03-05T14:00:00Z", to, "2026-03-01T09:00:00Z");
        let left = Departure { next_admission: next.map(at), ..left };
        DischargeRow::of_departure(left, None, &DischargeRules::default()).expect("a row")
    }

    #[rstest]
    #[case::the_same_day("2026-03-05T20:00:00Z", 7, true)]
    #[case::the_seventh_day("2026-03-12T23:59:00Z", 7, true)]
    #[case::the_eighth_day("2026-03-13T00:00:00Z", 7, false)]
    #[case::the_thirtieth_day_over_spring_forward("2026-04-04T22:59:00Z", 30, true)]
    #[case::the_day_after_it("2026-04-04T23:00:00Z", 30, false)]
    fn who_comes_back(#[case] back: &str, #[case] within: u32, #[case] expected: bool) {
        let is_back = |next| is_readmitted(&left(Destination::HomeWithSupport, next), within, day("2026-12-31"));
        assert_eq!((is_back(Some(back)), is_back(None)), (Some(expected), Some(false)));
    }

    #[rstest]
    #[case::its_days_are_over("2026-03-12", true)]
    #[case::who_knows_yet("2026-03-11", false)]
    fn a_discharge_counts_when_its_days_are_over(#[case] known_until: &str, #[case] counts: bool) {
        let found = is_readmitted(&left(Destination::HomeWithSupport, None), 7, day(known_until));
        assert_eq!(found.is_some(), counts);
    }

    #[rstest]
    #[case::home(Destination::HomeWithSupport, true)]
    #[case::died(Destination::Died, false)]
    #[case::another_hospital(Destination::AnotherHospital, false)]
    fn only_who_can_come_back_is_waited_for(#[case] to: Destination, #[case] counts: bool) {
        assert_eq!(is_readmitted(&left(to, None), 7, day("2026-12-31")).is_some(), counts);
    }
}
