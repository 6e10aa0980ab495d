//! The hours in which an office can be reached: partners, the hub and funding panels do not work at night, at weekends or
//! on bank holidays, so their time is counted without them.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::{
    bank_holiday::{is_bank_holiday, is_weekend},
    london,
};

/// When an office opens and closes on a working day, by the ward clock; it opens before it closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingHours {
    pub from: NaiveTime,
    pub until: NaiveTime,
}

impl WorkingHours {
    /// 08:00 to 18:00, the hours in which a care transfer hub is usually staffed `[I]`: a working day is ten hours, so what
    /// the catalogue gives 24 hours is due at the same time of the next working day.
    pub const OFFICE: Self = Self { from: hour(8), until: hour(18) };

    /// The instant at which `hours` of working time have passed since `from`: at the earliest when the office next opens.
    pub fn add(self, from: DateTime<Utc>, hours: u16) -> DateTime<Utc> {
        let mut at = self.next_open(london::wall_clock(from));
        let mut left = TimeDelta::hours(hours.into());
        while at + left > at.date().and_time(self.until) {
            left -= self.until - at.time();
            at = self.next_open(at.date().and_time(self.until));
        }
        let end = at + left;
        london::instant(end.date(), end.time())
    }

    /// The same moment where the office is open, else its next opening.
    fn next_open(self, at: NaiveDateTime) -> NaiveDateTime {
        let day = at.date();
        if is_working_day(day) && at.time() < self.until {
            return day.and_time(at.time().max(self.from));
        }
        next_working_day(day).and_time(self.from)
    }
}

/// Monday to Friday, unless it is a bank holiday.
pub fn is_working_day(day: NaiveDate) -> bool {
    !is_weekend(day) && !is_bank_holiday(day)
}

fn next_working_day(day: NaiveDate) -> NaiveDate {
    let mut next = day + Days::new(1);
    while !is_working_day(next) {
        next = next + Days::new(1);
    }
    next
}

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const OFFICE: WorkingHours = WorkingHours::OFFICE;

    fn at(day_and_time: &str) -> DateTime<Utc> {
        let wall = NaiveDateTime::parse_from_str(day_and_time, "%Y-%m-%d %H:%M").expect("a day and a time");
        london::instant(wall.date(), wall.time())
    }

    #[rstest]
    #[case::in_hours("2026-03-05 09:30", 4, "2026-03-05 13:30")]
    #[case::to_the_last_minute("2026-03-05 08:00", 10, "2026-03-05 18:00")]
    #[case::over_night("2026-03-05 16:00", 4, "2026-03-06 10:00")]
    #[case::before_the_office_opens("2026-03-05 06:10", 4, "2026-03-05 12:00")]
    #[case::late_in_the_evening("2026-03-05 22:15", 4, "2026-03-06 12:00")]
    #[case::friday_evening("2026-03-06 17:00", 4, "2026-03-09 11:00")]
    #[case::a_day_is_ten_hours("2026-03-05 14:20", 10, "2026-03-06 14:20")]
    #[case::over_easter("2026-04-02 15:00", 10, "2026-04-07 15:00")]
    #[case::over_christmas("2026-12-24 17:00", 4, "2026-12-29 11:00")]
    #[case::over_the_spring_change("2026-03-27 16:00", 20, "2026-03-31 16:00")]
    #[case::over_the_autumn_change("2026-10-23 16:00", 4, "2026-10-26 10:00")]
    #[case::nothing_in_hours("2026-03-05 09:30", 0, "2026-03-05 09:30")]
    #[case::nothing_at_the_weekend("2026-03-07 09:30", 0, "2026-03-09 08:00")]
    fn working_hours_are_added(#[case] from: &str, #[case] hours: u16, #[case] expected: &str) {
        assert_eq!(OFFICE.add(at(from), hours), at(expected));
    }

    fn instant() -> impl Strategy<Value = DateTime<Utc>> {
        (0_i64..10 * 365 * 24 * 60).prop_map(|minutes| at("2020-01-01 00:00") + TimeDelta::minutes(minutes))
    }

    proptest! {
        #[test]
        fn the_end_is_in_working_time_and_never_before_its_beginning(from in instant(), hours in 0_u16..400) {
            let end = OFFICE.add(from, hours);
            let wall = london::wall_clock(end);
            prop_assert!(is_working_day(wall.date()) && (OFFICE.from..=OFFICE.until).contains(&wall.time()), "{wall}");
            prop_assert!(end >= from + TimeDelta::hours(hours.into()));
        }

        #[test]
        fn later_or_longer_never_ends_earlier(from in instant(), minutes in 0_i64..5_000, hours in 0_u16..400) {
            let end = OFFICE.add(from, hours);
            prop_assert!(OFFICE.add(from + TimeDelta::minutes(minutes), hours) >= end);
            prop_assert!(OFFICE.add(from, hours + 1) > end);
        }

        #[test]
        fn hours_add_up(from in instant(), some in 0_u16..100, more in 0_u16..100) {
            let both = OFFICE.add(from, some + more);
            let one_after_the_other = OFFICE.add(OFFICE.add(from, some), more);
            // Closing time and the next opening are the same moment of working time.
            prop_assert!(one_after_the_other == both || one_after_the_other == OFFICE.add(both, 0));
        }

        #[test]
        fn adding_nothing_in_working_time_changes_nothing(from in instant(), hours in 1_u16..100) {
            let end = OFFICE.add(from, hours);
            prop_assume!(london::wall_clock(end).time() < OFFICE.until);
            prop_assert_eq!(OFFICE.add(end, 0), end);
        }
    }
}
