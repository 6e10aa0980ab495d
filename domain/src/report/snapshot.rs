//! When the hospital is counted: at every midnight on the ward clock, and at a second hour where the trust wants one.
//!
//! Midnight is the bed-day rule for wards that are open overnight; the second count is usually that of 08:00 for the
//! situation report (`domain.md` 3.5). Each day has each of them once, also the days of 23 and of 25 hours.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::london;

/// One count that is due: the ward's date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Snapshot {
    pub date: NaiveDate,
    pub hour: SnapshotHour,
}

/// A full hour on the ward clock, 0 to 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct SnapshotHour(u8);

/// Why a number is no hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an hour of the day is 0 to 23")]
pub struct NotAnHour;

/// The hours at which a trust counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotTimes {
    second: Option<SnapshotHour>,
}

impl SnapshotTimes {
    /// Midnight alone.
    pub const MIDNIGHT: Self = Self { second: None };

    /// Midnight and another hour; midnight given twice is midnight alone.
    pub fn and_at(second: SnapshotHour) -> Self {
        Self { second: Some(second).filter(|hour| *hour > SnapshotHour::MIDNIGHT) }
    }

    /// The first snapshot later than `instant`.
    pub fn next_after(self, instant: DateTime<Utc>) -> Snapshot {
        let today = london::date(instant);
        let tomorrow = Snapshot { date: today + Days::new(1), hour: SnapshotHour::MIDNIGHT };
        self.on(today).find(|snapshot| snapshot.at() > instant).unwrap_or(tomorrow)
    }

    /// The snapshots later than `after` and not later than `until`, in their order: what a server that was stopped has to
    /// catch up on.
    pub fn due(self, after: DateTime<Utc>, until: DateTime<Utc>) -> impl Iterator<Item = Snapshot> {
        let last = london::date(until);
        let days = london::date(after).iter_days().take_while(move |day| *day <= last);
        let due = after..=until;
        days.flat_map(move |day| self.on(day)).filter(move |snapshot| {
            let at = snapshot.at();
            at > *due.start() && at <= *due.end()
        })
    }

    fn on(self, date: NaiveDate) -> impl Iterator<Item = Snapshot> {
        std::iter::once(SnapshotHour::MIDNIGHT).chain(self.second).map(move |hour| Snapshot { date, hour })
    }
}

impl Snapshot {
    /// The instant. An hour that comes twice is the first of the two, one that never comes is the next ([`london::instant`]).
    pub fn at(self) -> DateTime<Utc> {
        london::instant(self.date, NaiveTime::MIN + TimeDelta::hours(self.hour.0.into()))
    }
}

impl SnapshotHour {
    pub const MIDNIGHT: Self = Self(0);

    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for SnapshotHour {
    type Error = NotAnHour;

    fn try_from(hour: u8) -> Result<Self, Self::Error> {
        if hour < 24 { Ok(Self(hour)) } else { Err(NotAnHour) }
    }
}

impl From<SnapshotHour> for u8 {
    fn from(hour: SnapshotHour) -> Self {
        hour.0
    }
}

/// The day that a count at `instant` looks back on: the one that ends where that is midnight, else the one under way.
///
/// A midnight counts for the night that it ends in, so what was said of a patient "on that day" is what was said the day before.
pub fn day_counted(instant: DateTime<Utc>) -> NaiveDate {
    london::date(instant - TimeDelta::microseconds(1))
}

/// Whether the ward clock stands at midnight: a patient counted then has used a bed day.
pub fn is_midnight(instant: DateTime<Utc>) -> bool {
    london::wall_clock(instant).time() == NaiveTime::MIN
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::report::story::{at, day};

    fn and_at(hour: u8) -> SnapshotTimes {
        SnapshotTimes::and_at(hour.try_into().expect("an hour"))
    }

    fn instants(times: SnapshotTimes, after: &str, until: &str) -> Vec<String> {
        times.due(at(after), at(until)).map(|snapshot| snapshot.at().format("%d %H:%M").to_string()).collect()
    }

    #[rstest]
    #[case::a_winter_day("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", &["05 08:00", "06 00:00"])]
    #[case::a_summer_day("2026-07-05T00:00:00Z", "2026-07-06T00:00:00Z", &["05 07:00", "05 23:00"])]
    #[case::the_day_of_23_hours("2026-03-28T23:59:00Z", "2026-03-29T23:00:00Z", &["29 00:00", "29 07:00", "29 23:00"])]
    #[case::the_day_of_25_hours("2026-10-24T22:59:00Z", "2026-10-26T00:00:00Z", &["24 23:00", "25 08:00", "26 00:00"])]
    #[case::nothing_twice("2026-01-05T08:00:00Z", "2026-01-05T23:59:59Z", &[])]
    #[case::until_before_after("2026-01-09T00:00:00Z", "2026-01-05T00:00:00Z", &[])]
    fn what_is_due(#[case] after: &str, #[case] until: &str, #[case] expected: &[&str]) {
        assert_eq!(instants(and_at(8), after, until), expected);
    }

    #[rstest]
    #[case::never_comes("2026-03-29", "2026-03-29T01:00:00Z")]
    #[case::comes_twice("2026-10-25", "2026-10-25T00:00:00Z")]
    fn an_hour_of_the_change_is_counted_once(#[case] on: &str, #[case] expected: &str) {
        let of_day: Vec<_> = and_at(1).on(day(on)).map(Snapshot::at).skip(1).collect();
        assert_eq!(of_day, [at(expected)]);
    }

    #[rstest]
    #[case::midnight_alone(SnapshotTimes::MIDNIGHT, "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z")]
    #[case::midnight_twice_is_midnight(and_at(0), "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z")]
    #[case::the_second_hour(and_at(8), "2026-03-05T00:00:00Z", "2026-03-05T08:00:00Z")]
    #[case::over_spring_forward(and_at(8), "2026-03-29T07:00:00Z", "2026-03-29T23:00:00Z")]
    fn the_next_one(#[case] times: SnapshotTimes, #[case] after: &str, #[case] expected: &str) {
        assert_eq!(times.next_after(at(after)).at(), at(expected));
    }

    #[rstest]
    #[case::midnight_ends_the_day_before("2026-03-06T00:00:00Z", "2026-03-05", true)]
    #[case::midnight_of_summer("2026-07-05T23:00:00Z", "2026-07-05", true)]
    #[case::midnight_before_spring_forward("2026-03-29T00:00:00Z", "2026-03-28", true)]
    #[case::midnight_after_it("2026-03-29T23:00:00Z", "2026-03-29", true)]
    #[case::the_morning_is_the_same_day("2026-03-06T08:00:00Z", "2026-03-06", false)]
    fn the_day_that_is_counted(#[case] instant: &str, #[case] expected: &str, #[case] midnight: bool) {
        assert_eq!((day_counted(at(instant)), is_midnight(at(instant))), (day(expected), midnight));
    }

    #[test]
    fn there_are_24_hours() {
        assert_eq!(SnapshotHour::try_from(24), Err(NotAnHour));
        assert!(serde_json::from_str::<SnapshotHour>("25").is_err());
        assert_eq!(serde_json::from_str::<SnapshotHour>("23").map(SnapshotHour::get).ok(), Some(23));
    }

    proptest! {
        /// However a server was stopped and started, each snapshot comes once, and one after the other.
        #[test]
        fn catching_up_in_two_steps_is_catching_up_in_one(
            hour in 0_u8..24, start in 0_i64..400 * 1_440, first in 0_i64..10_000, second in 0_i64..10_000,
        ) {
            let times = and_at(hour);
            let start = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(start);
            let (middle, end) = (start + TimeDelta::minutes(first), start + TimeDelta::minutes(first + second));
            let in_one: Vec<_> = times.due(start, end).collect();
            let in_two: Vec<_> = times.due(start, middle).chain(times.due(middle, end)).collect();
            prop_assert_eq!(&in_one, &in_two);
            let mut one_by_one = Vec::new();
            let mut next = times.next_after(start);
            while next.at() <= end {
                one_by_one.push(next);
                next = times.next_after(next.at());
            }
            prop_assert_eq!(in_one, one_by_one);
        }
    }
}
