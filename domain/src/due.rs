//! When a task is due: a rule a trust can edit, and the words for where a due time stands.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    clinical_time, london,
    working_time::{WorkingHours, is_working_day},
};

/// How a kind of task gets its first due time (`domain.md` 2.5, "Default due").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueRule {
    HoursFromAdmission(u16),
    HoursFromAdding(u16),
    /// Counted in [`WorkingHours::OFFICE`]: for those who can't be reached at night or at weekends.
    WorkingHoursFromAdding(u16),
    /// On the day the task is added, at this time; on the next day where that has passed.
    SameDayAt(NaiveTime),
    /// The same for those who work on working days alone: a Saturday's task is due on Monday.
    SameWorkingDayAt(NaiveTime),
    /// This many days before the expected date of discharge, at this time.
    BeforeExpectedDischarge {
        days: u8,
        at: NaiveTime,
    },
    /// Agreed case by case: no due time until somebody sets one.
    ByCase,
}

/// What a rule counts from.
#[derive(Debug, Clone, Copy)]
pub struct DueFrom {
    pub admitted_at: DateTime<Utc>,
    pub added_at: DateTime<Utc>,
    pub expected_discharge: Option<NaiveDate>,
}

impl DueRule {
    /// The due instant. `None` where the rule needs an expected date that is not set, or is [`DueRule::ByCase`].
    pub fn due(self, from: DueFrom) -> Option<DateTime<Utc>> {
        match self {
            Self::HoursFromAdmission(hours) => Some(from.admitted_at + TimeDelta::hours(hours.into())),
            Self::HoursFromAdding(hours) => Some(from.added_at + TimeDelta::hours(hours.into())),
            Self::WorkingHoursFromAdding(hours) => Some(WorkingHours::OFFICE.add(from.added_at, hours)),
            Self::SameDayAt(time) => next_at(time, from.added_at, |_| true),
            Self::SameWorkingDayAt(time) => next_at(time, from.added_at, is_working_day),
            Self::BeforeExpectedDischarge { days, at } => {
                let day = from.expected_discharge?.checked_sub_days(Days::new(days.into()))?;
                Some(london::instant(day, at))
            }
            Self::ByCase => None,
        }
    }

    /// Whether it counts from when the task is added, or from when it can begin.
    pub fn counts_from_adding(self) -> bool {
        match self {
            Self::HoursFromAdding(_) | Self::WorkingHoursFromAdding(_) | Self::SameDayAt(_) | Self::SameWorkingDayAt(_) => true,
            Self::HoursFromAdmission(_) | Self::BeforeExpectedDischarge { .. } | Self::ByCase => false,
        }
    }
}

/// The next time that the clock shows `time` after an instant, on a day that counts.
fn next_at(time: NaiveTime, after: DateTime<Utc>, counts: impl Fn(NaiveDate) -> bool) -> Option<DateTime<Utc>> {
    let days = london::date(after).iter_days().filter(|day| counts(*day));
    days.map(|day| london::instant(day, time)).find(|due| *due > after)
}

/// Where a due time stands against the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueStatus {
    NotSet,
    /// Due on a later day.
    Later,
    Today,
    /// Due within the hour.
    Soon,
    Overdue,
}

pub fn status(due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DueStatus {
    match due {
        None => DueStatus::NotSet,
        Some(due) if due < now => DueStatus::Overdue,
        Some(due) if due - now <= TimeDelta::hours(1) => DueStatus::Soon,
        Some(due) if london::date(due) == london::date(now) => DueStatus::Today,
        Some(_) => DueStatus::Later,
    }
}

/// "due 15:00", "due tomorrow 09:00", "due 15:00 (40 min late)", "no due time".
pub fn in_words(due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> String {
    let Some(due) = due else {
        return "no due time".to_owned();
    };
    let when = clinical_time::day_and_time(due, now);
    if due < now { format!("due {when} ({} late)", clinical_time::span(now - due)) } else { format!("due {when}") }
}

/// The same in the fewest words, for a chip: "15:00", "tomorrow 09:00", "40 min late".
pub fn in_short(due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> String {
    match due {
        None => String::new(),
        Some(due) if due < now => format!("{} late", clinical_time::short_span(now - due)),
        Some(due) => clinical_time::day_and_time(due, now),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn clock(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
    }

    #[rstest]
    #[case(DueRule::HoursFromAdmission(14), Some("2026-03-02T22:00:00Z"))]
    #[case(DueRule::HoursFromAdding(2), Some("2026-03-05T12:30:00Z"))]
    #[case(DueRule::WorkingHoursFromAdding(20), Some("2026-03-09T10:30:00Z"))]
    #[case(DueRule::SameDayAt(clock("17:00")), Some("2026-03-05T17:00:00Z"))]
    #[case(DueRule::SameDayAt(clock("09:00")), Some("2026-03-06T09:00:00Z"))]
    #[case(DueRule::SameWorkingDayAt(clock("17:00")), Some("2026-03-05T17:00:00Z"))]
    #[case(DueRule::BeforeExpectedDischarge { days: 1, at: clock("15:00") }, Some("2026-03-29T14:00:00Z"))]
    #[case(DueRule::BeforeExpectedDischarge { days: 2, at: clock("15:00") }, Some("2026-03-28T15:00:00Z"))]
    #[case(DueRule::ByCase, None)]
    fn rules_give_instants(#[case] rule: DueRule, #[case] expected: Option<&str>) {
        let from = DueFrom {
            admitted_at: at("2026-03-02T08:00:00Z"),
            added_at: at("2026-03-05T10:30:00Z"),
            expected_discharge: NaiveDate::from_ymd_opt(2026, 3, 30),
        };
        assert_eq!(rule.due(from), expected.map(at));
    }

    #[test]
    fn no_expected_date_gives_no_due_time() {
        let from =
            DueFrom { admitted_at: at("2026-03-02T08:00:00Z"), added_at: at("2026-03-05T10:30:00Z"), expected_discharge: None };
        assert_eq!(DueRule::BeforeExpectedDischarge { days: 1, at: clock("15:00") }.due(from), None);
    }

    #[rstest]
    #[case::on_the_day("2026-03-06T16:59:00Z", "2026-03-06T17:00:00Z")]
    #[case::friday_evening("2026-03-06T17:00:00Z", "2026-03-09T17:00:00Z")]
    #[case::saturday("2026-03-07T10:00:00Z", "2026-03-09T17:00:00Z")]
    #[case::sunday("2026-03-08T10:00:00Z", "2026-03-09T17:00:00Z")]
    #[case::good_friday("2026-04-03T10:00:00Z", "2026-04-07T16:00:00Z")]
    #[case::christmas_day("2026-12-25T10:00:00Z", "2026-12-29T17:00:00Z")]
    fn the_same_working_day_is_the_next_one_where_nobody_works(#[case] added_at: &str, #[case] expected: &str) {
        let from = DueFrom { admitted_at: at("2026-03-02T08:00:00Z"), added_at: at(added_at), expected_discharge: None };
        assert_eq!(DueRule::SameWorkingDayAt(clock("17:00")).due(from), Some(at(expected)));
    }

    #[rstest]
    #[case(None, DueStatus::NotSet, "no due time", "")]
    #[case(Some("2026-03-05T15:00:00Z"), DueStatus::Today, "due 15:00", "15:00")]
    #[case(Some("2026-03-05T11:00:00Z"), DueStatus::Soon, "due 11:00", "11:00")]
    #[case(Some("2026-03-06T09:00:00Z"), DueStatus::Later, "due tomorrow 09:00", "tomorrow 09:00")]
    #[case(Some("2026-03-05T09:50:00Z"), DueStatus::Overdue, "due 09:50 (40 min late)", "40 min late")]
    #[case(Some("2026-03-03T08:00:00Z"), DueStatus::Overdue, "due Tue 03-Mar 08:00 (2 d 2 hr late)", "2 d late")]
    fn due_times_are_said_in_words(
        #[case] due: Option<&str>,
        #[case] expected: DueStatus,
        #[case] words: &str,
        #[case] short: &str,
    ) {
        let (due, now) = (due.map(at), at("2026-03-05T10:30:00Z"));
        assert_eq!(status(due, now), expected);
        assert_eq!(in_words(due, now), words);
        assert_eq!(in_short(due, now), short);
    }
}
