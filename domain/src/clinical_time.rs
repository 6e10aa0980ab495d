//! Dates, times and spans as the NHS displays them (`domain.md` 5.6): `05-Mar-2026`, 24-hour clock, whole units.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{count::counted, london};

/// `05-Mar-2026`.
pub fn date(day: NaiveDate) -> String {
    day.format("%d-%b-%Y").to_string()
}

/// `05-Mar-2026`, or "Not recorded": an empty cell would look like a fault.
pub fn date_or_not_recorded(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "Not recorded".to_owned(), date)
}

/// `5 March 2026`, the style of the NHS website: for letters to patients.
pub fn public_date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// `Thursday 5 March 2026`, for a day that a patient looks forward to.
pub fn public_day(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// `Thu 05-Mar`: for a board column where the year is plain. Never used for a date of birth.
pub fn short_day(day: NaiveDate) -> String {
    day.format("%a %d-%b").to_string()
}

/// `Thu 05-Mar-2026`: for a day that somebody chooses. Never used for a date of birth.
pub fn date_with_weekday(day: NaiveDate) -> String {
    day.format("%a %d-%b-%Y").to_string()
}

/// `05-Mar-2026 14:32` on the ward clock.
pub fn date_time(instant: DateTime<Utc>) -> String {
    london::wall_clock(instant).format("%d-%b-%Y %H:%M").to_string()
}

/// `14:32` on the ward clock.
pub fn time(instant: DateTime<Utc>) -> String {
    london::wall_clock(instant).format("%H:%M").to_string()
}

/// When something is due, from where `now` stands: "15:00", "tomorrow 09:00", "Thu 05-Mar 12:00".
pub fn day_and_time(instant: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let clock = london::wall_clock(instant);
    let days = (clock.date() - london::date(now)).num_days();
    let time = clock.format("%H:%M");
    match days {
        0 => time.to_string(),
        1 => format!("tomorrow {time}"),
        -1 => format!("yesterday {time}"),
        _ => format!("{} {time}", short_day(clock.date())),
    }
}

/// A span in whole units, largest first, at most two of them: "40 min", "3 hr 5 min", "2 d 4 hr".
pub fn span(span: TimeDelta) -> String {
    let minutes = span.num_minutes().abs();
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let parts = [(days, "d"), (hours, "hr"), (minutes, "min")];
    let shown: Vec<String> = parts
        .iter()
        .skip_while(|(count, _)| *count == 0)
        .take(2)
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if shown.is_empty() { "0 min".to_owned() } else { shown.join(" ") }
}

/// A span in one unit alone, where space is short: "40 min", "3 hr", "2 d". Hours up to two days: 47 of them are not "1 d".
pub fn short_span(span: TimeDelta) -> String {
    let span = span.abs();
    match (span.num_days(), span.num_hours()) {
        (0, 0) => format!("{} min", span.num_minutes()),
        (0 | 1, hours) => format!("{hours} hr"),
        (days, _) => format!("{days} d"),
    }
}

/// "3 days", "1 day".
pub fn days(count: i64) -> String {
    counted(count, "day", "days")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[rstest]
    #[case("2026-03-05", "05-Mar-2026")]
    #[case("2026-05-31", "31-May-2026")]
    #[case("2026-09-01", "01-Sep-2026")]
    fn dates_have_two_three_and_four_places(#[case] day: &str, #[case] shown: &str) {
        assert_eq!(date(day.parse().expect("a date")), shown);
    }

    #[test]
    fn letters_write_dates_out() {
        let day = "2026-03-05".parse().expect("a date");
        assert_eq!((public_date(day).as_str(), public_day(day).as_str()), ("5 March 2026", "Thursday 5 March 2026"));
    }

    #[test]
    fn times_are_the_ward_clock() {
        assert_eq!(date_time(at("2026-07-01T23:30:00Z")), "02-Jul-2026 00:30");
        assert_eq!(time(at("2026-12-01T23:30:00Z")), "23:30");
        assert_eq!(date_or_not_recorded(None), "Not recorded");
        assert_eq!(date_with_weekday("2026-03-05".parse().expect("a date")), "Thu 05-Mar-2026");
    }

    #[rstest]
    #[case("2026-03-05T15:00:00Z", "15:00")]
    #[case("2026-03-06T09:00:00Z", "tomorrow 09:00")]
    #[case("2026-03-04T09:00:00Z", "yesterday 09:00")]
    #[case("2026-03-12T12:00:00Z", "Thu 12-Mar 12:00")]
    fn due_times_say_the_day_only_where_it_is_another(#[case] due: &str, #[case] shown: &str) {
        assert_eq!(day_and_time(at(due), at("2026-03-05T10:00:00Z")), shown);
    }

    #[rstest]
    #[case(0, "0 min")]
    #[case(40, "40 min")]
    #[case(60, "1 hr")]
    #[case(185, "3 hr 5 min")]
    #[case(3_120, "2 d 4 hr")]
    #[case(1_445, "1 d")]
    #[case(-40, "40 min")]
    fn spans_are_whole_units_largest_first(#[case] minutes: i64, #[case] shown: &str) {
        assert_eq!(span(TimeDelta::minutes(minutes)), shown);
    }

    #[rstest]
    #[case(0, "0 min")]
    #[case(59, "59 min")]
    #[case(185, "3 hr")]
    #[case(2_879, "47 hr")]
    #[case(2_880, "2 d")]
    #[case(3_120, "2 d")]
    #[case(-40, "40 min")]
    fn short_spans_are_in_one_unit(#[case] minutes: i64, #[case] shown: &str) {
        assert_eq!(short_span(TimeDelta::minutes(minutes)), shown);
    }
}
