//! How far the round has come.

use domain::{london, round};
use leptos::prelude::*;

use crate::board::Board;

#[component]
pub fn Progress() -> impl IntoView {
    let board = Board::expect();
    let counts = Memo::new(move |_| {
        let today = london::date(board.now.get());
        board.with_rows(|rows| {
            let done = rows.iter().filter(|row| row.read(|state| round::rounded(&state.shown.stay, today).is_done()));
            (done.count(), rows.len())
        })
    });
    let words = move || {
        let (done, all) = counts.get();
        format!("{done} of {all} talked about today")
    };
    view! {
        <p class="round__progress">
            <progress class="round__bar" aria-hidden="true" max=move || counts.get().1 value=move || counts.get().0></progress>
            {words}
        </p>
    }
}
