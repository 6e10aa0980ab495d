//! Excel's way to keep a moment: days since the end of 1899, the time of day as a fraction.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use super::TwoDigitYear;

/// Bare numbers from 3 October 1954 to 10 January 2119 are taken for dates. Outside of that a
/// number is likelier to be a bed, an age or a hospital number.
const PLAUSIBLE: std::ops::Range<f64> = 20_000.0..80_000.0;

/// A birth may be earlier: from 1910.
const PLAUSIBLE_BIRTH: std::ops::Range<f64> = 3_654.0..80_000.0;

/// A number without a date format as the moment it may stand for, to the second. Workbooks of
/// the old Macintosh count from 1904, which such a number does not show.
pub(super) fn date_time(number: f64, years: TwoDigitYear) -> Option<NaiveDateTime> {
    let plausible = match years {
        TwoDigitYear::ThisCentury => PLAUSIBLE,
        TwoDigitYear::NotAfter { .. } => PLAUSIBLE_BIRTH,
    };
    plausible.contains(&number).then_some(number).and_then(to_date_time)
}

fn to_date_time(days: f64) -> Option<NaiveDateTime> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    zero.checked_add_signed(TimeDelta::try_seconds(whole(days * 86_400.0)?)?)
}

/// A length or time of day as "36:05": hours and minutes, from a fraction of days.
pub(crate) fn to_minute_text(days: f64) -> Option<String> {
    let minutes = whole(days * 1_440.0).filter(|minutes| *minutes >= 0)?;
    Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

/// To the nearest second: a fraction of a day is seldom exact, and 14:30 must not read 14:29.
pub(crate) fn to_whole_second(at: NaiveDateTime) -> Option<NaiveDateTime> {
    at.checked_add_signed(TimeDelta::milliseconds(500))?.with_nanosecond(0)
}

#[expect(clippy::cast_possible_truncation, reason = "bounded on the line before the cast")]
fn whole(number: f64) -> Option<i64> {
    let is_small = number.abs() < 1e15;
    is_small.then(|| number.round() as i64)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const BIRTH: TwoDigitYear = TwoDigitYear::NotAfter { today: NaiveDate::MAX };

    #[rstest]
    #[case(46_115.0, "2026-04-03T00:00:00")]
    #[case(46_115.604_166_666_664, "2026-04-03T14:30:00")]
    #[case(20_000.0, "1954-10-03T00:00:00")]
    fn a_bare_number_may_be_a_date(#[case] number: f64, #[case] at: NaiveDateTime) {
        assert_eq!(date_time(number, TwoDigitYear::ThisCentury), Some(at));
    }

    #[rstest]
    #[case::age(82.0)]
    #[case::year(1934.0)]
    #[case::nhs_number(9_990_000_018.0)]
    #[case::below_zero(-46_115.0)]
    #[case::not_a_number(f64::NAN)]
    #[case::endless(f64::INFINITY)]
    fn other_numbers_are_not_dates(#[case] number: f64) {
        assert_eq!(date_time(number, BIRTH), None);
    }

    #[test]
    fn an_old_patient_is_born_before_the_usual_range() {
        let born: NaiveDateTime = "1929-01-01T00:00:00".parse().unwrap();
        assert_eq!(date_time(10_594.0, BIRTH), Some(born));
        assert_eq!(date_time(10_594.0, TwoDigitYear::ThisCentury), None);
    }
}
