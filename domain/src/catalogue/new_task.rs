//! From a kind in the catalogue to a task for one patient.

use chrono::{DateTime, Utc};

use crate::{Stay, Task, TaskKind, TaskNumber, due::DueFrom, task::NewTask};

impl TaskKind {
    /// A task of this kind for `stay`, after those unfinished tasks of the kinds that come first, parked ones among them.
    pub fn new_task(&self, stay: &Stay, number: TaskNumber, now: DateTime<Utc>) -> NewTask {
        let comes_first = |task: &&Task| task.state.is_open() && task.kind.as_ref().is_some_and(|code| self.after.contains(code));
        NewTask {
            number,
            kind: Some(self.code.clone()),
            title: self.title.clone(),
            owner_team: self.owner_team.clone(),
            due: self.first_due(stay, now),
            blocking: self.blocking,
            after: stay.tasks.iter().filter(comes_first).map(|task| task.number).collect(),
        }
    }

    /// When a task that is added now is due.
    pub fn first_due(&self, stay: &Stay, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (admitted_at, expected_discharge) = (stay.admitted_at, stay.expected_discharge);
        self.due.due(DueFrom { admitted_at, added_at: now, expected_discharge })
    }
}
