//! "Done: TTO dispensed for OBI, Amara (Ms) · Undo": for ten seconds, out of the way of the work.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::{
    board::{Board, Undo},
    connection::Connection,
    parts::follow_up,
};

#[component]
pub fn UndoBar() -> impl IntoView {
    let connection = Connection::expect();
    let on_undo = move |_| {
        if let (Some(undo), Some(board)) = (connection.undo.get_untracked(), connection.board()) {
            follow_up(take_back(board, undo));
        }
    };
    view! {
        <div class="undo-bar" role="status">
            {move || {
                connection
                    .undo
                    .get()
                    .map(|undo| {
                        view! {
                            <p class="undo-bar__words">{undo.words}</p>
                            <button class="undo-bar__button" type="button" on:click=on_undo>
                                "Undo"
                            </button>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

#[wasm_split(work, fallible)]
fn take_back(board: Board, undo: Undo) -> Result<(), SplitLoaderError> {
    board.take_back(undo);
    Ok(())
}
