//! When things happen in a hospital: hours of the day, days of the week, seasons.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use domain::london;

use super::chance::Chance;

/// Emergencies come through the day and the evening.
const ADMISSIONS_BY_HOUR: [u32; 24] = [3, 2, 2, 2, 2, 2, 2, 3, 5, 7, 9, 10, 10, 10, 10, 10, 10, 9, 8, 8, 7, 6, 5, 4];
/// Most people leave in the afternoon, once medicines and transport are there.
const DISCHARGES_BY_HOUR: [u32; 24] = [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 7, 9, 9, 10, 13, 15, 15, 13, 9, 6, 4, 2, 1, 0];
/// Per cent of an ordinary day, from Monday.
const ADMISSIONS_BY_WEEKDAY: [i64; 7] = [112, 106, 103, 102, 104, 88, 85];
/// Per cent of an ordinary month, from January.
const ADMISSIONS_BY_MONTH: [i64; 12] = [108, 106, 103, 100, 98, 96, 95, 94, 97, 100, 103, 107];

pub(super) fn admission_on(day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
    at_an_hour_of(&ADMISSIONS_BY_HOUR, day, chance)
}

pub(super) fn discharge_on(day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
    at_an_hour_of(&DISCHARGES_BY_HOUR, day, chance)
}

/// How many people come on a day where `usual` do on an ordinary one.
pub(super) fn admissions_on(day: NaiveDate, usual: i64, chance: &mut Chance) -> i64 {
    let weekday = ADMISSIONS_BY_WEEKDAY[day.weekday().num_days_from_monday() as usize];
    let month = ADMISSIONS_BY_MONTH[day.month0() as usize];
    usual * weekday * month / 10_000 + chance.between(-9, 9)
}

/// Fewer people leave at weekends: some of those who could are still there on Monday.
pub(super) fn day_of_leaving(day: NaiveDate, chance: &mut Chance) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat if chance.percent(34) => day + Days::new(2),
        Weekday::Sun if chance.percent(44) => day + Days::new(1),
        _ => day,
    }
}

/// The morning round of a day.
pub(super) fn round_on(day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
    clock(day, 8, 20) + chance.minutes(0, 170)
}

pub(super) fn clock(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    london::instant(day, NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

/// The same moment where it lies between 08:00 and 18:00, else the next morning.
pub(super) fn in_daytime(at: DateTime<Utc>) -> DateTime<Utc> {
    let wall = london::wall_clock(at);
    let (day, minute) = (wall.date(), wall.minute());
    match wall.hour() {
        0..8 => clock(day, 8, minute),
        8..18 => at,
        _ => clock(day + Days::new(1), 8, minute),
    }
}

/// As [`in_daytime`], for those who do not work at weekends.
pub(super) fn in_office_hours(at: DateTime<Utc>) -> DateTime<Utc> {
    let at = in_daytime(at);
    match london::date(at).weekday() {
        Weekday::Sat => at + TimeDelta::days(2),
        Weekday::Sun => at + TimeDelta::days(1),
        _ => at,
    }
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn at_an_hour_of(weights: &[u32; 24], day: NaiveDate, chance: &mut Chance) -> DateTime<Utc> {
    let hours: Vec<(u32, u32)> = weights.iter().copied().zip(0..).collect();
    let hour = chance.weighted(&hours);
    clock(day, hour, 0) + chance.minutes(0, 59)
}
