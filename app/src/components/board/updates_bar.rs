//! "15 updates (8 out of view)": what others have changed and nobody here has seen, and the way there (`domain.md` 5.6,
//! PAL-0840 to 0980).

use domain::StayId;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::board::{Board, Updates, is_in_view, row_element};

/// How often the way to a row is measured again.
const FRAMES: u32 = 10;

#[component]
pub fn UpdatesBar() -> impl IntoView {
    let board = Board::expect();
    let updates = Memo::new(move |_| board.marked.with(Updates::of));
    view! {
        <Show when=move || updates.get().all != 0>
            <UpdatesToSee updates />
        </Show>
    }
}

#[component]
fn UpdatesToSee(updates: Memo<Updates>) -> impl IntoView {
    // The last change that the question is about.
    let asked = RwSignal::new(None);
    view! {
        <div class="updates-bar" role="group" aria-label="Updates">
            {move || match asked.get() {
                None => view! { <Count updates asked /> }.into_any(),
                Some(up_to) => view! { <Question updates asked up_to /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Count(updates: Memo<Updates>, asked: RwSignal<Option<u32>>) -> impl IntoView {
    let board = Board::expect();
    let last = StoredValue::new(None);
    let go_to_next = move |_| {
        let next = board.next_marked(last.get_value());
        last.set_value(next);
        next.into_iter().for_each(go_to);
    };
    view! {
        <strong class="updates-bar__count">{move || updates.get().words()}</strong>
        <button class="updates-bar__button" type="button" on:click=go_to_next>
            "Next"
        </button>
        <button class="updates-bar__button" type="button" on:click=move |_| asked.set(Some(board.last_mark()))>
            "Mark all as seen"
        </button>
    }
}

/// Asked first: a mark that is taken off by a slip is a change that nobody sees.
#[component]
fn Question(updates: Memo<Updates>, asked: RwSignal<Option<u32>>, up_to: u32) -> impl IntoView {
    let board = Board::expect();
    let count = updates.get_untracked().count_in_words();
    let no = NodeRef::<html::Button>::new();
    no.on_load(|no| drop(no.focus()));
    let see_all = move |_| {
        focus_board();
        asked.set(None);
        board.see_all(up_to);
    };
    view! {
        <strong class="updates-bar__count">{format!("Mark {count} as seen?")}</strong>
        <button class="updates-bar__button updates-bar__button--yes" type="button" on:click=see_all>
            "Yes, all seen"
        </button>
        <button class="updates-bar__button" type="button" node_ref=no on:click=move |_| asked.set(None)>
            "No"
        </button>
    }
}

/// Scrolls there and puts the focus on the patient's name.
fn go_to(stay: StayId) {
    let Some(row) = row_element(stay) else {
        return;
    };
    let name = row.query_selector("a").ok().flatten();
    if let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) {
        drop(name.focus());
    }
    scroll_to(stay, row, FRAMES);
}

/// What lies out of view gets its size only when it comes into view: so the way there is measured again for some frames.
fn scroll_to(stay: StayId, row: Element, frames: u32) {
    if !is_in_view(stay) {
        row.scroll_into_view();
    }
    if frames > 0 {
        request_animation_frame(move || scroll_to(stay, row, frames - 1));
    }
}

/// The bar goes, and the focus must not go with it.
fn focus_board() {
    let board = document().query_selector(".board-scroller").ok().flatten();
    if let Some(board) = board.and_then(|board| board.dyn_into::<HtmlElement>().ok()) {
        drop(board.focus());
    }
}
