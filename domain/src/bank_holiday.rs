//! The bank holidays of England, by rule, so that nobody has to keep a table (`gov.uk/bank-holidays`, `[M]`).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What a proclamation moved or added in the years that a stay on the board can reach back to: the day that is off, and
/// the day that is not, in its stead.
const PROCLAIMED: [(Day, Option<Day>); 5] = [
    // 75 years after the war in Europe ended.
    ((2020, 5, 8), Some((2020, 5, 4))),
    // The Platinum Jubilee.
    ((2022, 6, 2), Some((2022, 5, 30))),
    ((2022, 6, 3), None),
    // The funeral of Queen Elizabeth II.
    ((2022, 9, 19), None),
    // The coronation of King Charles III.
    ((2023, 5, 8), None),
];

type Day = (i32, u32, u32);

pub fn is_bank_holiday(day: NaiveDate) -> bool {
    let this = (day.year(), day.month(), day.day());
    let is_added = PROCLAIMED.iter().any(|(added, _)| *added == this);
    let is_moved = PROCLAIMED.iter().any(|(_, instead_of)| *instead_of == Some(this));
    is_added || (!is_moved && is_by_rule(day))
}

fn is_by_rule(day: NaiveDate) -> bool {
    is_new_year(day) || is_easter(day) || is_bank_monday(day) || is_christmas(day)
}

/// 1 January, or the Monday after where that is at a weekend.
fn is_new_year(day: NaiveDate) -> bool {
    match (day.month(), day.day()) {
        (1, 1) => !is_weekend(day),
        (1, 2 | 3) => day.weekday() == Weekday::Mon,
        _ => false,
    }
}

fn is_easter(day: NaiveDate) -> bool {
    easter(day.year()).is_some_and(|sunday| day == sunday - Days::new(2) || day == sunday + Days::new(1))
}

/// The first Monday of May, and the last of May and of August.
fn is_bank_monday(day: NaiveDate) -> bool {
    let is_asked_for = match day.month() {
        5 => day.day() <= 7 || day.day() > 24,
        8 => day.day() > 24,
        _ => false,
    };
    is_asked_for && day.weekday() == Weekday::Mon
}

/// 25 and 26 December; for each that is at a weekend, the next working day that is not a holiday already.
fn is_christmas(day: NaiveDate) -> bool {
    match (day.month(), day.day()) {
        (12, 25 | 26) => !is_weekend(day),
        (12, 27 | 28) => matches!(day.weekday(), Weekday::Mon | Weekday::Tue),
        _ => false,
    }
}

pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Easter Sunday, by the method of the Gregorian calendar that "A correspondent" sent to *Nature* in 1876.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    #[case(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    #[case(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    #[case(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    #[case(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    #[case(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    #[case(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    #[case(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    fn the_bank_holidays_of_a_year(#[case] year: i32, #[case] expected: &str) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let days = first.iter_days().take_while(|day| day.year() == year).filter(|day| is_bank_holiday(*day));
        assert_eq!(days.map(|day| day.format("%m-%d").to_string()).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn every_year_has_eight_on_days_that_would_be_worked() {
        for year in 2028..2100 {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
            let days: Vec<_> =
                first.iter_days().take_while(|day| day.year() == year).filter(|day| is_bank_holiday(*day)).collect();
            assert_eq!(days.len(), 8, "{year}");
            assert!(!days.iter().any(|day| is_weekend(*day)), "{year}");
        }
    }
}
