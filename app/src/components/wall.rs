//! A board for a screen on the wall: read from four metres, initials and bed alone, nothing to press. It turns its own pages.

mod wall_row;

use std::time::Duration;

use domain::clinical_time;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{ConnectionBanner, Freshness, WardSummary};
use crate::{
    board::{Board, Slot},
    outbox::device,
};
use wall_row::{WallEmptyBed, WallRow};

/// What a screen of 1080 lines holds at a size that four metres allow.
const ROWS_A_PAGE: usize = 9;
const TURN_EVERY: Duration = Duration::from_secs(15);

/// Whether the address asks for the wall's display.
pub fn is_for_wall() -> bool {
    use_query_map().with_untracked(|query| query.get_str("display") == Some("wall"))
}

/// The same of a query as the browser has it, `?display=wall`, before there is a router.
pub fn asks_for_wall(query: &str) -> bool {
    query.trim_start_matches('?').split('&').any(|pair| pair == "display=wall")
}

#[component]
pub fn WallScreen(name: String) -> impl IntoView {
    let board = Board::expect();
    let pages = Memo::new(move |_| board.slots().len().div_ceil(ROWS_A_PAGE).max(1));
    let turned = turn_pages();
    // Where patients leave, the last page may be gone.
    let page = Memo::new(move |_| turned.get() % pages.get());
    let shown = move || board.slots().into_iter().skip(page.get() * ROWS_A_PAGE).take(ROWS_A_PAGE).collect::<Vec<_>>();
    view! {
        <Title text=name.clone() />
        <ConnectionBanner />
        <main class="wall" id="main">
            <div class="wall__head">
                <h1 class="wall__ward">{name}</h1>
                <Freshness />
                <WardSummary />
                <p class="wall__clock">{move || clinical_time::time(board.now.get())}</p>
            </div>
            <ul class="wall__rows">
                <For each=shown key=Slot::key let:slot>
                    {match slot {
                        Slot::Patient(row) => view! { <WallRow row /> }.into_any(),
                        Slot::Unoccupied(ward, bed) => view! { <WallEmptyBed ward bed /> }.into_any(),
                    }}
                </For>
            </ul>
            <p class="wall__page">{move || format!("Page {} of {}", page.get() + 1, pages.get())}</p>
        </main>
    }
    .into_any()
}

/// Counts up, for as long as the screen is shown.
fn turn_pages() -> RwSignal<usize> {
    let turned = RwSignal::new(0);
    Effect::new(move || device::every(TURN_EVERY, move || turned.update(|turned| *turned += 1)));
    turned
}
