//! Patients who have left since the board was opened: a line, so that nobody vanishes unseen (`domain.md` 5.6, PAL-0910).

use leptos::prelude::*;

use crate::board::{Board, left_in_words};

/// Stands until it is acknowledged.
#[component]
pub fn LeftPatients() -> impl IntoView {
    let left = Board::expect().left;
    view! {
        <div role="status">
            <Show when=move || left.with(|left| !left.is_empty())>
                <p class="left-patients">
                    {move || left.with(|left| left_in_words(left))}
                    <button class="link-button" type="button" on:click=move |_| left.update(Vec::clear)>
                        "OK"
                    </button>
                </p>
            </Show>
        </div>
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
