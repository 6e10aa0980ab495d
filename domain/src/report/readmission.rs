//! Who came back: the measure that balances quicker discharges (`domain.md` 6.2.11).

use chrono::{Days, NaiveDate};

use super::{DischargeRow, Share, discharges::counted};
use crate::stay::Destination;

/// [`Figure::Readmissions`](super::Figure::Readmissions) within so many days of these discharges.
///
/// A discharge counts once its days are over on `known_until`, the last day of which all admissions are known.
pub fn readmissions<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>, within: u32, known_until: NaiveDate) -> Share {
    let over = |row: &&DischargeRow| row.discharged_on() + Days::new(within.into()) <= known_until;
    counted(rows).filter(|row| can_come_back(row.destination)).filter(over).map(|row| came_back(row, within)).collect()
}

fn can_come_back(to: Destination) -> bool {
    !matches!(to, Destination::Died | Destination::AnotherHospital)
}

fn came_back(row: &DischargeRow, within: u32) -> bool {
    row.back_after.is_some_and(|after| after <= within)
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
    #[case::the_same_day("2026-03-05T20:00:00Z", 7, 1)]
    #[case::the_seventh_day("2026-03-12T23:59:00Z", 7, 1)]
    #[case::the_eighth_day("2026-03-13T00:00:00Z", 7, 0)]
    #[case::the_thirtieth_day_over_spring_forward("2026-04-04T22:59:00Z", 30, 1)]
    #[case::the_day_after_it("2026-04-04T23:00:00Z", 30, 0)]
    fn who_comes_back(#[case] back: &str, #[case] within: u32, #[case] expected: u32) {
        let rows = [left(Destination::HomeWithSupport, Some(back)), left(Destination::HomeWithSupport, None)];
        assert_eq!(readmissions(&rows, within, day("2026-12-31")), Share { part: expected, whole: 2 });
    }

    #[rstest]
    #[case::its_days_are_over("2026-03-12", 1)]
    #[case::who_knows_yet("2026-03-11", 0)]
    fn a_discharge_counts_when_its_days_are_over(#[case] known_until: &str, #[case] whole: u32) {
        let rows = [left(Destination::HomeWithSupport, None)];
        assert_eq!(readmissions(&rows, 7, day(known_until)).whole, whole);
    }

    #[rstest]
    #[case::home(Destination::HomeWithSupport, 1)]
    #[case::died(Destination::Died, 0)]
    #[case::another_hospital(Destination::AnotherHospital, 0)]
    fn only_who_can_come_back_is_waited_for(#[case] to: Destination, #[case] expected: u32) {
        assert_eq!(readmissions(&[left(to, None)], 7, day("2026-12-31")).whole, expected);
    }
}
