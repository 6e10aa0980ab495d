//! At which hour and on which day of the week patients leave, by the ward clock (`domain.md` 6.2.7).

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

use crate::{
    bank_holiday::is_weekend,
    london,
    report::{Share, reports::monday_of},
};

/// The hour before which SAFER wants a third of the discharges of a base ward (`domain.md` 2.4).
const NOON: u32 = 12;
const FIVE: usize = 17;

/// When patients left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeavingTimes {
    /// [`Figure::DischargesByHour`](crate::report::Figure::DischargesByHour), from 00 to 23.
    pub by_hour: [u32; 24],
    /// Of those who left on each day, how many before noon.
    by_day: BTreeMap<NaiveDate, Share>,
}

impl LeavingTimes {
    /// One who left at an instant.
    pub fn add(&mut self, left_at: DateTime<Utc>) {
        let left = london::wall_clock(left_at);
        self.by_hour[left.hour() as usize] += 1;
        *self.by_day.entry(left.date()).or_default() += left.hour() < NOON;
    }

    pub fn append(&mut self, other: Self) {
        self.by_hour.iter_mut().zip(other.by_hour).for_each(|(hour, more)| *hour += more);
        other.by_day.into_iter().for_each(|(day, more)| *self.by_day.entry(day).or_default() += more);
    }

    /// [`Figure::Discharges`](crate::report::Figure::Discharges).
    pub fn count(&self) -> u32 {
        self.by_hour.iter().sum()
    }

    /// [`Figure::BeforeNoon`](crate::report::Figure::BeforeNoon).
    pub fn before_noon(&self) -> Share {
        self.by_day.values().copied().sum()
    }

    /// The same of each week with a discharge, by its Monday.
    pub fn before_noon_by_week(&self) -> BTreeMap<NaiveDate, Share> {
        let mut weeks: BTreeMap<NaiveDate, Share> = BTreeMap::new();
        self.by_day.iter().for_each(|(day, share)| *weeks.entry(monday_of(*day)).or_default() += *share);
        weeks
    }

    /// [`Figure::BeforeFive`](crate::report::Figure::BeforeFive).
    pub fn before_five(&self) -> Share {
        Share { part: self.by_hour[..FIVE].iter().sum(), whole: self.count() }
    }

    /// [`Figure::DischargesByWeekday`](crate::report::Figure::DischargesByWeekday), Monday first.
    pub fn by_weekday(&self) -> [u32; 7] {
        let mut weekdays = [0; 7];
        self.by_day.iter().for_each(|(day, left)| weekdays[day.weekday().num_days_from_monday() as usize] += left.whole);
        weekdays
    }

    /// [`Figure::WeekendRatio`](crate::report::Figure::WeekendRatio) of the discharges in a period; 1 is a weekend like the
    /// week. `None` where the period lacks one of the two, or nobody left in the week.
    pub fn weekend_ratio(&self, period: &RangeInclusive<NaiveDate>) -> Option<f64> {
        let days: Share = period.start().iter_days().take_while(|day| day <= period.end()).map(is_weekend).collect();
        let left = self.by_day.iter().filter(|(day, _)| period.contains(day));
        let discharges: Share =
            left.map(|(day, left)| Share { part: if is_weekend(*day) { left.whole } else { 0 }, whole: left.whole }).sum();
        let week = Share { part: discharges.whole - discharges.part, whole: days.whole - days.part }.ratio()?;
        let weekend = Share { part: discharges.part, whole: days.part }.ratio()?;
        (week > 0.0).then(|| weekend / week)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::story::{at, day};

    /// One who left at each of these times of March or of July 2026: "05 11:59" in March, "05 11:59 July".
    fn left(times: &[&str]) -> LeavingTimes {
        let instant = |text: &str| {
            let month = if text.ends_with("July") { "07" } else { "03" };
            at(&format!("2026-{month}-{}T{}:00Z", &text[..2], &text[3..8]))
        };
        let mut left = LeavingTimes::default();
        times.iter().for_each(|text| left.add(instant(text)));
        left
    }

    #[rstest]
    #[case::just_before("05 11:59", true, true)]
    #[case::noon_is_not_before_noon("05 12:00", false, true)]
    #[case::in_summer_the_ward_clock_counts("05 11:00 July", false, true)]
    #[case::five("05 17:00", false, false)]
    #[case::five_in_summer("05 16:00 July", false, false)]
    fn early_in_the_day(#[case] time: &str, #[case] noon: bool, #[case] five: bool) {
        let left = left(&[time]);
        assert_eq!((left.before_noon().part == 1, left.before_five().part == 1, left.count()), (noon, five, 1));
    }

    /// On 29 March 00:59 UTC is 00:59 and 01:00 UTC is 02:00; on 25 October both are in the hour from 01:00.
    #[test]
    fn the_hours_of_the_clock_changes() {
        let [mut spring, mut autumn] = [LeavingTimes::default(), LeavingTimes::default()];
        ["2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z"].map(at).into_iter().for_each(|left_at| spring.add(left_at));
        assert_eq!(&spring.by_hour[..4], [1, 0, 1, 0]);
        ["2026-10-25T00:59:00Z", "2026-10-25T01:00:00Z"].map(at).into_iter().for_each(|left_at| autumn.add(left_at));
        assert_eq!(&autumn.by_hour[..4], [0, 2, 0, 0]);
    }

    #[test]
    fn the_week_starts_on_monday() {
        let left = left(&["02 09:00", "02 23:59", "07 09:00", "08 09:00", "09 13:00"]);
        assert_eq!(left.by_weekday(), [3, 0, 0, 0, 0, 1, 1]);
        let weeks = [(day("2026-03-02"), Share { part: 3, whole: 4 }), (day("2026-03-09"), Share { part: 0, whole: 1 })];
        assert!(left.before_noon_by_week().into_iter().eq(weeks));
    }

    /// 2 March 2026 is a Monday.
    #[rstest]
    #[case::half_as_many("2026-03-02", "2026-03-08", Some(0.5))]
    #[case::what_left_later_does_not_count("2026-03-02", "2026-03-15", Some(0.5))]
    #[case::no_weekend("2026-03-02", "2026-03-06", None)]
    #[case::no_week("2026-03-07", "2026-03-08", None)]
    #[case::nobody_in_the_week("2026-03-06", "2026-03-07", None)]
    fn the_weekend_against_the_week(#[case] from: &str, #[case] to: &str, #[case] expected: Option<f64>) {
        let left = left(&["02 09:00", "02 10:00", "03 09:00", "04 09:00", "05 09:00", "07 10:00", "30 10:00"]);
        let found = left.weekend_ratio(&(day(from)..=day(to)));
        assert_eq!(found.map(|ratio| format!("{ratio:.3}")), expected.map(|ratio| format!("{ratio:.3}")));
    }
}
