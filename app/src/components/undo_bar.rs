//! "Done: TTO dispensed for OBI, Amara (Ms) · Undo": for ten seconds, out of the way of the work.

use leptos::prelude::*;

use crate::connection::Connection;

#[component]
pub fn UndoBar() -> impl IntoView {
    let connection = Connection::expect();
    let take_back = move |_| {
        if let (Some(undo), Some(board)) = (connection.undo.get_untracked(), connection.board()) {
            board.take_back(undo);
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
                            <button class="undo-bar__button" type="button" on:click=take_back>
                                "Undo"
                            </button>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
