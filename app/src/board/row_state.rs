//! One row: what the server has said, and on top of it what was asked for and is not answered yet.
//!
//! What is shown is always the server's row with the waiting changes applied by the domain's own rules, so a change that
//! comes back as an event, or is refused, needs no undoing.

use chrono::{DateTime, Utc};
use domain::{
    Actor, Entry, Envelope, Event, MutationId, Outcome, Refusal, Seen, Stay, TaskNumber, apply,
    board::BoardRow,
    envelope::{ReceiptResult, seen_at},
    receive,
};

use super::{
    Leaving,
    mark::{Mark, Marks},
    spot,
};

#[derive(Debug, Clone)]
pub struct RowState {
    pub shown: BoardRow,
    /// What others have changed and nobody here has seen yet.
    pub marks: Marks,
    /// How the patient has left, while the row still stands.
    pub leaving: Option<Leaving>,
    /// As the server has it; `None` while that is what is shown.
    server: Option<Box<BoardRow>>,
    waiting: Vec<Waiting>,
    /// How far the log had come with one's own last change of a field.
    own: Seen,
    is_unsent: bool,
}

#[derive(Debug, Clone)]
struct Waiting {
    envelope: Envelope,
    by: Actor,
    /// The position at which the server has stored it: it is no longer needed once the row has come that far.
    stored_at: Option<u32>,
}

/// Whether an entry could be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Applied,
    /// Something that it builds on is missing: the row has to be fetched again.
    Gap,
}

impl RowState {
    pub fn new(shown: BoardRow) -> Self {
        Self { shown, marks: Marks::new(), leaving: None, server: None, waiting: Vec::new(), own: Seen::new(), is_unsent: false }
    }

    /// The fields which a command would change, seen as the server's row has them.
    pub fn seen(&self, command: &domain::Command, actor: &Actor, now: DateTime<Utc>) -> Result<Seen, Refusal> {
        seen_at(self.position(), &self.shown.stay, command, actor, now)
    }

    /// As they were when a question about them was put, at `position`, and as one has changed them since.
    pub fn seen_when_asked(&self, mut seen: Seen, position: u32) -> Seen {
        seen.iter_mut().for_each(|(field, seen)| *seen = self.own.get(field).map_or(position, |own| position.max(*own)));
        seen
    }

    /// Shows a change at once. `false` where it changes nothing.
    pub fn ask(&mut self, envelope: Envelope, actor: &Actor) -> Result<bool, Refusal> {
        let mut shown = self.shown.clone();
        let is_change = show(&mut shown.stay, &envelope, actor)?;
        if is_change {
            let before = std::mem::replace(&mut self.shown, shown);
            self.server.get_or_insert(Box::new(before));
            self.waiting.push(Waiting { envelope, by: actor.clone(), stored_at: None });
        }
        Ok(is_change)
    }

    pub fn hear(&mut self, entry: &Entry) -> Heard {
        let server = &self.server().stay;
        let is_new = entry.position > server.position;
        if entry.position > server.position + 1 || (is_new && needs_what_is_left_out(server, &entry.event)) {
            return Heard::Gap;
        }
        apply(&mut self.server_mut().stay, entry);
        self.show_again();
        Heard::Applied
    }

    /// Takes a fresh copy from the server. `false` where it is older than what is known already.
    pub fn replace(&mut self, row: BoardRow) -> bool {
        let is_fresh = row.stay.position >= self.server().stay.position;
        if is_fresh {
            *self.server_mut() = row;
            self.show_again();
        }
        is_fresh
    }

    /// Takes an answer in. An accepted change stays shown until its entry arrives on the live stream.
    pub fn settle(&mut self, id: MutationId, result: Option<&ReceiptResult>) {
        match result {
            Some(ReceiptResult::Accepted { position, .. }) => {
                let waiting = self.waiting.iter_mut().find(|waiting| waiting.envelope.mutation_id == id);
                if let Some(waiting) = waiting {
                    waiting.stored_at = Some(*position);
                    self.own.extend(waiting.envelope.seen.keys().map(|field| (*field, *position)));
                }
            }
            _ => self.waiting.retain(|waiting| waiting.envelope.mutation_id != id),
        }
        self.show_again();
    }

    /// Whether the entry comes of what `actor` has asked for here.
    pub fn waits_for(&self, entry: &Entry, actor: &Actor) -> bool {
        !self.waiting.is_empty() && entry.by == actor.name
    }

    /// Marks what looks different from `before`.
    pub fn mark(&mut self, before: &Stay, mark: &Mark) {
        let changed = spot::changed(before, &self.shown.stay);
        self.marks.extend(changed.into_iter().map(|spot| (spot, mark.clone())));
    }

    pub fn set_unsent(&mut self, is_unsent: bool) {
        self.is_unsent = is_unsent;
    }

    /// Whether something about this task could not be sent yet.
    pub fn is_unsent(&self, task: TaskNumber) -> bool {
        let about = |waiting: &Waiting| match &waiting.envelope.command {
            domain::Command::AddTask(new) => new.number == task,
            command => command.task() == Some(task),
        };
        self.is_unsent && self.waiting.iter().any(|waiting| waiting.stored_at.is_none() && about(waiting))
    }

    /// Whether something about the patient, or any of the tasks, could not be sent yet.
    pub fn has_unsent(&self) -> bool {
        self.is_unsent && self.waiting.iter().any(|waiting| waiting.stored_at.is_none())
    }

    /// How far the server's row has come.
    pub fn position(&self) -> u32 {
        self.server().stay.position
    }

    fn server(&self) -> &BoardRow {
        self.server.as_deref().unwrap_or(&self.shown)
    }

    fn server_mut(&mut self) -> &mut BoardRow {
        self.server.as_deref_mut().unwrap_or(&mut self.shown)
    }

    fn show_again(&mut self) {
        let position = self.position();
        self.waiting.retain(|waiting| waiting.stored_at.is_none_or(|stored| stored > position));
        let Some(server) = self.server.take() else {
            return;
        };
        self.shown = (*server).clone();
        for waiting in &self.waiting {
            drop(show(&mut self.shown.stay, &waiting.envelope, &waiting.by));
        }
        if !self.waiting.is_empty() {
            self.server = Some(server);
        }
    }
}

/// A row leaves out what is finished, and all reviews but the newest: where one of them counts after all, the row has to be
/// fetched again.
fn needs_what_is_left_out(stay: &Stay, event: &Event) -> bool {
    match event {
        Event::TaskAdded(_) => false,
        Event::ReviewWithdrawn { .. } => true,
        other => other.task().is_some_and(|task| stay.task(task).is_none()),
    }
}

/// The effect of an envelope by the domain's rules. What was seen is for the server to compare.
fn show(stay: &mut Stay, envelope: &Envelope, actor: &Actor) -> Result<bool, Refusal> {
    let blind = Envelope { seen: Seen::new(), ..envelope.clone() };
    match receive(stay, &blind, actor, envelope.made_at) {
        Outcome::Refused(refusal) => Err(refusal),
        Outcome::Changed(entries) => {
            entries.iter().for_each(|entry| apply(stay, entry));
            Ok(true)
        }
        Outcome::Unchanged | Outcome::Conflicted(_) => Ok(false),
    }
}

#[cfg(test)]
mod tests;
