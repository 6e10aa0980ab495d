//! At which hour and on which day of the week patients leave, by the ward clock (`domain.md` 6.2.7).

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Timelike};

use super::{DischargeRow, counted};
use crate::{bank_holiday::is_weekend, london, report::Share};

/// The hour before which SAFER wants a third of the discharges of a base ward (`domain.md` 2.4).
const NOON: u32 = 12;
const FIVE: u32 = 17;

/// [`Figure::DischargesByHour`](crate::report::Figure::DischargesByHour), from 00 to 23.
pub fn by_hour<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> [u32; 24] {
    let mut hours = [0; 24];
    for row in counted(rows) {
        hours[hour(row) as usize] += 1;
    }
    hours
}

/// [`Figure::BeforeNoon`](crate::report::Figure::BeforeNoon).
pub fn before_noon<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> Share {
    counted(rows).map(|row| hour(row) < NOON).collect()
}

/// [`Figure::BeforeFive`](crate::report::Figure::BeforeFive).
pub fn before_five<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> Share {
    counted(rows).map(|row| hour(row) < FIVE).collect()
}

/// [`Figure::DischargesByWeekday`](crate::report::Figure::DischargesByWeekday), Monday first.
pub fn by_weekday<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> [u32; 7] {
    let mut weekdays = [0; 7];
    for row in counted(rows) {
        weekdays[row.discharged_on().weekday().num_days_from_monday() as usize] += 1;
    }
    weekdays
}

/// [`Figure::WeekendRatio`](crate::report::Figure::WeekendRatio) of the discharges in a period; 1 is a weekend like the week.
/// `None` where the period lacks one of the two, or nobody left in the week.
pub fn weekend_ratio<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>, period: &RangeInclusive<NaiveDate>) -> Option<f64> {
    let discharges = at_weekends(counted(rows).map(DischargeRow::discharged_on).filter(|day| period.contains(day)));
    let days = at_weekends(period.start().iter_days().take_while(|day| day <= period.end()));
    let week = Share { part: discharges.whole - discharges.part, whole: days.whole - days.part }.ratio()?;
    let weekend = Share { part: discharges.part, whole: days.part }.ratio()?;
    (week > 0.0).then(|| weekend / week)
}

fn at_weekends(days: impl Iterator<Item = NaiveDate>) -> Share {
    days.map(is_weekend).collect()
}

fn hour(row: &DischargeRow) -> u32 {
    london::wall_clock(row.discharged_at).hour()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        report::story::{day, discharge_row},
        stay::Destination,
    };

    /// One who left at each of these times of March or of July 2026: "05 11:59" in March, "05 11:59 July".
    fn rows(times: &[&str]) -> Vec<DischargeRow> {
        let instant = |text: &str| {
            let month = if text.ends_with("July") { "07" } else { "03" };
            format!("2026-{month}-{}T{}:00Z", &text[..2], &text[3..8])
        };
        times.iter().map(|text| discharge_row(&instant(text), Destination::HomeWithSupport, "2026-02-01T09:00:00Z")).collect()
    }

    #[rstest]
    #[case::just_before("05 11:59", true, true)]
    #[case::noon_is_not_before_noon("05 12:00", false, true)]
    #[case::in_summer_the_ward_clock_counts("05 11:00 July", false, true)]
    #[case::five("05 17:00", false, false)]
    #[case::five_in_summer("05 16:00 July", false, false)]
    fn early_in_the_day(#[case] time: &str, #[case] noon: bool, #[case] five: bool) {
        let rows = rows(&[time]);
        assert_eq!((before_noon(&rows).part == 1, before_five(&rows).part == 1), (noon, five));
    }

    /// On 29 March 00:59 UTC is 00:59 and 01:00 UTC is 02:00; on 25 October both are in the hour from 01:00.
    #[test]
    fn the_hours_of_the_clock_changes() {
        let left = |at| discharge_row(at, Destination::HomeWithSupport, "2026-02-01T09:00:00Z");
        let spring = by_hour(&[left("2026-03-29T00:59:00Z"), left("2026-03-29T01:00:00Z")]);
        assert_eq!(&spring[..4], [1, 0, 1, 0]);
        let autumn = by_hour(&[left("2026-10-25T00:59:00Z"), left("2026-10-25T01:00:00Z")]);
        assert_eq!(&autumn[..4], [0, 2, 0, 0]);
    }

    #[test]
    fn who_died_is_in_no_discharge_profile() {
        let died = [discharge_row("2026-03-05T09:00:00Z", Destination::Died, "2026-02-01T09:00:00Z")];
        assert_eq!((by_hour(&died).iter().sum::<u32>(), before_noon(&died), by_weekday(&died)), (0, Share::default(), [0; 7]));
    }

    #[test]
    fn the_week_starts_on_monday() {
        assert_eq!(by_weekday(&rows(&["02 09:00", "02 23:59", "07 09:00", "08 09:00"])), [2, 0, 0, 0, 0, 1, 1]);
    }

    /// 2 March 2026 is a Monday.
    #[rstest]
    #[case::half_as_many("2026-03-02", "2026-03-08", Some(0.5))]
    #[case::what_left_later_does_not_count("2026-03-02", "2026-03-15", Some(0.5))]
    #[case::no_weekend("2026-03-02", "2026-03-06", None)]
    #[case::no_week("2026-03-07", "2026-03-08", None)]
    #[case::nobody_in_the_week("2026-03-06", "2026-03-07", None)]
    fn the_weekend_against_the_week(#[case] from: &str, #[case] to: &str, #[case] expected: Option<f64>) {
        let rows = rows(&["02 09:00", "02 10:00", "03 09:00", "04 09:00", "05 09:00", "07 10:00", "30 10:00"]);
        let found = weekend_ratio(&rows, &(day(from)..=day(to)));
        assert_eq!(found.map(|ratio| format!("{ratio:.3}")), expected.map(|ratio| format!("{ratio:.3}")));
    }
}
