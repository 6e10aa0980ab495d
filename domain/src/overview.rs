//! The hospital at a glance: each ward in figures, what holds patients up now, and who is one thing from home.

use std::{cmp::Reverse, collections::BTreeMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{EscalationLevel, EscalationTimes, KindCode, Place, Stay, StayId, Task, TeamCode, WardFigures, filter};

/// What the hospital's page shows. Tasks are counted over the stays that the viewer may count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The worst first.
    pub wards: Vec<WardFigures>,
    /// Open blocking tasks by the team that owns them, the most first.
    pub by_team: Vec<HeldUp<TeamCode>>,
    /// The same by kind of task; those in somebody's own words are not among them.
    pub by_kind: Vec<HeldUp<KindCode>>,
    /// Open blocking tasks that have climbed to each level above their owner, the highest first.
    pub escalated: Vec<(EscalationLevel, u32)>,
    pub one_thing: Vec<OneThing>,
    pub sequence: i64,
    pub now: DateTime<Utc>,
}

/// How many open blocking tasks wait for one team, or are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldUp<C> {
    pub code: C,
    pub tasks: u32,
    pub overdue: u32,
    /// The earliest due time among them.
    pub first_due: Option<DateTime<Utc>>,
}

/// A patient who is ready, and whom a single open task keeps here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneThing {
    pub stay: StayId,
    pub name: String,
    pub place: Place,
    pub task: Task,
}

/// The wards with the most overdue tasks first, then those with the most patients who are ready, then with the most of 21 days.
pub fn worst_first(wards: &mut [WardFigures]) {
    wards.sort_by_key(|ward| Reverse((ward.overdue, ward.ready, ward.twenty_one_plus)));
}

/// Counts the open blocking tasks of these stays by `code`, the most first.
pub fn held_up<'a, C: Ord + Clone + 'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    code: impl Fn(&'a Task) -> Option<&'a C>,
    now: DateTime<Utc>,
) -> Vec<HeldUp<C>> {
    let mut counted: BTreeMap<&C, HeldUp<C>> = BTreeMap::new();
    for task in tasks.into_iter().filter(|task| task.blocking && task.is_open()) {
        let Some(code) = code(task) else {
            continue;
        };
        let entry = counted.entry(code).or_insert_with(|| HeldUp { code: code.clone(), tasks: 0, overdue: 0, first_due: None });
        entry.tasks += 1;
        entry.overdue += u32::from(task.is_overdue(now));
        entry.first_due = entry.first_due.into_iter().chain(task.due).min();
    }
    let mut counted: Vec<_> = counted.into_values().collect();
    counted.sort_by_key(|held_up| Reverse(held_up.tasks));
    counted
}

/// Counts the tasks that stand at each level above their owner, the highest first.
pub fn escalated<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    times: EscalationTimes,
    now: DateTime<Utc>,
) -> Vec<(EscalationLevel, u32)> {
    let mut counted: BTreeMap<EscalationLevel, u32> = BTreeMap::new();
    for level in tasks.into_iter().filter_map(|task| times.level(task, now)).filter(|level| *level > EscalationLevel::Owner) {
        *counted.entry(level).or_default() += 1;
    }
    counted.into_iter().rev().collect()
}

/// `None` where more than one thing, or nothing, keeps the patient here.
pub fn one_thing(stay: &Stay) -> Option<OneThing> {
    let task = filter::one_thing_from_home(stay)?.clone();
    Some(OneThing { stay: stay.id, name: stay.patient.name.to_string(), place: stay.place.clone(), task })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{TaskNumber, TaskState};

    fn now() -> DateTime<Utc> {
        "2026-03-05T15:40:00Z".parse().expect("an instant")
    }

    fn task(team: &str, due: Option<&str>) -> Task {
        Task {
            number: TaskNumber(1),
            kind: None,
            title: "A task".to_owned(),
            owner_team: team.parse().expect("a team"),
            owner: None,
            due: due.map(|due| due.parse().expect("an instant")),
            blocking: true,
            after: BTreeSet::new(),
            state: TaskState::ToDo,
            by: "Tom Reyes".to_owned(),
            at: now(),
            parked_at: None,
        }
    }

    fn ward(name: &str, overdue: u32, ready: u32) -> WardFigures {
        WardFigures {
            code: "ward".parse().expect("a ward"),
            name: name.to_owned(),
            beds: 28,
            bed_count: None,
            patients: 27,
            ready,
            not_reviewed: 0,
            seven_plus: 0,
            fourteen_plus: 0,
            twenty_one_plus: 0,
            going_today: 0,
            due_today: 0,
            overdue,
            may_open: true,
        }
    }

    #[test]
    fn what_waits_for_whom_is_counted_without_what_does_not_block() {
        let tasks = [
            task("THER", None),
            task("PHA", Some("2026-03-05T15:00:00Z")),
            task("PHA", Some("2026-03-06T12:00:00Z")),
            Task { blocking: false, ..task("THER", None) },
            Task { state: TaskState::Done, ..task("THER", None) },
        ];
        let found = held_up(&tasks, |task| Some(&task.owner_team), now());
        let pharmacy =
            HeldUp { code: "PHA".parse().expect("a team"), tasks: 2, overdue: 1, first_due: "2026-03-05T15:00:00Z".parse().ok() };
        let therapies = HeldUp { code: "THER".parse().expect("a team"), tasks: 1, overdue: 0, first_due: None };
        assert_eq!(found, [pharmacy, therapies]);
        assert_eq!(held_up(&tasks, |task| task.kind.as_ref(), now()), []);
    }

    #[test]
    fn the_worst_ward_comes_first() {
        let mut wards = [ward("Cedar", 3, 9), ward("Maple", 12, 1), ward("Rowan", 3, 10)];
        worst_first(&mut wards);
        assert_eq!(wards.map(|ward| ward.name), ["Maple", "Rowan", "Cedar"]);
    }
}
