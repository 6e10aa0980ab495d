//! How long tasks take, by kind and owner team (`domain.md` 6.2.6).

mod counts;
mod log;

pub use counts::{TaskCounts, TaskPerformance, TasksBy};
pub use log::{added_at, parked_for};

use std::ops::RangeInclusive;

use chrono::{
    DateTime, Days, NaiveDate, TimeDelta, Utc,
    serde::{ts_microseconds, ts_microseconds_option},
};
use serde::{Deserialize, Serialize};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::{Asked, DischargeRow, day_number};
use crate::{KindCode, Pathway, TeamCode, WardCode, london, task::TaskStateKind};

/// One task's way so far, from [`TaskTime::of_log`], or from what was kept of it when its stay was saved. Written down, like a
/// [`DischargeRow`], as a list without the names of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct TaskTime {
    /// `None` for a task in somebody's own words.
    pub kind: Option<KindCode>,
    /// The team that has it now, or had it at the end.
    pub owner_team: TeamCode,
    #[serde(with = "ts_microseconds")]
    pub added_at: DateTime<Utc>,
    #[serde(with = "ts_microseconds_option")]
    pub due: Option<DateTime<Utc>>,
    pub progress: Progress,
    /// For how long it was parked because the patient met the criteria to reside again, in milliseconds.
    #[serde(with = "log::milliseconds")]
    pub parked_for: TimeDelta,
    /// Since when the patient no longer needs the bed, where the task blocks going home; else `None`.
    #[serde(with = "day_number")]
    pub ready_on: Option<NaiveDate>,
    /// When the patient left, if they have.
    #[serde(with = "day_number")]
    pub left_on: Option<NaiveDate>,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    Open,
    Parked,
    /// The last time, where it was reopened.
    Done {
        #[serde(with = "ts_microseconds")]
        at: DateTime<Utc>,
    },
}

/// The tasks of one stay that ended, with what a report narrows them down by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct TasksOfStay {
    ward: WardCode,
    specialty: Option<String>,
    local_authority: Option<String>,
    pathway: Option<Pathway>,
    pub times: Vec<TaskTime>,
}

impl Progress {
    /// Of a task in a state since `at`, resting since `parked_at`. `None` for one that was not needed, or added by mistake: it
    /// took nobody's time.
    pub fn of(state: TaskStateKind, at: DateTime<Utc>, parked_at: Option<DateTime<Utc>>) -> Option<Self> {
        match state {
            TaskStateKind::Done => Some(Self::Done { at }),
            _ if !state.is_open() => None,
            _ if parked_at.is_some() => Some(Self::Parked),
            _ => Some(Self::Open),
        }
    }
}

impl TasksOfStay {
    pub fn new(stay: &DischargeRow, times: Vec<TaskTime>) -> Self {
        let DischargeRow { ward, specialty, local_authority, actual, .. } = stay.clone();
        Self { ward, specialty, local_authority, pathway: actual, times }
    }

    /// As [`Asked::fits_discharge`] says it of the discharge.
    pub fn is_asked_for(&self, asked: &Asked) -> bool {
        asked.fits_group(&self.ward, self.specialty.as_deref(), self.local_authority.as_deref())
            && asked.fits_pathway(self.pathway)
    }
}

impl TaskTime {
    /// From being added to being done, without the time parked; `None` until it is done.
    pub fn took(&self) -> Option<TimeDelta> {
        Some(self.done_at()? - self.added_at - self.parked_for)
    }

    /// Whether it was done by its due time; `None` where it is not done or was never due.
    pub fn was_on_time(&self) -> Option<bool> {
        Some(self.done_at()? <= self.due?)
    }

    /// The nights of the period on which it was open and blocked a patient who no longer needed the bed.
    pub fn bed_days(&self, period: &RangeInclusive<NaiveDate>, now: DateTime<Utc>) -> u32 {
        let Some(ready_on) = self.ready_on.filter(|_| self.progress != Progress::Parked) else {
            return 0;
        };
        let ended = london::date(self.done_at().unwrap_or(now)).min(*period.end() + Days::new(1));
        let (since, until) =
            (london::date(self.added_at).max(ready_on).max(*period.start()), self.left_on.map_or(ended, |left| left.min(ended)));
        u32::try_from((until - since).num_days()).unwrap_or_default()
    }

    fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.progress == Progress::Open && self.due.is_some_and(|due| due < now)
    }

    fn done_at(&self) -> Option<DateTime<Utc>> {
        match self.progress {
            Progress::Done { at } => Some(at),
            Progress::Open | Progress::Parked => None,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::story::{at, day};

    /// A task of the pharmacy, added at nine and done after so many minutes; due at eleven.
    pub fn pharmacy(minutes: Option<i64>) -> TaskTime {
        let added_at = at("2026-03-05T09:00:00Z");
        TaskTime {
            kind: "T06".parse().ok(),
            owner_team: "PHA".parse().expect("a team"),
            added_at,
            due: Some(at("2026-03-05T11:00:00Z")),
            progress: minutes.map_or(Progress::Open, |minutes| Progress::Done { at: added_at + TimeDelta::minutes(minutes) }),
            parked_for: TimeDelta::zero(),
            ready_on: None,
            left_on: None,
        }
    }

    pub fn in_march() -> RangeInclusive<NaiveDate> {
        day("2026-03-01")..=day("2026-03-31")
    }

    #[test]
    fn time_parked_is_nobodys_delay() {
        let parked = TaskTime { parked_for: TimeDelta::minutes(45), ..pharmacy(Some(60)) };
        assert_eq!(parked.took(), Some(TimeDelta::minutes(15)));
        let written = serde_json::to_string(&parked).expect("writes");
        assert_eq!(serde_json::from_str::<TaskTime>(&written).expect("reads"), parked);
    }

    #[rstest]
    #[case::ready_before_it_was_added(Some("2026-03-02"), "2026-03-08T09:00:00Z", None, 3)]
    #[case::ready_while_it_was_open(Some("2026-03-07"), "2026-03-08T09:00:00Z", None, 1)]
    #[case::ready_after_it_was_done(Some("2026-03-09"), "2026-03-08T09:00:00Z", None, 0)]
    #[case::done_on_the_day(Some("2026-03-02"), "2026-03-05T18:00:00Z", None, 0)]
    #[case::the_patient_left_first(Some("2026-03-02"), "2026-03-08T09:00:00Z", Some("2026-03-06"), 1)]
    #[case::it_blocks_nobody(None, "2026-03-08T09:00:00Z", None, 0)]
    #[case::over_the_end_of_the_period(Some("2026-03-30"), "2026-04-09T09:00:00Z", None, 2)]
    fn a_task_costs_the_nights_that_it_held_a_ready_patient(
        #[case] ready_on: Option<&str>,
        #[case] done: &str,
        #[case] left_on: Option<&str>,
        #[case] nights: u32,
    ) {
        let progress = Progress::Done { at: at(done) };
        let task = TaskTime { progress, ready_on: ready_on.map(day), left_on: left_on.map(day), ..pharmacy(None) };
        assert_eq!(task.bed_days(&in_march(), at("2026-05-01T09:00:00Z")), nights);
    }

    #[test]
    fn an_open_task_costs_nights_until_now() {
        let task = TaskTime { ready_on: Some(day("2026-03-05")), ..pharmacy(None) };
        assert_eq!(task.bed_days(&in_march(), at("2026-03-07T09:00:00Z")), 2);
    }
}
