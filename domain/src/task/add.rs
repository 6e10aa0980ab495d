//! Adding a task, from the catalogue or in one's own words.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Event, KindCode, Refusal, Stay, Task, TaskNumber, TaskState, TeamCode, task::schedule, text};

/// A task as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTask {
    pub number: TaskNumber,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindCode>,
    pub title: String,
    pub owner_team: TeamCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<Utc>>,
    #[serde(default = "super::yes", skip_serializing_if = "super::is_yes")]
    pub blocking: bool,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub after: BTreeSet<TaskNumber>,
}

/// The same task again is no change; another task under a number that is taken is refused.
pub(crate) fn decide(stay: &Stay, new: &NewTask) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    let title = text::required(&new.title, "the task", text::TITLE)?;
    if let Some(there) = stay.task(new.number) {
        let same = there.title == title && there.kind == new.kind;
        return if same { Ok(vec![]) } else { Err(Refusal::TaskNumberTaken) };
    }
    schedule::require_after_admission(stay, new.due)?;
    if new.after.iter().any(|first| stay.task(*first).is_none()) {
        return Err(Refusal::NoSuchTask);
    }
    Ok(vec![Event::TaskAdded(Box::new(NewTask { title, ..new.clone() }))])
}

pub(crate) fn apply(stay: &mut Stay, new: &NewTask, by: &str, at: DateTime<Utc>) {
    let Err(place) = stay.tasks.binary_search_by_key(&new.number, |task| task.number) else {
        return;
    };
    let NewTask { number, kind, title, owner_team, due, blocking, after } = new.clone();
    let (owner, state, by) = (None, TaskState::ToDo, by.to_owned());
    let parked_at = None;
    stay.tasks.insert(place, Task { number, kind, title, owner_team, owner, due, blocking, after, state, by, at, parked_at });
}
