//! The figures of tasks, counted one after the other: of a year of a large trust, no list is kept.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Progress, TaskTime};
use crate::{KindCode, TeamCode, london, report::Share};

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
    /// [`Figure::TaskMedian`](crate::report::Figure::TaskMedian); `None` where nothing is done.
    pub median: Option<TimeDelta>,
    /// [`Figure::TaskNinetieth`](crate::report::Figure::TaskNinetieth).
    pub ninetieth: Option<TimeDelta>,
    /// [`Figure::TasksOnTime`](crate::report::Figure::TasksOnTime).
    pub on_time: Share,
    /// [`Figure::TaskBedDays`](crate::report::Figure::TaskBedDays).
    pub bed_days: u32,
}

/// What tasks have in common whose figures are one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TasksBy {
    Team,
    KindAndTeam,
}

/// Tasks counted by kind and team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskCounts(BTreeMap<(Option<KindCode>, TeamCode), Count>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Count {
    open: u32,
    parked: u32,
    overdue: u32,
    /// How long each that is done took.
    took: Vec<TimeDelta>,
    on_time: Share,
    bed_days: u32,
}

impl TaskCounts {
    /// What is open counts as it is now; what is done, where it was done in the period. The bed days are those of the period.
    pub fn add(&mut self, time: TaskTime, period: &RangeInclusive<NaiveDate>, now: DateTime<Utc>) {
        if time.done_at().is_some_and(|at| !period.contains(&london::date(at))) {
            return;
        }
        let (is_overdue, took, was_on_time) = (time.is_overdue(now), time.took(), time.was_on_time());
        let (progress, bed_days) = (time.progress, time.bed_days(period, now));
        let count = self.0.entry((time.kind, time.owner_team)).or_default();
        count.open += u32::from(progress == Progress::Open);
        count.parked += u32::from(progress == Progress::Parked);
        count.overdue += u32::from(is_overdue);
        count.took.extend(took);
        count.on_time += was_on_time.into_iter().collect::<Share>();
        count.bed_days += bed_days;
    }

    /// Adds tasks that were counted apart.
    pub fn append(&mut self, other: Self) {
        for (group, count) in other.0 {
            self.0.entry(group).or_default().append(count);
        }
    }

    /// The performance of each kind and team, or of each team, in the order of their codes; tasks in somebody's own words first.
    pub fn performance(&self, by: TasksBy) -> Vec<TaskPerformance> {
        let mut groups: BTreeMap<_, Count> = BTreeMap::new();
        for ((kind, team), count) in &self.0 {
            let kind = kind.as_ref().filter(|_| by == TasksBy::KindAndTeam);
            groups.entry((kind, team)).or_default().append(count.clone());
        }
        groups.into_iter().map(|((kind, team), count)| count.performance(kind.cloned(), team.clone())).collect()
    }
}

impl Count {
    fn append(&mut self, mut other: Self) {
        self.open += other.open;
        self.parked += other.parked;
        self.overdue += other.overdue;
        self.took.append(&mut other.took);
        self.on_time += other.on_time;
        self.bed_days += other.bed_days;
    }

    fn performance(mut self, kind: Option<KindCode>, owner_team: TeamCode) -> TaskPerformance {
        self.took.sort_unstable();
        let Self { open, parked, overdue, took, on_time, bed_days } = self;
        TaskPerformance {
            kind,
            owner_team,
            open,
            parked,
            overdue,
            done: took.iter().map(|_| 1).sum(),
            median: nearest_rank(&took, 50),
            ninetieth: nearest_rank(&took, 90),
            on_time,
            bed_days,
        }
    }
}

/// The nearest-rank percentile of sorted values: the smallest of them that at least so many per cent do not exceed. Always a
/// value that occurred; of an even number, the 50th is the lower of the middle two.
fn nearest_rank<T: Copy>(sorted: &[T], percent: usize) -> Option<T> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use proptest::{collection, prelude::*};
    use rstest::rstest;

    use super::{
        super::tests::{in_march, pharmacy},
        *,
    };
    use crate::report::story::at;

    fn counted_at(now: &str, times: impl IntoIterator<Item = TaskTime>) -> TaskCounts {
        let mut counts = TaskCounts::default();
        times.into_iter().for_each(|time| counts.add(time, &in_march(), at(now)));
        counts
    }

    fn counted(times: impl IntoIterator<Item = TaskTime>) -> TaskCounts {
        counted_at("2026-03-05T12:00:00Z", times)
    }

    #[test]
    fn a_team_and_a_kind_have_their_figures() {
        let times: Vec<TaskTime> = [Some(30), Some(120), Some(121), Some(10), None, None].into_iter().map(pharmacy).collect();
        let parked = TaskTime { progress: Progress::Parked, ..pharmacy(None) };
        let own_words = TaskTime { kind: None, due: None, ..pharmacy(Some(5)) };
        let found = counted(times.into_iter().chain([own_words, parked])).performance(TasksBy::KindAndTeam);
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
        let found = counted(times).performance(TasksBy::Team);
        let found: Vec<_> = found.iter().map(|line| (&line.kind, line.owner_team.as_str(), line.done, line.open)).collect();
        assert_eq!(found, [(&None, "OT", 0, 1), (&None, "PHA", 2, 0)]);
    }

    #[test]
    fn a_task_is_overdue_after_its_time_and_not_at_it() {
        let overdue = |now| counted_at(now, [pharmacy(None)]).performance(TasksBy::KindAndTeam)[0].overdue;
        assert_eq!((overdue("2026-03-05T11:00:00Z"), overdue("2026-03-05T11:00:01Z")), (0, 1));
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
        fn tasks_counted_in_two_parts_are_those_counted_at_once(minutes in collection::vec(proptest::option::of(0_i64..300), 0..20), part in 0_usize..20) {
            let times: Vec<TaskTime> = minutes.into_iter().map(pharmacy).collect();
            let (first, rest) = times.split_at(part.min(times.len()));
            let mut parts = counted(first.to_vec());
            parts.append(counted(rest.to_vec()));
            prop_assert_eq!(parts, counted(times));
        }

        #[test]
        fn a_percentile_is_the_smallest_that_enough_do_not_exceed(mut values in collection::vec(0_u8..50, 1..60), percent in 1_usize..=100) {
            values.sort_unstable();
            let enough = |value: u8| values.iter().filter(|other| **other <= value).count() * 100 >= percent * values.len();
            let expected = values.iter().copied().find(|value| enough(*value));
            prop_assert_eq!(nearest_rank(&values, percent), expected);
        }
    }
}
