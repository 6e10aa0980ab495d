//! Europe/London, as one plain rule, so that the browser needs no time zone tables.
//!
//! British Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, the
//! rule since 1996. A test compares every hour of three decades with the IANA tables.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// The clock on the ward wall at an instant.
pub fn wall_clock(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.naive_utc() + offset(instant)
}

/// The date on the ward at an instant. Every count of days starts here, never from hours divided by 24.
pub fn date(instant: DateTime<Utc>) -> NaiveDate {
    wall_clock(instant).date()
}

/// The instant at which the ward clock shows `day` `time`.
///
/// The hour that comes twice in October is the first of the two; the hour that never comes in March is moved on by one.
pub fn instant(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time);
    let as_summer = (local - TimeDelta::hours(1)).and_utc();
    if offset(as_summer) == TimeDelta::hours(1) { as_summer } else { local.and_utc() }
}

/// Midnight at which `day` begins.
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    instant(day, NaiveTime::MIN)
}

fn offset(instant: DateTime<Utc>) -> TimeDelta {
    let is_summer = match instant.month() {
        month @ 3 => instant >= last_sunday(instant.year(), month),
        month @ 10 => instant < last_sunday(instant.year(), month),
        month => (4..10).contains(&month),
    };
    TimeDelta::hours(i64::from(is_summer))
}

/// 01:00 UTC on the last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> DateTime<Utc> {
    let end = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or(NaiveDate::MAX);
    let sunday = end - Days::new(u64::from(end.weekday().num_days_from_sunday()));
    (sunday.and_time(NaiveTime::MIN) + TimeDelta::hours(1)).and_utc()
}

#[cfg(test)]
mod tests {
    use chrono::{Offset, TimeZone};
    use chrono_tz::Europe::London;
    use rstest::rstest;

    use super::*;

    #[test]
    fn agrees_with_the_time_zone_tables_hour_by_hour() {
        let mut hour = start_of(NaiveDate::from_ymd_opt(2010, 1, 1).expect("a date"));
        let end = start_of(NaiveDate::from_ymd_opt(2040, 1, 1).expect("a date"));
        while hour < end {
            let expected = London.offset_from_utc_datetime(&hour.naive_utc()).fix().local_minus_utc();
            assert_eq!(offset(hour).num_seconds(), i64::from(expected), "{hour}");
            hour += TimeDelta::hours(1);
        }
    }

    #[rstest]
    #[case::summer("2026-07-01T23:30:00Z", "2026-07-02")]
    #[case::winter("2026-12-01T23:30:00Z", "2026-12-01")]
    #[case::the_second_before_spring_forward("2026-03-29T00:59:59Z", "2026-03-29")]
    #[case::late_on_the_day_of_autumn("2026-10-25T23:30:00Z", "2026-10-25")]
    #[case::late_on_the_day_before_autumn("2026-10-24T23:30:00Z", "2026-10-25")]
    fn the_date_is_the_wards(#[case] instant: &str, #[case] day: &str) {
        assert_eq!(date(instant.parse().expect("an instant")).to_string(), day);
    }

    #[rstest]
    #[case::plain_winter("2026-01-05", "15:00", "2026-01-05T15:00:00Z")]
    #[case::plain_summer("2026-06-05", "15:00", "2026-06-05T14:00:00Z")]
    #[case::the_hour_that_comes_twice("2026-10-25", "01:30", "2026-10-25T00:30:00Z")]
    #[case::the_hour_that_never_comes("2026-03-29", "01:30", "2026-03-29T01:30:00Z")]
    #[case::just_after_spring_forward("2026-03-29", "02:00", "2026-03-29T01:00:00Z")]
    fn the_ward_clock_names_an_instant(#[case] day: &str, #[case] time: &str, #[case] expected: &str) {
        let time = NaiveTime::parse_from_str(time, "%H:%M").expect("a time");
        let found = instant(day.parse().expect("a date"), time);
        assert_eq!(found, expected.parse::<DateTime<Utc>>().expect("an instant"));
    }
}
