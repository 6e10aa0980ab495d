//! The way back from the last change: offered for ten seconds, since a finger slips.

use std::time::Duration;

use domain::{Command, Envelope, MutationId, StayId, StepBack, task::freed, way_back};
use leptos::prelude::*;

use super::{Board, submit::Asked};
use crate::{
    components::{can_start_in_words, change_in_words},
    connection::Connection,
};

const OFFERED_FOR: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The change that it takes back; of several, the last.
    of: MutationId,
    /// "Done: TTO dispensed for OBI, Amara (Ms). Now TTO explained can start".
    pub words: String,
    way_back: Vec<(StayId, StepBack)>,
}

impl Board {
    /// Offers the way back from a change that was just asked for. Where there is none, the offer of the change before it ends
    /// too: one undoes what one did last.
    pub(super) fn offer_undo(self, asked: &Asked) {
        let Asked { before, command, .. } = asked;
        let mut words = self.with_directory(|directory| change_in_words(before, command, directory, self.clock()));
        if let Some(can_start) = self.can_start(before, command) {
            words = format!("{words}. {can_start}");
            self.announcement.set(can_start);
        }
        self.offer_undo_of_all(std::slice::from_ref(asked), words);
    }

    /// Offers the way back from several changes at once, the last of them first.
    pub(super) fn offer_undo_of_all(self, asked: &[Asked], words: String) {
        let Some(&Asked { of, .. }) = asked.last() else {
            return;
        };
        let ways_back: Option<Vec<_>> = asked.iter().rev().map(|asked| self.way_back(asked)).collect();
        let connection = self.connection;
        connection.undo.set(ways_back.map(|ways_back| Undo { of, words, way_back: ways_back.concat() }));
        set_timeout(move || end_offer(connection, of), OFFERED_FOR);
    }

    fn way_back(self, Asked { before, after, command, position, .. }: &Asked) -> Option<Vec<(StayId, StepBack)>> {
        let steps = self.with_actor(|actor| way_back(before, command, after, *position, actor, self.clock()))?;
        Some(steps.into_iter().map(|step| (before.id, step)).collect())
    }

    /// "Now TTO explained can start". Nothing where only a team's own tasks are seen: others may have to be done first.
    fn can_start(self, before: &domain::Stay, command: &Command) -> Option<String> {
        let (Command::CompleteTask { task } | Command::MarkTaskNotNeeded { task, .. }) = command else {
            return None;
        };
        let is_seen_whole = self.sees_whole_ward(&before.place.ward);
        is_seen_whole.then(|| self.with_directory(|directory| can_start_in_words(&freed(before, *task), directory)))?
    }

    /// What the row here can't show is for the server to judge: its patient may have left, or it holds only what is open for one's
    /// team.
    pub fn take_back(self, undo: Undo) {
        self.connection.undo.set(None);
        for (stay, StepBack { command, seen }) in undo.way_back {
            if self.put(stay, command.clone(), seen.clone()).is_err() {
                self.send_unseen(stay, command, seen);
            }
        }
    }
}

/// The way back is gone in the light of the change that it takes back, and of nothing that others have changed since.
pub(super) fn stands_in_log(connection: Connection, envelope: &Envelope, position: u32) {
    connection.undo.update_untracked(|undo| {
        let steps = undo.iter_mut().flat_map(|undo| &mut undo.way_back);
        steps.for_each(|(stay, step)| envelope.is_seen_in(*stay, &mut step.seen, position));
    });
}

/// Ends the offer to take back the change `of`, unless another has taken its place.
pub(super) fn end_offer(connection: Connection, of: MutationId) {
    if connection.undo.try_with_untracked(|undo| undo.as_ref().is_some_and(|undo| undo.of == of)) == Some(true) {
        connection.undo.set(None);
    }
}
