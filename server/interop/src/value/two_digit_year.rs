//! Which century "26" belongs to.

use chrono::{Datelike, NaiveDate};

/// How to read a year of two digits; and, for a birth, how far back a bare serial may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwoDigitYear {
    /// 26 is 2026: admissions, reviews, expected dates.
    ThisCentury,
    /// The latest such year that is not after `today`, for dates of birth: 40 is 1940. Whoever
    /// is over a hundred comes out as a child, so `service` asks where an age is out of place.
    NotAfter {
        /// The current day in London.
        today: NaiveDate,
    },
}

impl TwoDigitYear {
    /// The date, where that day exists.
    pub(super) fn date(self, year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        let in_century = |century: i32| NaiveDate::from_ymd_opt(century + year, month, day);
        match self {
            Self::ThisCentury => in_century(2000),
            Self::NotAfter { today } => {
                let century = today.year() / 100 * 100;
                in_century(century).filter(|date| *date <= today).or_else(|| in_century(century - 100))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case((26, 4, 3), "2026-04-03", "a birth today")]
    #[case((26, 4, 4), "1926-04-04", "a birth tomorrow cannot be")]
    #[case((40, 2, 29), "1940-02-29", "a leap day")]
    #[case((0, 2, 29), "2000-02-29", "a leap day of the century")]
    fn a_birth_is_never_in_the_future(#[case] (year, month, day): (i32, u32, u32), #[case] date: NaiveDate, #[case] why: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
        let years = TwoDigitYear::NotAfter { today };
        assert_eq!(years.date(year, month, day), Some(date), "{why}");
    }

    #[test]
    fn other_dates_are_of_this_century() {
        let date = NaiveDate::from_ymd_opt(2026, 4, 30);
        assert_eq!(TwoDigitYear::ThisCentury.date(26, 4, 30), date);
    }
}
