//! The eight states of a task and the moves between them (`domain.md` 2.5).

use serde::{Deserialize, Serialize};

/// How far a task is. `Done`, `NotNeeded` and `Cancelled` are finished; the rest are open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(rename_all = "snake_case")]
#[strum_discriminants(
    name(TaskStateKind),
    derive(PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr, strum::EnumString)
)]
#[strum_discriminants(strum(serialize_all = "snake_case"))]
#[strum_discriminants(doc = "A task's state without what was said about it.")]
pub enum TaskState {
    #[default]
    ToDo,
    Requested,
    Accepted,
    InProgress,
    Waiting {
        on: String,
        waiting_for: WaitingFor,
    },
    Done,
    NotNeeded {
        reason: String,
    },
    /// Added by mistake.
    Cancelled {
        reason: String,
    },
}

/// The national list tells an arrangement that is still being made from one that is made and not yet available: its I and
/// C reasons (`domain.md` 3.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WaitingFor {
    #[default]
    Arrangements,
    Availability,
}

impl WaitingFor {
    /// "being arranged", to stand in brackets behind what is waited on.
    pub fn words(self) -> &'static str {
        match self {
            Self::Arrangements => "being arranged",
            Self::Availability => "arranged, not yet available",
        }
    }
}

impl TaskState {
    pub fn kind(&self) -> TaskStateKind {
        self.into()
    }

    pub fn is_open(&self) -> bool {
        self.kind().is_open()
    }

    pub(crate) fn is_to_do(&self) -> bool {
        *self == Self::ToDo
    }

    /// "Waiting on family (being arranged)", "Done".
    pub fn words(&self) -> String {
        match self {
            Self::Waiting { on, waiting_for } => format!("Waiting on {on} ({})", waiting_for.words()),
            plain => plain.kind().words().to_owned(),
        }
    }
}

impl TaskStateKind {
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::NotNeeded | Self::Cancelled)
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::ToDo => "To do",
            Self::Requested => "Requested",
            Self::Accepted => "Accepted",
            Self::InProgress => "In progress",
            Self::Waiting => "Waiting",
            Self::Done => "Done",
            Self::NotNeeded => "Not needed",
            Self::Cancelled => "Added by mistake",
        }
    }

    /// Whether a task may go from this state to another one.
    ///
    /// Open tasks move freely among each other, back to untouched too, but for one: what is under way was accepted. A finished
    /// task can only be reopened.
    pub fn may_become(self, next: Self) -> bool {
        use TaskStateKind::{Accepted, Cancelled, Done, InProgress, NotNeeded, Requested, ToDo, Waiting};
        match (self, next) {
            (same, other) if same == other => false,
            (Done | NotNeeded | Cancelled, next) => next == ToDo,
            (InProgress | Waiting, Accepted) => false,
            (ToDo | Requested | Accepted | InProgress | Waiting, _) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::{TaskStateKind as State, *};

    /// A row a state, in the order of the enum; x where the move is legal.
    #[rstest]
    #[case(State::ToDo, ".xxxxxxx")]
    #[case(State::Requested, "x.xxxxxx")]
    #[case(State::Accepted, "xx.xxxxx")]
    #[case(State::InProgress, "xx..xxxx")]
    #[case(State::Waiting, "xx.x.xxx")]
    #[case(State::Done, "x.......")]
    #[case(State::NotNeeded, "x.......")]
    #[case(State::Cancelled, "x.......")]
    fn the_legal_moves(#[case] from: State, #[case] expected: &str) {
        let found: String = State::iter().map(|to| if from.may_become(to) { 'x' } else { '.' }).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn three_states_are_finished() {
        assert_eq!(State::iter().filter(|state| !state.is_open()).count(), 3);
    }

    #[test]
    fn waiting_says_on_what_and_which_kind() {
        let state = TaskState::Waiting { on: "a bed at Oak House".to_owned(), waiting_for: WaitingFor::Availability };
        assert_eq!(state.words(), "Waiting on a bed at Oak House (arranged, not yet available)");
    }
}
