//! Patients who have left since the board was opened: a line, so that nobody vanishes unseen (`domain.md` 5.6, PAL-0910).

use leptos::prelude::*;

use crate::board::Board;

#[component]
pub fn LeftPatients() -> impl IntoView {
    let left = Board::expect().left;
    view! {
        <Show when=move || left.get() != 0>
            <p class="left-patients" role="status">
                {move || match left.get() {
                    1 => "1 patient has left this board.".to_owned(),
                    count => format!("{count} patients have left this board."),
                }}
                <button class="link-button" type="button" on:click=move |_| left.set(0)>
                    "OK"
                </button>
            </p>
        </Show>
    }
}

/// Tells a screen reader that something has changed, at most every ten seconds.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let announcement = Board::expect().announcement;
    view! {
        <p class="visually-hidden" aria-live="polite">
            {announcement}
        </p>
    }
}
