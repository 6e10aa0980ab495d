//! What one has just done, said for ten seconds with the way back from it, since a finger slips.

use std::time::Duration;

use domain::{Command, Envelope, MutationId, StayId, StepBack, task::freed, way_back};
use leptos::prelude::*;

use super::{Board, submit::Asked};
use crate::{
    components::{can_start_in_words, change_in_words},
    connection::Connection,
};

const SAID_FOR: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The change; of several, the last.
    of: MutationId,
    /// "Done: TTO dispensed for OBI, Amara (Ms). Now TTO explained can start".
    pub words: String,
    way_back: Option<Vec<(StayId, StepBack)>>,
}

impl Done {
    pub fn has_way_back(&self) -> bool {
        self.way_back.is_some()
    }
}

impl Board {
    /// Says what was just asked for, with the way back where there is one. The way back from the change before it ends: one
    /// undoes what one did last.
    pub(super) fn say_done(self, asked: &Asked) {
        let Asked { before, command, .. } = asked;
        let mut words = self.with_directory(|directory| change_in_words(before, command, directory, self.clock()));
        if let Some(can_start) = self.can_start(before, command) {
            words = format!("{words}. {can_start}");
            self.announcement.set(can_start);
        }
        self.say_all_done(std::slice::from_ref(asked), words);
    }

    /// Several changes have one way back, the last of them first.
    pub(super) fn say_all_done(self, asked: &[Asked], words: String) {
        let Some(&Asked { of, .. }) = asked.last() else {
            return;
        };
        let ways_back: Option<Vec<_>> = asked.iter().rev().map(|asked| self.way_back(asked)).collect();
        let connection = self.connection;
        connection.done.set(Some(Done { of, words, way_back: ways_back.map(|ways_back| ways_back.concat()) }));
        set_timeout(move || say_no_longer(connection, of), SAID_FOR);
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
    pub fn take_back(self, done: Done) {
        self.connection.done.set(None);
        for (stay, StepBack { command, seen }) in done.way_back.into_iter().flatten() {
            if self.put(stay, command.clone(), seen.clone()).is_err() {
                self.send_unseen(stay, command, seen);
            }
        }
    }
}

/// The way back is gone in the light of the change that it takes back, and of nothing that others have changed since.
pub(super) fn stands_in_log(connection: Connection, envelope: &Envelope, position: u32) {
    connection.done.update_untracked(|done| {
        let steps = done.iter_mut().flat_map(|done| done.way_back.iter_mut().flatten());
        steps.for_each(|(stay, step)| envelope.is_seen_in(*stay, &mut step.seen, position));
    });
}

/// Says no longer that the change `of` was done, unless it speaks of another by now.
pub(super) fn say_no_longer(connection: Connection, of: MutationId) {
    if connection.done.try_with_untracked(|done| done.as_ref().is_some_and(|done| done.of == of)) == Some(true) {
        connection.done.set(None);
    }
}
