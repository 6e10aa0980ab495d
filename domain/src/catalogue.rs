//! The kinds of task that stand between a patient and home: the starting catalogue of `domain.md` 2.5, which a trust edits.

mod new_task;
pub mod plain;
mod tasks;
mod teams;
mod templates;

use serde::{Deserialize, Serialize};

pub use tasks::standard_tasks;
pub use teams::standard_teams;

use crate::{KindCode, Pathway, TeamCode, delay_reason::DelayReasonCode, due::DueRule};

/// What a task of this kind starts as, and what it means for the national reasons of delay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskKind {
    pub code: KindCode,
    pub title: String,
    /// The title in the two or three words that fit a chip: "TTO dispensed".
    pub short: String,
    pub owner_team: TeamCode,
    pub due: DueRule,
    /// The pathways on which it is usual.
    pub pathways: Vec<Pathway>,
    /// The pathways that bring it along as soon as they are proposed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposed_on: Vec<Pathway>,
    /// The kinds that come first, where the patient has them.
    pub after: Vec<KindCode>,
    /// The national reasons that an open task of this kind can stand for, the likelier first.
    pub delay_reasons: Vec<DelayReasonCode>,
    pub blocking: bool,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_45_kinds_in_order() {
        let codes: Vec<String> = standard_tasks().iter().map(|kind| kind.code.to_string()).collect();
        assert_eq!(codes, (1..=45).map(|number| format!("T{number:02}")).collect::<Vec<_>>());
    }

    #[test]
    fn every_owner_is_a_team_and_every_predecessor_a_kind() {
        let teams: BTreeSet<TeamCode> = standard_teams().into_iter().map(|team| team.code).collect();
        let kinds = standard_tasks();
        let codes: BTreeSet<&KindCode> = kinds.iter().map(|kind| &kind.code).collect();
        for kind in &kinds {
            assert!(teams.contains(&kind.owner_team), "{} belongs to nobody", kind.code);
            assert!(kind.after.iter().all(|first| codes.contains(first)), "{} follows nothing", kind.code);
            assert!(!kind.pathways.is_empty() && !kind.short.is_empty() && kind.short.chars().count() <= 24, "{}", kind.code);
        }
    }

    #[test]
    fn no_kind_comes_before_itself() {
        let kinds = standard_tasks();
        for kind in &kinds {
            let mut next = kind.after.clone();
            let mut steps = 0;
            while let Some(code) = next.pop() {
                assert!(code != kind.code && steps < 1_000, "{} waits for itself", kind.code);
                steps += 1;
                next.extend(kinds.iter().filter(|other| other.code == code).flat_map(|other| other.after.clone()));
            }
        }
    }
}
