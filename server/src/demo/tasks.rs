//! The tasks between a patient and home: which ones, whose, and how far they have come.

mod choose;
mod progress;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{Command, KindCode, TaskKind, TaskNumber, WardCode, due::DueFrom, task::NewTask};

use super::{chance::Chance, outlook::Outlook, staff::Staff, story::Telling};

/// What telling a task needs to know.
pub(super) struct Scene<'a> {
    pub outlook: &'a Outlook,
    pub ward: &'a WardCode,
    pub staff: &'a Staff,
    pub kinds: &'a [TaskKind],
}

/// A task as it goes on: once its predecessors are done it can begin.
struct Errand<'a> {
    number: TaskNumber,
    kind: &'a TaskKind,
    added_at: DateTime<Utc>,
    due: Option<DateTime<Utc>>,
    /// When everything before it was done; `None` where something is still open.
    begins_at: Option<DateTime<Utc>>,
    /// What keeps this patient here.
    is_sticking: bool,
}

pub(super) fn tell(telling: &mut Telling, scene: &Scene<'_>, chance: &mut Chance) {
    let chosen = choose::choose(scene, chance);
    let mut numbers: BTreeMap<&KindCode, (TaskNumber, Option<DateTime<Utc>>)> = BTreeMap::new();
    for (number, choice) in (1..).map(TaskNumber).zip(&chosen) {
        let choose::Choice { kind, added_at, is_sticking } = *choice;
        let before: Vec<_> = kind.after.iter().filter_map(|code| numbers.get(code)).copied().collect();
        let due = kind.due.due(DueFrom {
            admitted_at: scene.outlook.admitted_at,
            added_at,
            expected_discharge: scene.outlook.expected,
        });
        // A date that had passed when the task was added is no due time.
        let due = due.filter(|due| *due > added_at);
        let new = NewTask {
            number,
            kind: Some(kind.code.clone()),
            title: kind.title.clone(),
            owner_team: kind.owner_team.clone(),
            due,
            blocking: kind.blocking,
            after: before.iter().map(|(number, _)| *number).collect(),
        };
        telling.say(added_at, &scene.staff.nurse(scene.ward, chance), Command::AddTask(Box::new(new)));
        let begins_at = before.iter().try_fold(added_at, |begin, (_, done)| done.map(|done| begin.max(done)));
        let errand = Errand { number, kind, added_at, due, begins_at, is_sticking };
        let done_at = progress::tell(telling, scene, &errand, chance);
        numbers.insert(&kind.code, (number, done_at));
    }
}
