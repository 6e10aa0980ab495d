//! How long tasks take, by kind and owner team (`domain.md` 6.2.6).

mod log;

pub use log::{added_at, parked_for};

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::Share;
use crate::{KindCode, TeamCode, london, task::TaskStateKind};

/// One task's way so far, from [`TaskTime::of_log`], or from what was kept of it when its stay was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskTime {
    /// `None` for a task in somebody's own words.
    pub kind: Option<KindCode>,
    /// The team that has it now, or had it at the end.
    pub owner_team: TeamCode,
    pub added_at: DateTime<Utc>,
    pub due: Option<DateTime<Utc>>,
    pub progress: Progress,
    /// For how long it was parked because the patient met the criteria to reside again, in milliseconds.
    #[serde(with = "log::milliseconds")]
    pub parked_for: TimeDelta,
    /// Since when the patient no longer needs the bed, where the task blocks going home; else `None`.
    pub ready_on: Option<NaiveDate>,
    /// When the patient left, if they have.
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
        at: DateTime<Utc>,
    },
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

/// The figures of one kind and one team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPerformance {
    pub kind: Option<KindCode>,
    pub owner_team: TeamCode,
    pub open: u32,
    pub parked: u32,
    /// Of the open ones, those past their due time.
    pub overdue: u32,
    pub done: u32,
    /// [`Figure::TaskMedian`](super::Figure::TaskMedian); `None` where nothing is done.
    pub median: Option<TimeDelta>,
    /// [`Figure::TaskNinetieth`](super::Figure::TaskNinetieth).
    pub ninetieth: Option<TimeDelta>,
    /// [`Figure::TasksOnTime`](super::Figure::TasksOnTime).
    pub on_time: Share,
    /// [`Figure::TaskBedDays`](super::Figure::TaskBedDays).
    pub bed_days: u32,
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

/// What tasks have in common whose figures are one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TasksBy {
    Team,
    KindAndTeam,
}

/// The performance of each kind and team, or of each team, in the order of their codes; tasks in somebody's own words first. The
/// period is that of the bed days.
pub fn performance<'a>(
    times: impl IntoIterator<Item = &'a TaskTime>,
    by: TasksBy,
    period: &RangeInclusive<NaiveDate>,
    now: DateTime<Utc>,
) -> Vec<TaskPerformance> {
    let mut groups: BTreeMap<_, Vec<&TaskTime>> = BTreeMap::new();
    for time in times {
        let kind = time.kind.as_ref().filter(|_| by == TasksBy::KindAndTeam);
        groups.entry((kind, &time.owner_team)).or_default().push(time);
    }
    groups.into_iter().map(|((kind, team), times)| of_group((kind.cloned(), team.clone()), &times, period, now)).collect()
}

fn of_group(
    (kind, owner_team): (Option<KindCode>, TeamCode),
    times: &[&TaskTime],
    period: &RangeInclusive<NaiveDate>,
    now: DateTime<Utc>,
) -> TaskPerformance {
    let mut took: Vec<TimeDelta> = times.iter().filter_map(|time| time.took()).collect();
    took.sort_unstable();
    let count = |fits: &dyn Fn(&TaskTime) -> bool| times.iter().filter(|time| fits(time)).map(|_| 1).sum();
    TaskPerformance {
        kind,
        owner_team,
        open: count(&|time| time.progress == Progress::Open),
        parked: count(&|time| time.progress == Progress::Parked),
        overdue: count(&|time| time.is_overdue(now)),
        done: count(&|time| time.done_at().is_some()),
        median: nearest_rank(&took, 50),
        ninetieth: nearest_rank(&took, 90),
        on_time: times.iter().filter_map(|time| time.was_on_time()).collect(),
        bed_days: times.iter().map(|time| time.bed_days(period, now)).sum(),
    }
}

/// The nearest-rank percentile of sorted values: the smallest of them that at least so many per cent do not exceed. Always a
/// value that occurred; of an even number, the 50th is the lower of the middle two.
pub fn nearest_rank<T: Copy>(sorted: &[T], percent: usize) -> Option<T> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use proptest::{collection, prelude::*};
    use rstest::rstest;

    use super::*;
    use crate::report::story::{at, day};

    /// A task of the pharmacy, added at nine and done after so many minutes; due at eleven.
    fn pharmacy(minutes: Option<i64>) -> TaskTime {
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

    fn in_march() -> RangeInclusive<NaiveDate> {
        day("2026-03-01")..=day("2026-03-31")
    }

    #[test]
    fn a_team_and_a_kind_have_their_figures() {
        let times: Vec<TaskTime> = [Some(30), Some(120), Some(121), Some(10), None, None].into_iter().map(pharmacy).collect();
        let parked = TaskTime { progress: Progress::Parked, ..pharmacy(None) };
        let own_words = TaskTime { kind: None, due: None, ..pharmacy(Some(5)) };
        let found =
            performance(times.iter().chain([&own_words, &parked]), TasksBy::KindAndTeam, &in_march(), at("2026-03-05T12:00:00Z"));
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].kind.as_ref(), found[0].done, found[0].on_time), (None, 1, Share::default()));
        let expected = TaskPerformance {
            kind: "T06".parse().ok(),
            owner_team: "PHA".parse().expect("a team"),
            open: 2,
            parked: 1,
            overdue: 2,
            done: 4,
            median: Some(TimeDelta::minutes(30)),
            ninetieth: Some(TimeDelta::minutes(121)),
            on_time: Share { part: 3, whole: 4 },
            bed_days: 0,
        };
        assert_eq!(found[1], expected);
    }

    #[test]
    fn a_team_has_the_tasks_of_all_kinds_in_one_line() {
        let own_words = TaskTime { kind: None, ..pharmacy(Some(5)) };
        let times = [pharmacy(Some(30)), own_words, TaskTime { owner_team: "OT".parse().expect("a team"), ..pharmacy(None) }];
        let found = performance(&times, TasksBy::Team, &in_march(), at("2026-03-05T12:00:00Z"));
        let found: Vec<_> = found.iter().map(|line| (&line.kind, line.owner_team.as_str(), line.done, line.open)).collect();
        assert_eq!(found, [(&None, "OT", 0, 1), (&None, "PHA", 2, 0)]);
    }

    #[test]
    fn a_task_is_overdue_after_its_time_and_not_at_it() {
        let open = [pharmacy(None)];
        let overdue = |now| performance(&open, TasksBy::KindAndTeam, &in_march(), at(now))[0].overdue;
        assert_eq!((overdue("2026-03-05T11:00:00Z"), overdue("2026-03-05T11:00:01Z")), (0, 1));
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

    #[rstest]
    #[case::of_nothing(&[], 50, None)]
    #[case::of_one(&[7], 90, Some(7))]
    #[case::of_two_the_lower(&[3, 8], 50, Some(3))]
    #[case::of_ten_the_ninth(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, Some(9))]
    #[case::of_eleven_the_tenth(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, Some(10))]
    fn percentiles_are_of_the_nearest_rank(#[case] sorted: &[u8], #[case] percent: usize, #[case] expected: Option<u8>) {
        assert_eq!(nearest_rank(sorted, percent), expected);
    }

    proptest! {
        #[test]
        fn a_percentile_is_the_smallest_that_enough_do_not_exceed(mut values in collection::vec(0_u8..50, 1..60), percent in 1_usize..=100) {
            values.sort_unstable();
            let enough = |value: u8| values.iter().filter(|other| **other <= value).count() * 100 >= percent * values.len();
            let expected = values.iter().copied().find(|value| enough(*value));
            prop_assert_eq!(nearest_rank(&values, percent), expected);
        }
    }
}
