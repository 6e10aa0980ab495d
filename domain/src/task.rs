//! A task that stands between a patient and home: what, whose, by when, how far.

pub(crate) mod add;
mod freed;
pub(crate) mod hand_over;
pub(crate) mod link;
pub mod order;
pub(crate) mod park;
pub(crate) mod progress;
pub(crate) mod schedule;
mod state;

use std::{collections::BTreeSet, fmt};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use add::NewTask;
pub use freed::freed;
pub use park::ParkedBefore;
pub use state::{TaskState, TaskStateKind, WaitingFor};

use crate::{AccountId, KindCode, TeamCode, london};

/// A task's number in its stay.
///
/// The server hands out 1, 2, 3, …; a device that works without a network draws one above [`TaskNumber::DRAWN_FROM`], so
/// the two can't meet. A stay and a number together name a task everywhere (`docs/decisions/0002-task-numbers.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskNumber(pub u32);

impl TaskNumber {
    pub const DRAWN_FROM: Self = Self(0x1_0000);
}

impl fmt::Display for TaskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub number: TaskNumber,
    /// The catalogue's kind; `None` for a task that somebody worded themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindCode>,
    pub title: String,
    pub owner_team: TeamCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<Utc>>,
    /// Whether the patient has to wait for it.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub blocking: bool,
    /// The tasks that come first.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub after: BTreeSet<TaskNumber>,
    #[serde(default, skip_serializing_if = "TaskState::is_to_do")]
    pub state: TaskState,
    /// Who brought the task into its state, and when.
    pub by: String,
    pub at: DateTime<Utc>,
    /// Since when an open task rests: the patient meets the criteria to reside again. Whoever works on it takes it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parked_at: Option<DateTime<Utc>>,
}

/// The person who has taken a task on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    pub id: AccountId,
    pub name: String,
}

impl Task {
    /// To be done now: neither finished nor parked.
    pub fn is_open(&self) -> bool {
        self.state.is_open() && self.parked_at.is_none()
    }

    pub fn is_parked(&self) -> bool {
        self.state.is_open() && self.parked_at.is_some()
    }

    /// Past its due time and still open.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < now)
    }

    /// Still open, not late yet, and due before the day on the ward is over.
    pub fn is_due_today(&self, now: DateTime<Utc>) -> bool {
        self.is_open() && self.due.is_some_and(|due| due >= now && london::date(due) == london::date(now))
    }

    /// "Pharmacy's code, then who": "PHA, Amara Obi", or "PHA" where nobody has taken it on.
    pub fn owner_in_words(&self) -> String {
        match &self.owner {
            Some(owner) => format!("{}, {}", self.owner_team, owner.name),
            None => self.owner_team.to_string(),
        }
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}
