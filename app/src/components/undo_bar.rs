//! "Done: TTO dispensed for OBI, Amara (Ms) · Undo": for ten seconds, out of the way of the work.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::{
    board::{Board, Done},
    connection::Connection,
    parts::follow_up,
};

#[component]
pub fn UndoBar() -> impl IntoView {
    let connection = Connection::expect();
    let on_undo = move |_| {
        if let (Some(done), Some(board)) = (connection.done.get_untracked(), connection.board()) {
            follow_up(take_back(board, done));
        }
    };
    view! {
        <div class="undo-bar" role="status">
            {move || {
                connection
                    .done
                    .get()
                    .map(|done| {
                        let has_way_back = done.has_way_back();
                        view! {
                            <p class="undo-bar__words">{done.words}</p>
                            {has_way_back
                                .then(|| {
                                    view! {
                                        <button class="undo-bar__button" type="button" on:click=on_undo>
                                            "Undo"
                                        </button>
                                    }
                                })}
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

#[wasm_split(work, fallible)]
fn take_back(board: Board, done: Done) -> Result<(), SplitLoaderError> {
    board.take_back(done);
    Ok(())
}
