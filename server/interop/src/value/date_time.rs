//! A cell as a date and time by the wall clock.

use chrono::{NaiveDateTime, NaiveTime};

use super::{Expected, TwoDigitYear, day, serial};
use crate::Cell;

/// Reads a moment: as the spreadsheet's own, as its bare serial number with a fraction, or as
/// text such as `03/04/2026 14:30`, `3-Apr-26 2:30pm`, `2026-04-03T14:30:00`.
///
/// A day without a time is its midnight, as it is to the spreadsheet. The time is that of the
/// ward's clock; a text with a zone (`…Z`, `…+01:00`) is refused, since only `service` may
/// turn one into the other.
///
/// # Errors
///
/// [`Expected::DateTime`] for anything else, an empty cell included.
pub fn read_date_time(cell: &Cell) -> Result<NaiveDateTime, Expected> {
    let years = TwoDigitYear::ThisCentury;
    let at = match cell {
        Cell::Date(date) => Some(date.and_time(NaiveTime::MIN)),
        Cell::DateTime(at) => Some(*at),
        Cell::Number(number) => serial::date_time(*number, years),
        Cell::Text(text) => of_text(text, years),
        Cell::Empty | Cell::Error(_) => None,
    };
    at.ok_or(Expected::DateTime)
}

pub(super) fn of_text(text: &str, years: TwoDigitYear) -> Option<NaiveDateTime> {
    if let Some(at) = of_serial(text, years) {
        return Some(at);
    }
    let Some(colon) = text.find(':') else {
        return Some(day::read(text, years)?.and_time(NaiveTime::MIN));
    };
    let before = text[..colon].trim_end_matches(|digit: char| digit.is_ascii_digit());
    let date = before.strip_suffix('T').or(before.strip_suffix([' ', ','])).map(str::trim_end)?;
    let date = date.strip_suffix("at").unwrap_or(date);
    Some(day::read(date, years)?.and_time(time(&text[before.len()..])?))
}

/// A serial that an export wrote as text. A float may be spelt in more ways than that ("4e4").
fn of_serial(text: &str, years: TwoDigitYear) -> Option<NaiveDateTime> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = text.parse().ok().filter(|_| is_plain)?;
    serial::date_time(number, years)
}

/// `14:30`, `14:30:15`, `14:30:15.123`, `2:30 pm`, `14:30 hrs`.
fn time(text: &str) -> Option<NaiveTime> {
    let end = text.find(|letter: char| !matches!(letter, '0'..='9' | ':' | '.')).unwrap_or(text.len());
    let (clock, ending) = text.split_at(end);
    let mut fields = clock.splitn(3, ':');
    let hour = field(fields.next()?)?;
    let minute = field(fields.next()?)?;
    let second = fields.next().map_or(Some(0), |second| field(second.split('.').next()?))?;
    NaiveTime::from_hms_opt(hour_of_day(hour, ending)?, minute, second)
}

fn field(digits: &str) -> Option<u32> {
    matches!(digits.len(), 1..=2).then(|| digits.parse().ok())?
}

fn hour_of_day(hour: u32, ending: &str) -> Option<u32> {
    match ending.trim().to_ascii_lowercase().as_str() {
        "" | "h" | "hrs" | "hours" => Some(hour),
        "am" | "a.m." if (1..=12).contains(&hour) => Some(hour % 12),
        "pm" | "p.m." if (1..=12).contains(&hour) => Some(hour % 12 + 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("03/04/2026 14:30")]
    #[case("3/4/26 14:30:00")]
    #[case("3-Apr-26, 2:30pm")]
    #[case("3 April 2026 at 2:30 PM")]
    #[case("Fri 3 Apr 2026 14:30 hrs")]
    #[case("2026-04-03T14:30")]
    #[case("2026-04-03 14:30:00.000")]
    #[case("20260403 14:30")]
    #[case("46115.6041666667")]
    fn half_past_two_in_every_hand(#[case] text: &str) {
        let at = NaiveDate::from_ymd_opt(2026, 4, 3).and_then(|date| date.and_hms_opt(14, 30, 0));
        assert_eq!(read_date_time(&Cell::text(text)).ok(), at);
    }

    #[rstest]
    #[case("")]
    #[case("14:30")]
    #[case("03/04/2026 25:00")]
    #[case("03/04/2026 14:3O")]
    #[case("03/04/2026 13:00 am")]
    #[case("03/04/2026 :30")]
    #[case("2026-04-03T14:30:00Z")]
    #[case("2026-04-03T14:30:00+01:00")]
    #[case("04/13/2026 14:30")]
    #[case("4e4")]
    #[case("ëT1:ë")]
    fn no_guess_is_made(#[case] text: &str) {
        assert_eq!(read_date_time(&Cell::text(text)), Err(Expected::DateTime));
    }

    #[rstest]
    #[case(Cell::Number(46_115.604_166_666_664), "2026-04-03T14:30:00")]
    #[case(Cell::Number(46_115.0), "2026-04-03T00:00:00")]
    #[case(Cell::Date(NaiveDate::from_ymd_opt(2026, 4, 3).unwrap()), "2026-04-03T00:00:00")]
    #[case(Cell::text("03/04/2026"), "2026-04-03T00:00:00")]
    fn a_day_alone_is_its_midnight(#[case] cell: Cell, #[case] at: NaiveDateTime) {
        assert_eq!(read_date_time(&cell), Ok(at));
    }
}
