//! Length of stay: midnights on Europe/London dates, from the start of the spell (`domain.md` 3.5).

use chrono::{DateTime, NaiveDate, Utc};

use crate::london;

/// Midnights from admission to discharge: the same day is 0. `None` where the discharge is before the admission.
pub fn completed(admitted_at: DateTime<Utc>, discharged_at: DateTime<Utc>) -> Option<u32> {
    midnights(london::date(admitted_at), london::date(discharged_at))
}

/// Midnights from admission to `today`, for a patient who is still here. 0 for an admission that is still to come.
pub fn so_far(admitted_at: DateTime<Utc>, today: NaiveDate) -> u32 {
    midnights(london::date(admitted_at), today).unwrap_or(0)
}

fn midnights(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from((to - from).num_days()).ok()
}

/// How long a stay has become. "Long" is at least this many midnights: 21+ is 21 or more (`domain.md` 0.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LongStay {
    UnderSeven,
    SevenPlus,
    FourteenPlus,
    TwentyOnePlus,
}

impl LongStay {
    pub fn of(days: u32) -> Self {
        match days {
            0..7 => Self::UnderSeven,
            7..14 => Self::SevenPlus,
            14..21 => Self::FourteenPlus,
            21.. => Self::TwentyOnePlus,
        }
    }

    /// The fewest days that count as this.
    pub fn least_days(self) -> u32 {
        match self {
            Self::UnderSeven => 0,
            Self::SevenPlus => 7,
            Self::FourteenPlus => 14,
            Self::TwentyOnePlus => 21,
        }
    }

    /// Whether a stay of this many days is among them: one of 21 days is among the 7+ too.
    pub fn includes(self, days: u32) -> bool {
        days >= self.least_days()
    }

    /// "21+", or nothing under seven days.
    pub fn mark(self) -> Option<&'static str> {
        match self {
            Self::UnderSeven => None,
            Self::SevenPlus => Some("7+"),
            Self::FourteenPlus => Some("14+"),
            Self::TwentyOnePlus => Some("21+"),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[rstest]
    #[case::same_day("2026-03-05T08:00:00Z", "2026-03-05T20:00:00Z", Some(0))]
    #[case::one_midnight_in_two_minutes("2026-03-05T23:59:00Z", "2026-03-06T00:01:00Z", Some(1))]
    #[case::at_23_30_utc_in_summer_it_is_tomorrow("2026-07-01T23:30:00Z", "2026-07-02T10:00:00Z", Some(0))]
    #[case::across_spring_forward("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", Some(1))]
    #[case::a_day_of_23_hours("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z", Some(1))]
    #[case::across_autumn("2026-10-24T22:30:00Z", "2026-10-25T23:30:00Z", Some(1))]
    #[case::three_weeks_over_autumn("2026-10-10T09:00:00Z", "2026-10-31T09:00:00Z", Some(21))]
    #[case::discharged_before_admitted("2026-03-05T08:00:00Z", "2026-03-04T08:00:00Z", None)]
    fn counts_midnights(#[case] admitted: &str, #[case] discharged: &str, #[case] expected: Option<u32>) {
        assert_eq!(completed(at(admitted), at(discharged)), expected);
    }

    #[rstest]
    #[case(0, None)]
    #[case(6, None)]
    #[case(7, Some("7+"))]
    #[case(13, Some("7+"))]
    #[case(14, Some("14+"))]
    #[case(20, Some("14+"))]
    #[case(21, Some("21+"))]
    #[case(400, Some("21+"))]
    fn long_means_at_least(#[case] days: u32, #[case] mark: Option<&str>) {
        assert_eq!(LongStay::of(days).mark(), mark);
    }

    #[test]
    fn a_stay_that_is_still_to_come_has_no_days() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 5).expect("a date");
        assert_eq!(so_far(at("2026-03-09T08:00:00Z"), today), 0);
        assert_eq!(so_far(at("2026-02-26T08:00:00Z"), today), 7);
    }
}
