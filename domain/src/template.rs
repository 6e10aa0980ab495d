//! Proposing a pathway proposes its tasks: what would be added, and what is no longer usual (`domain.md` 2.5).
//!
//! A proposal changes nothing by itself. A person looks it through, and what they leave ticked becomes ordinary commands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::{
    Command, KindCode, Pathway, PathwayStage, Stay, Task, TaskKind, TaskNumber, TaskState, board::BoardRow, task::NewTask,
};

/// What a pathway would change about a patient's tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub pathway: Pathway,
    /// No task before one that it comes after.
    pub add: Vec<NewTask>,
    /// Open tasks that are not usual on the pathway, and that nobody has touched.
    pub no_longer_usual: Vec<TaskNumber>,
    /// Open tasks that are not usual on the pathway either, but are somebody's or under way.
    pub kept: Vec<TaskNumber>,
}

/// The beginning of the reason why a task that nobody had touched is not needed any more. Such a task may be proposed again.
const NOT_USUAL: &str = "Not usual on pathway";

/// What choosing `pathway` would change. `draw` gives the numbers of the new tasks (`docs/decisions/0002-task-numbers.md`).
pub fn propose(
    row: &BoardRow,
    pathway: Pathway,
    kinds: &[TaskKind],
    now: DateTime<Utc>,
    draw: impl FnMut() -> TaskNumber,
) -> Proposal {
    let unusual = row.stay.open_tasks().filter(|task| is_unusual(task, pathway, kinds));
    let (no_longer_usual, kept): (Vec<&Task>, Vec<&Task>) = unusual.partition(|task| is_untouched(task));
    let numbers = |tasks: Vec<&Task>| tasks.iter().map(|task| task.number).collect();
    Proposal {
        pathway,
        add: missing(row, pathway, kinds, now, draw),
        no_longer_usual: numbers(no_longer_usual),
        kept: numbers(kept),
    }
}

impl Proposal {
    /// Whether there is nothing to look through.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.no_longer_usual.is_empty()
    }

    /// The pathway at its stage, those of the new tasks that are wanted, and the end of those that are not needed.
    pub fn commands(
        &self,
        stage: PathwayStage,
        wanted: &BTreeSet<TaskNumber>,
        not_needed: &BTreeSet<TaskNumber>,
    ) -> Vec<Command> {
        let pathway = Some(self.pathway);
        let unwanted: BTreeSet<TaskNumber> =
            self.add.iter().map(|new| new.number).filter(|number| !wanted.contains(number)).collect();
        let add = self.add.iter().filter(|new| wanted.contains(&new.number)).map(|new| {
            let after = new.after.difference(&unwanted).copied().collect();
            Command::AddTask(Box::new(NewTask { after, ..new.clone() }))
        });
        let reason = format!("{NOT_USUAL} {}", self.pathway.short());
        let end = self.no_longer_usual.iter().filter(|number| not_needed.contains(number));
        let end = end.map(|task| Command::MarkTaskNotNeeded { task: *task, reason: reason.clone() });
        std::iter::once(Command::SetPathway { stage, pathway }).chain(add).chain(end).collect()
    }
}

/// The kind for which a task stands, so that it is not proposed again: also where it is finished. Not where it was added by
/// mistake, nor where another pathway has put it aside.
pub(crate) fn stands_for(task: &Task) -> Option<&KindCode> {
    match &task.state {
        TaskState::Cancelled { .. } => None,
        TaskState::NotNeeded { reason } if reason.starts_with(NOT_USUAL) => None,
        _ => task.kind.as_ref(),
    }
}

fn missing(
    row: &BoardRow,
    pathway: Pathway,
    kinds: &[TaskKind],
    now: DateTime<Utc>,
    mut draw: impl FnMut() -> TaskNumber,
) -> Vec<NewTask> {
    let is_missing = |kind: &&TaskKind| kind.proposed_on.contains(&pathway) && !row.has_had(&kind.code);
    let mut add: Vec<NewTask> = Vec::new();
    let mut times: BTreeMap<TaskNumber, Option<DateTime<Utc>>> =
        row.stay.open_tasks().map(|task| (task.number, task.due)).collect();
    for kind in in_order(kinds.iter().filter(is_missing).collect()) {
        let mut new = kind.new_task(&row.stay, draw(), now);
        let is_first = |other: &&NewTask| other.kind.as_ref().is_some_and(|code| kind.after.contains(code));
        new.after.extend(add.iter().filter(is_first).map(|other| other.number));
        let due = first_due(kind, &row.stay, new.after.iter().filter_map(|first| times.get(first).copied()), now);
        times.insert(new.number, due);
        // A time that has passed when the task is added is no due time.
        new.due = due.filter(|due| *due > now);
        add.push(new);
    }
    add
}

/// Counted from when the tasks before it are due, as it can't begin earlier: medicines are dispensed two hours after they
/// should be prescribed. Where one of them has no due time, it is not known when this one begins, and so it has none either.
fn first_due(
    kind: &TaskKind,
    stay: &Stay,
    before: impl Iterator<Item = Option<DateTime<Utc>>>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let before: Option<Vec<DateTime<Utc>>> = before.collect();
    if before.is_none() && kind.due.counts_from_adding() {
        return None;
    }
    kind.first_due(stay, before.into_iter().flatten().fold(now, DateTime::max))
}

/// No kind before one that it comes after; where a trust's catalogue goes in a circle, that is cut.
fn in_order(mut left: Vec<&TaskKind>) -> Vec<&TaskKind> {
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let waits = |kind: &&TaskKind| kind.after.iter().any(|first| left.iter().any(|other| other.code == *first));
        let next = left.iter().position(|kind| !waits(kind)).unwrap_or(0);
        ordered.push(left.remove(next));
    }
    ordered
}

/// Somebody's own words are usual on every pathway.
fn is_unusual(task: &Task, pathway: Pathway, kinds: &[TaskKind]) -> bool {
    let kind = task.kind.as_ref().and_then(|code| kinds.iter().find(|kind| kind.code == *code));
    kind.is_some_and(|kind| !kind.pathways.contains(&pathway) && !kind.proposed_on.contains(&pathway))
}

fn is_untouched(task: &Task) -> bool {
    task.state == TaskState::ToDo && task.owner.is_none()
}

#[cfg(test)]
mod tests;
