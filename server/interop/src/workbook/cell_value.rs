//! A cell of a workbook as a [`Cell`].

use calamine::{DataRef, ExcelDateTime};
use chrono::{NaiveDateTime, NaiveTime};

use super::zero_padding;
use crate::Cell;
use crate::value::{to_minute_text, to_whole_second};

/// `format` is the cell's number format, such as `dd/mm/yyyy` or `0000000`.
pub(super) fn of(value: &DataRef<'_>, format: Option<&str>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(true) => Cell::Text("yes".to_owned()),
        DataRef::Bool(false) => Cell::Text("no".to_owned()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Float(number) => of_number(*number, format),
        #[expect(clippy::cast_precision_loss, reason = "Excel itself keeps 15 digits")]
        DataRef::Int(number) => of_number(*number as f64, format),
        DataRef::DateTime(serial) => of_serial(*serial),
        DataRef::DateTimeIso(text) => of_iso(text),
    }
}

fn of_number(number: f64, format: Option<&str>) -> Cell {
    if !number.is_finite() {
        return Cell::Error("#NUM!".to_owned());
    }
    zero_padding::shown(number, format).map_or(Cell::Number(number), Cell::Text)
}

/// A number with a date format. A time of day without a date, and a length of time, have no
/// variant of their own and read as text ("14:30", "36:05").
fn of_serial(serial: ExcelDateTime) -> Cell {
    let days = serial.as_f64();
    if serial.is_duration() || (0.0..1.0).contains(&days) {
        return to_minute_text(days).map_or(Cell::Number(days), Cell::Text);
    }
    let at = serial.as_datetime().filter(|_| days >= 1.0).and_then(to_whole_second);
    at.map_or_else(|| of_number(days, None), of_date_time)
}

fn of_date_time(at: NaiveDateTime) -> Cell {
    if at.time() == NaiveTime::MIN { Cell::Date(at.date()) } else { Cell::DateTime(at) }
}

fn of_iso(text: &str) -> Cell {
    let at: Option<NaiveDateTime> = text.trim().parse().ok();
    if let Some(at) = at.and_then(to_whole_second) {
        of_date_time(at)
    } else if let Ok(date) = text.trim().parse() {
        Cell::Date(date)
    } else {
        Cell::text(text)
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::date(46_115.0, "03-Apr-2026")]
    #[case::date_and_time(46_115.604_166_666_664, "03-Apr-2026 14:30")]
    #[case::born_before_1954(10_594.0, "01-Jan-1929")]
    #[case::time_of_day(0.604_166_666_666_666_6, "14:30")]
    #[case::before_all_dates(-5.0, "-5")]
    #[case::after_all_dates(1e300, &format!("1{}", "0".repeat(300)))]
    fn a_serial_with_a_date_format(#[case] serial: f64, #[case] text: &str) {
        let value = DataRef::DateTime(ExcelDateTime::new(serial, DateTime, false));
        assert_eq!(of(&value, None).as_text(), text);
    }

    #[rstest]
    #[case(DataRef::DateTime(ExcelDateTime::new(44_653.0, DateTime, true)), "03-Apr-2026")]
    #[case(DataRef::DateTime(ExcelDateTime::new(1.503_472_222, TimeDelta, false)), "36:05")]
    #[case(DataRef::DateTimeIso("2026-04-03T14:30:00".into()), "03-Apr-2026 14:30")]
    #[case(DataRef::DateTimeIso("2026-04-03T00:00:00".into()), "03-Apr-2026")]
    #[case(DataRef::DateTimeIso("2026-04-03".into()), "03-Apr-2026")]
    #[case(DataRef::Bool(true), "yes")]
    #[case(DataRef::Float(f64::NAN), "#NUM!")]
    #[case(DataRef::Error(calamine::CellErrorType::Ref), "#REF!")]
    fn other_cells(#[case] value: DataRef<'static>, #[case] text: &str) {
        assert_eq!(of(&value, None).as_text(), text);
    }
}
