//! The way back from the last change: offered for ten seconds, since a finger slips.

use std::time::Duration;

use domain::{Command, MutationId, Stay, StayId, permission};
use leptos::prelude::*;

use super::Board;
use crate::{
    components::{about, done_in_words},
    connection::Connection,
};

const OFFERED_FOR: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The change that it takes back.
    pub of: MutationId,
    pub stay: StayId,
    /// "Done: TTO dispensed for OBI, Amara (Ms)".
    pub words: String,
    way_back: Vec<Command>,
}

impl Board {
    /// Offers the way back from a change that was just asked for on a stay as it stood `before`. Where there is none, the
    /// offer of the change before it ends too: one undoes what one did last.
    pub(super) fn offer_undo(self, of: MutationId, before: &Stay, command: &Command) {
        let undo = domain::undo(before, command).and_then(|way_back| {
            let words = format!("{}: {}", done_in_words(command), about(before, command));
            let may = |command: &Command| match command {
                // The task or note that was added is not there before.
                Command::CancelTask { .. } | Command::WithdrawNote { .. } => true,
                other => self.with_actor(|actor| permission::may_command(actor, before, other)),
            };
            way_back.iter().all(may).then_some(Undo { of, stay: before.id, words, way_back })
        });
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
