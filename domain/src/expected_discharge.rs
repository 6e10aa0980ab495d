//! The expected date of discharge and how far it has slipped (`domain.md` 2.2).
//!
//! The date is clinical and does not move for waiting: a patient still here after it is at EDD+1, EDD+2, …

use chrono::NaiveDate;

/// Whole days past the expected date on `today`; `None` up to and including the date itself.
pub fn days_past(expected: NaiveDate, today: NaiveDate) -> Option<u32> {
    u32::try_from((today - expected).num_days()).ok().filter(|days| *days > 0)
}

/// "today", "tomorrow", "EDD+3", or `None` for a date further ahead.
pub fn in_words(expected: NaiveDate, today: NaiveDate) -> Option<String> {
    match (expected - today).num_days() {
        0 => Some("today".to_owned()),
        1 => Some("tomorrow".to_owned()),
        _ => days_past(expected, today).map(|days| format!("EDD+{days}")),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-03-08", None)]
    #[case("2026-03-06", Some("tomorrow"))]
    #[case("2026-03-05", Some("today"))]
    #[case("2026-03-04", Some("EDD+1"))]
    #[case("2026-02-05", Some("EDD+28"))]
    fn slips_are_counted_in_days(#[case] expected: &str, #[case] words: Option<&str>) {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert_eq!(in_words(day(expected), day("2026-03-05")).as_deref(), words);
    }
}
