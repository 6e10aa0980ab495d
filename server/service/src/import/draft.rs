//! A stay as it will be: every command is decided on a copy, by the same rules that the server will ask.
//!
//! So a dry run meets the refusals that the import would meet, and what is already so asks for nothing.

use domain::{Command, Entry, Stay, apply, decide, list::CellProblem};

use super::{cells::At, picture::Picture};

/// A command for one stay, with the words that tell of it and the cell that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub command: Command,
    /// "EDD set to 05-Mar-2026"; empty where another step tells of it.
    pub change: String,
    pub at: At,
}

pub(super) struct Draft<'a> {
    pub stay: Stay,
    pub steps: Vec<Step>,
    pub problems: Vec<CellProblem>,
    picture: &'a Picture,
}

impl<'a> Draft<'a> {
    pub(super) fn of(stay: Stay, picture: &'a Picture) -> Self {
        Self { stay, steps: Vec::new(), problems: Vec::new(), picture }
    }

    /// Asks for a change. Nothing where it is already so; a problem where it is refused.
    pub(super) fn ask(&mut self, command: Command, change: impl Into<String>, at: &At) {
        if let Err(refusal) = self.try_ask(command, change, at) {
            self.problems.push(at.problem(format!("{refusal} Left out.")));
        }
    }

    pub(super) fn try_ask(&mut self, command: Command, change: impl Into<String>, at: &At) -> Result<(), domain::Refusal> {
        let Picture { actor, now, .. } = self.picture;
        let events = decide(&self.stay, &command, actor, *now)?;
        if events.is_empty() {
            return Ok(());
        }
        for event in events {
            let entry = Entry { position: self.stay.position + 1, at: *now, by: actor.name.clone(), event };
            apply(&mut self.stay, &entry);
        }
        self.steps.push(Step { command, change: change.into(), at: at.clone() });
        Ok(())
    }

    /// An internal note, unless the same one was written before, also where somebody has withdrawn it since.
    pub(super) fn note(&mut self, text: String, change: impl Into<String>, at: &At) {
        if self.stay.notes.iter().all(|note| note.text != text) {
            let note = self.stay.next_note_number();
            self.ask(Command::AddNote { note, text, visibility: domain::Visibility::Internal }, change, at);
        }
    }
}
