//! Asking for a change: shown at once, sent, and settled by the answer.

use domain::{
    Command, Envelope, MutationId, Problem, Receipt, Refusal, Seen, Stay, StayId, count::counted, envelope::ReceiptResult,
    permission,
};
use leptos::prelude::*;

use super::{Board, Notice, NoticeKind, undo};
use crate::{components::about, connection::Connection, outbox::device};

/// How long an accepted change may take to arrive on the live stream before its row is fetched, in milliseconds.
const ARRIVES_WITHIN: u64 = 3_000;
/// What a change was about whose patient the page doesn't know.
const ELSEWHERE: &str = "your change for a patient who is not on this screen";

/// A change that is on its way, and the stay as it is shown before and after.
pub(super) struct Asked {
    pub of: MutationId,
    pub before: Stay,
    pub after: Stay,
    pub command: Command,
    /// How far the row had come, without it.
    pub position: u32,
}

impl Board {
    pub fn may(self, stay: StayId, command: &Command) -> bool {
        self.row(stay).is_some_and(|row| row.read(|state| self.may_to(&state.shown.stay, command)))
    }

    /// As [`Self::may`], of a stay that is at hand.
    pub fn may_to(self, stay: &Stay, command: &Command) -> bool {
        self.with_actor(|actor| permission::may_command(actor, stay, command))
    }

    /// Refused at once where the domain's rules say no; the server may still say so later.
    pub fn submit(self, stay: StayId, command: Command) -> Result<(), Refusal> {
        let seen = self.seen(stay, &command, None)?;
        self.send(stay, command, seen)
    }

    /// As [`Self::submit`], where no question stands open that could say why not: a notice does.
    pub fn submit_or_tell(self, stay: StayId, command: Command) {
        if let Err(refusal) = self.submit(stay, command.clone()) {
            self.tell_why_not(stay, &command, &refusal);
        }
    }

    fn tell_why_not(self, stay: StayId, command: &Command, refusal: &Refusal) {
        let kind = NoticeKind::NotDone(refusal.to_string());
        self.connection.notify(Notice { id: device::mutation_id(), about: self.about(stay, command), kind });
    }

    /// Whom and what a command is about, as far as the screen knows.
    fn about(self, stay: StayId, command: &Command) -> String {
        let row = self.row(stay);
        row.map_or_else(|| ELSEWHERE.to_owned(), |row| row.read(|state| about(&state.shown.stay, command)))
    }

    /// The answer to a question that was put when the row had come to `position`: of what has changed since, the person has
    /// seen nothing.
    pub fn answer(self, stay: StayId, command: Command, position: u32) -> Result<(), Refusal> {
        let seen = self.seen(stay, &command, Some(position))?;
        self.send(stay, command, seen)
    }

    /// As [`Self::answer`], or as [`Self::submit`] without a position, with several changes, which are taken back together.
    /// `done` says what was done.
    pub fn answer_all(self, stay: StayId, commands: Vec<Command>, position: Option<u32>, done: String) -> Result<(), Refusal> {
        let mut asked = Vec::new();
        let answered = commands.into_iter().try_for_each(|command| {
            let seen = self.seen(stay, &command, position)?;
            asked.extend(self.put(stay, command, seen)?);
            Ok(())
        });
        self.say_all_done(&asked, done);
        answered
    }

    /// Changes to several patients, which are taken back together. `done` says what was done, by how many were.
    pub fn submit_each_or_tell(self, changes: Vec<(StayId, Command)>, done: fn(usize) -> String) {
        let mut asked = Vec::new();
        for (stay, command) in changes {
            match self.seen(stay, &command, None).and_then(|seen| self.put(stay, command.clone(), seen)) {
                Ok(put) => asked.extend(put),
                Err(refusal) => self.tell_why_not(stay, &command, &refusal),
            }
        }
        self.say_all_done(&asked, done(asked.len()));
    }

    /// What of the fields that a command would change has been seen: as the row is now, or as it was at `position`.
    fn seen(self, stay: StayId, command: &Command, position: Option<u32>) -> Result<Seen, Refusal> {
        let Some(row) = self.row(stay) else {
            return Err(Refusal::NotAdmitted);
        };
        let now = self.clock();
        row.read(|state| {
            let seen = self.with_actor(|actor| state.seen(command, actor, now))?;
            Ok(match position {
                Some(position) => state.seen_when_asked(seen, position),
                None => seen,
            })
        })
    }

    /// Sends a change again, in the knowledge of what the others had put.
    pub fn insist(self, envelope: &Envelope, versions: impl IntoIterator<Item = (domain::Field, u32)>) -> Result<(), Refusal> {
        let mut seen = envelope.seen.clone();
        seen.extend(versions);
        self.send(envelope.stay, envelope.command.clone(), seen)
    }

    /// Sends what an earlier page of the same person could not, and shows it.
    pub fn take_up_unsent(self) {
        for envelope in self.connection.outbox.take_up(self.connection) {
            if let Some(row) = self.row(envelope.stay) {
                // Where the answer alone was lost, the row is as it was asked for already.
                self.change(&row, |state| self.with_actor(|actor| drop(state.ask(envelope, actor))));
            }
        }
    }

    fn send(self, stay: StayId, command: Command, seen: Seen) -> Result<(), Refusal> {
        if let Some(asked) = self.put(stay, command, seen)? {
            self.say_done(&asked);
        }
        Ok(())
    }

    /// Shows a change and puts it into the outbox; `None` where it changes nothing.
    pub(super) fn put(self, stay: StayId, command: Command, seen: Seen) -> Result<Option<Asked>, Refusal> {
        let envelope = self.envelope(stay, command, seen);
        let Some(row) = self.row(stay) else {
            return Err(Refusal::NotAdmitted);
        };
        let (before, position) = row.read(|state| (state.shown.stay.clone(), state.position()));
        let wanted_before = self.wanted();
        let asked = self.change(&row, |state| self.with_actor(|actor| state.ask(envelope.clone(), actor)));
        if !asked.unwrap_or(Ok(false))? {
            return Ok(None);
        }
        let after = row.read(|state| state.shown.stay.clone());
        if after.place != before.place || wanted_before != self.wanted() {
            self.arrange_now();
        }
        let asked = Asked { of: envelope.mutation_id, before, after, command: envelope.command.clone(), position };
        self.connection.outbox.put(envelope, self.connection);
        Ok(Some(asked))
    }

    /// Sends a change without showing it first: its row is not on the screen, or not whole enough to tell what becomes of it.
    pub(super) fn send_unseen(self, stay: StayId, command: Command, seen: Seen) {
        self.connection.outbox.put(self.envelope(stay, command, seen), self.connection);
    }

    fn envelope(self, stay: StayId, command: Command, seen: Seen) -> Envelope {
        Envelope { mutation_id: device::mutation_id(), stay, seen, command, made_at: self.clock() }
    }
}

/// Takes in the answer to an envelope, on whatever page one is by now.
pub fn settle(envelope: &Envelope, receipt: &Receipt, connection: Connection) {
    if let Some(kind) = bad_news(envelope, &receipt.result) {
        tell(envelope, kind, connection);
    }
    match receipt.result {
        ReceiptResult::Accepted { position, .. } => undo::stands_in_log(connection, envelope, position),
        _ => undo::say_no_longer(connection, envelope.mutation_id),
    }
    let Some((board, row)) = connection.board().and_then(|board| Some((board, board.row(envelope.stay)?))) else {
        return;
    };
    board.change(&row, |state| state.settle(envelope.mutation_id, Some(&receipt.result)));
    match receipt.result {
        ReceiptResult::Accepted { position, .. } => fetch_if_late(board, envelope.stay, position),
        ReceiptResult::Conflict { .. } => board.fetch(envelope.stay),
        _ => {}
    }
}

/// The server would not even look at it.
pub fn turned_away(envelope: &Envelope, problem: &Problem, connection: Connection) {
    tell(envelope, NoticeKind::NotDone(problem.to_string()), connection);
    undo::say_no_longer(connection, envelope.mutation_id);
    if let Some((board, row)) = connection.board().and_then(|board| Some((board, board.row(envelope.stay)?))) {
        board.change(&row, |state| state.settle(envelope.mutation_id, None));
    }
}

/// Says of these patients whether what was asked for them is known not to get through.
pub fn mark_unsent(stays: &[StayId], is_unsent: bool, connection: Connection) {
    if let Some(board) = connection.board() {
        for row in stays.iter().filter_map(|stay| board.row(*stay)) {
            board.change(&row, |state| state.set_unsent(is_unsent));
        }
    }
}

/// All that an earlier page left behind is sent, `last` at the end.
pub fn tell_sent(last: MutationId, count: usize, connection: Connection) {
    let changes = counted(count, "change", "changes");
    connection.notify(Notice { id: last, about: format!("Sent: {changes}"), kind: NoticeKind::Sent });
}

fn bad_news(envelope: &Envelope, result: &ReceiptResult) -> Option<NoticeKind> {
    match result {
        ReceiptResult::Accepted { .. } | ReceiptResult::Unchanged => None,
        ReceiptResult::Refused { message, .. } => Some(NoticeKind::NotDone(message.clone())),
        ReceiptResult::NotAllowed => Some(NoticeKind::NotDone(Problem::NotAllowed.to_string())),
        ReceiptResult::Conflict { conflicts } => {
            Some(NoticeKind::Conflict { conflicts: conflicts.clone(), envelope: Box::new(envelope.clone()) })
        }
    }
}

fn tell(envelope: &Envelope, kind: NoticeKind, connection: Connection) {
    let row = connection.board().and_then(|board| board.row(envelope.stay));
    let (about, kind) = match (row, kind) {
        (Some(row), kind) => (row.read(|state| about(&state.shown.stay, &envelope.command)), kind),
        (None, NoticeKind::NotDone(why)) => (ELSEWHERE.to_owned(), NoticeKind::NotDoneElsewhere { why, stay: envelope.stay }),
        (None, kind) => (ELSEWHERE.to_owned(), kind),
    };
    connection.notify(Notice { id: envelope.mutation_id, about, kind });
}

fn fetch_if_late(board: Board, stay: StayId, position: u32) {
    let wait = std::time::Duration::from_millis(ARRIVES_WITHIN);
    set_timeout(
        move || {
            let is_late = board.row(stay).is_some_and(|row| row.read(|state| state.position() < position));
            if is_late {
                board.fetch(stay);
            }
        },
        wait,
    );
}
