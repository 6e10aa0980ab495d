//! Says loudly that not all is shown: a filter that is forgotten hides a patient, or a task (`domain.md` 5.1, hazard 6, and 5.6,
//! PAL-0760).

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::filter_bar::filter_in_words;
use crate::{
    board::{Board, Shown},
    components::Icon,
};

/// `things` are what is counted: "12 of 28 patients shown: Overdue".
#[component]
pub fn FilterNotice(counted: Memo<Shown>, things: &'static str) -> impl IntoView {
    let board = Board::expect();
    let path = use_location().pathname;
    let asked = move || {
        let words = board.filter.with(|filter| board.with_directory(|directory| filter_in_words(filter, directory)));
        if words.is_empty() { String::new() } else { format!(": {words}") }
    };
    view! {
        <div role="status">
            <Show when=move || board.is_filtered()>
                <p class="filter-notice">
                    <Icon name="filter" />
                    <strong>
                        {move || {
                            let Shown { shown, of } = counted.get();
                            format!("{shown} of {of} {things} shown{}", asked())
                        }}
                    </strong>
                    <a class="filter-notice__clear" href=move || path.get() data-noscroll="" on:click=move |_| board.search.set(String::new())>
                        "Clear"
                    </a>
                </p>
            </Show>
        </div>
    }
}

/// Finds on this screen as one types. What is typed stays on the device.
#[component]
pub fn SearchBox() -> impl IntoView {
    let search = Board::expect().search;
    view! {
        <label class="search-box">
            <span class="visually-hidden">"Find on this page: name, NHS number or bed"</span>
            <Icon name="search" />
            <input
                class="search-box__input"
                type="search"
                autocomplete="off"
                placeholder="Find on this page"
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
        </label>
    }
}
