//! A cell as a date.

use chrono::NaiveDate;

use super::{Expected, TwoDigitYear, date_time, day, serial};
use crate::Cell;

/// Reads a day: as the spreadsheet's own date, as its bare serial number, or as text, day
/// first. A time of day beside it is left out. `years` settles the century of `03/04/26`.
///
/// # Errors
///
/// [`Expected::Date`] for anything else, an empty cell included.
pub fn read_date(cell: &Cell, years: TwoDigitYear) -> Result<NaiveDate, Expected> {
    let date = match cell {
        Cell::Date(date) => Some(*date),
        Cell::DateTime(at) => Some(at.date()),
        Cell::Number(number) => of_number(*number, years),
        Cell::Text(text) => of_text(text, years),
        Cell::Empty | Cell::Error(_) => None,
    };
    date.ok_or(Expected::Date)
}

/// A serial, or the 20260403 of another system's export.
fn of_number(number: f64, years: TwoDigitYear) -> Option<NaiveDate> {
    serial::date_time(number, years).map(|at| at.date()).or_else(|| day::read(&Cell::Number(number).as_text(), years))
}

fn of_text(text: &str, years: TwoDigitYear) -> Option<NaiveDate> {
    day::read(text, years).or_else(|| date_time::of_text(text, years).map(|at| at.date()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, 10).unwrap()
    }

    #[rstest]
    #[case("03/04/26")]
    #[case("3/4/2026")]
    #[case("3.4.2026")]
    #[case("3-4-26")]
    #[case("3 4 2026")]
    #[case("3-Apr-26")]
    #[case("03-APR-2026")]
    #[case("3Apr2026")]
    #[case("03 April 2026")]
    #[case("Fri 3rd April 2026")]
    #[case("Friday, 3rd of April 2026")]
    #[case("April 3, 2026")]
    #[case("2026-04-03")]
    #[case("2026/04/03")]
    #[case("20260403")]
    #[case("46115")]
    #[case("03/04/2026 14:30")]
    #[case("2026-04-03T00:00:00")]
    fn the_third_of_april_in_every_hand(#[case] text: &str) {
        let date = NaiveDate::from_ymd_opt(2026, 4, 3).ok_or(Expected::Date);
        assert_eq!(read_date(&Cell::text(text), TwoDigitYear::ThisCentury), date);
        let birth = TwoDigitYear::NotAfter { today: today() };
        assert_eq!(read_date(&Cell::text(text), birth), date);
    }

    #[rstest]
    #[case("")]
    #[case("04/13/2026")]
    #[case("30/02/2026")]
    #[case("3 April")]
    #[case("03/04/20026")]
    #[case("03/04/0026")]
    #[case("03/04/226")]
    #[case("Spring 2026")]
    #[case("3/4/26/5")]
    #[case("99999999999999999999")]
    #[case("tbc")]
    #[case("3⁄4⁄２０２６")]
    #[case("1934")]
    fn no_guess_is_made(#[case] text: &str) {
        let read = read_date(&Cell::text(text), TwoDigitYear::ThisCentury);
        assert_eq!(read, Err(Expected::Date));
    }

    #[rstest]
    #[case(Cell::Number(46_115.0), "2026-04-03")]
    #[case(Cell::Number(46_115.75), "2026-04-03")]
    #[case(Cell::Number(20_260_403.0), "2026-04-03")]
    #[case(Cell::Date(today()), "2026-04-10")]
    fn cells_that_are_not_text(#[case] cell: Cell, #[case] date: NaiveDate) {
        assert_eq!(read_date(&cell, TwoDigitYear::ThisCentury), Ok(date));
    }

    #[test]
    fn a_birth_in_40_was_in_the_last_century() {
        let born = read_date(&Cell::text("3/4/40"), TwoDigitYear::NotAfter { today: today() });
        assert_eq!(born, NaiveDate::from_ymd_opt(1940, 4, 3).ok_or(Expected::Date));
    }
}
