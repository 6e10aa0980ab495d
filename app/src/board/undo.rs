//! The way back from the last change: offered for ten seconds, since a finger slips.

use std::time::Duration;

use domain::{Command, MutationId, Stay, StayId, permission, task::freed};
use leptos::prelude::*;

use super::{Board, submit::Asked};
use crate::{
    components::{about, can_start_in_words, done_in_words},
    connection::Connection,
};

const OFFERED_FOR: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The change that it takes back.
    pub of: MutationId,
    pub stay: StayId,
    /// "Done: TTO dispensed for OBI, Amara (Ms). Now TTO explained can start".
    pub words: String,
    way_back: Vec<Command>,
}

impl Board {
    /// Offers the way back from a change that was just asked for. Where there is none, the offer of the change before it ends
    /// too: one undoes what one did last.
    pub(super) fn offer_undo(self, asked: &Asked) {
        let Asked { of, before, command } = asked;
        let mut words = format!("{}: {}", done_in_words(command), about(before, command));
        if let Some(can_start) = self.can_start(before, command) {
            words = format!("{words}. {can_start}");
            self.announcement.set(can_start);
        }
        let undo = self.way_back(asked).map(|way_back| Undo { of: *of, stay: before.id, words, way_back });
        self.offer(*of, undo);
    }

    /// Offers the way back from several changes at once, the last of them first.
    pub(super) fn offer_undo_of_all(self, asked: &[Asked], words: String) {
        let Some(Asked { of, before, .. }) = asked.last() else {
            return;
        };
        let ways_back: Option<Vec<_>> = asked.iter().rev().map(|asked| self.way_back(asked)).collect();
        let undo = ways_back.map(|ways_back| Undo { of: *of, stay: before.id, words, way_back: ways_back.concat() });
        self.offer(*of, undo);
    }

    fn way_back(self, Asked { before, command, .. }: &Asked) -> Option<Vec<Command>> {
        let may = |command: &Command| match command {
            // The task or note that was added is not there before.
            Command::CancelTask { .. } | Command::WithdrawNote { .. } => true,
            other => self.with_actor(|actor| permission::may_command(actor, before, other)),
        };
        domain::undo(before, command).filter(|way_back| way_back.iter().all(may))
    }

    /// "Now TTO explained can start". Nothing where only a team's own tasks are seen: others may have to be done first.
    fn can_start(self, before: &Stay, command: &Command) -> Option<String> {
        let (Command::CompleteTask { task } | Command::MarkTaskNotNeeded { task, .. }) = command else {
            return None;
        };
        let is_seen_whole = self.sees_whole_ward(&before.place.ward);
        is_seen_whole.then(|| self.with_directory(|directory| can_start_in_words(&freed(before, *task), directory)))?
    }

    fn offer(self, of: MutationId, undo: Option<Undo>) {
        let connection = self.connection;
        connection.undo.set(undo);
        set_timeout(move || end_offer(connection, of), OFFERED_FOR);
    }

    pub fn take_back(self, undo: Undo) {
        for command in undo.way_back {
            self.submit_or_tell(undo.stay, command);
        }
        self.connection.undo.set(None);
    }
}

fn end_offer(connection: Connection, of: MutationId) {
    connection.undo.try_update(|undo| {
        if undo.as_ref().is_some_and(|undo| undo.of == of) {
            *undo = None;
        }
    });
}
