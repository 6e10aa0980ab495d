//! What every question does with its answer: asks for the change, and closes; or says why not, and stays.

use domain::{Command, Refusal, Stay, StayId};
use leptos::{html, prelude::*};

use crate::board::{Board, Panel, RowState, Sheet};

#[derive(Clone, Copy)]
pub struct Asking {
    pub board: Board,
    pub stay: StayId,
    /// How far the row had come when the question was put; `None` where its answer is seen to change.
    position: Option<u32>,
    refusal: RwSignal<Option<String>>,
}

impl Asking {
    pub fn about(board: Board, stay: StayId) -> Self {
        let position = board.row(stay).map_or(0, |row| row.read(RowState::position));
        Self { board, stay, position: Some(position), refusal: RwSignal::new(None) }
    }

    /// A question that stands beside what it asks about, as in a board round.
    pub fn in_view(board: Board, stay: StayId) -> Self {
        Self { board, stay, position: None, refusal: RwSignal::new(None) }
    }

    /// What others changed while the question stood is not overwritten in silence: it becomes a conflict.
    pub fn ask(self, command: Command) {
        match self.position {
            Some(position) => self.close_unless_refused(self.board.answer(self.stay, command, position)),
            None => self.ask_as_shown(command),
        }
    }

    /// For an answer of several changes, which are taken back together. `done` says what was done.
    pub fn ask_all(self, commands: Vec<Command>, done: String) {
        self.close_unless_refused(self.board.answer_all(self.stay, commands, self.position, done));
    }

    /// For a question that shows what others change while it stands.
    pub fn ask_as_shown(self, command: Command) {
        self.close_unless_refused(self.board.submit(self.stay, command));
    }

    fn close_unless_refused(self, asked: Result<(), Refusal>) {
        match asked {
            Ok(()) => {
                self.refusal.set(None);
                self.board.sheet.set(None);
            }
            Err(refusal) => self.refusal.set(Some(refusal.to_string())),
        }
    }

    pub fn complain(self, message: &str) {
        self.refusal.set(Some(message.to_owned()));
    }

    pub fn go_to(self, panel: Panel) {
        self.board.sheet.set(Some(Sheet { stay: self.stay, panel }));
    }

    pub fn may(self, command: &Command) -> bool {
        self.board.may(self.stay, command)
    }

    /// Reads the stay as it is shown now.
    pub fn read<T>(self, read: impl FnOnce(&Stay) -> T) -> Option<T> {
        self.board.row(self.stay).map(|row| row.read(|state| read(&state.shown.stay)))
    }

    /// The same, and again whenever it changes.
    pub fn follow<T>(self, read: impl FnOnce(&Stay) -> T) -> Option<T> {
        self.board.row(self.stay).map(|row| row.state.with(|state| read(&state.shown.stay)))
    }
}

#[component]
pub fn RefusalMessage(asking: Asking) -> impl IntoView {
    view! {
        <div role="alert">
            {move || asking.refusal.get().map(|message| view! { <Refused message /> })}
        </div>
    }
}

/// Brought into view: the button that was pressed may stand far below.
#[component]
fn Refused(message: String) -> impl IntoView {
    let words = NodeRef::<html::P>::new();
    words.on_load(|words| request_animation_frame(move || words.scroll_into_view()));
    view! {
        <p class="nhsuk-error-message sheet__refusal" node_ref=words>
            <span class="visually-hidden">"Error: "</span>
            {message}
        </p>
    }
}
