//! `/wards`: the hospital at a glance: a card a ward, what holds patients up, and who is one thing from home.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::{overview::Overview, permission};
use leptos::{prelude::*, task::spawn_local};
use wasm_split_helpers::wasm_split;

use crate::{
    api::{self, Failure, SignedIn},
    board::{Board, Shows, is_page_visible},
    components::{Freshness, HeldUpPanel, HospitalTotals, Loaded, OneThingPanel, Screen, WardCards},
    live::keep_live,
    outbox::device,
    parts::once_fetched,
};

/// How often figures are asked for by somebody who may not watch the patients behind them.
const ASK_EVERY: Duration = Duration::from_secs(30);

#[component]
pub fn WardsPage() -> impl IntoView {
    once_fetched(wards_page())
}

#[wasm_split(pages, fallible, preload(fetch_wards))]
pub fn wards_page() -> Result<AnyView, Failure> {
    let overview = Resource::new(|| (), |()| api::overview());
    let page = view! { <Loaded page=overview shown=|signed_in, overview| view! { <Wards signed_in overview /> } /> };
    Ok(page.into_any())
}

#[component]
fn Wards(signed_in: SignedIn, overview: Overview) -> impl IntoView {
    let board = Board::provide(Shows::Figures, Vec::new(), Vec::new(), overview.now, signed_in.clone());
    let sees_patients = permission::scope(&signed_in.actor).sees_patients();
    if sees_patients {
        keep_live(board, overview.sequence);
    } else {
        ask_now_and_then(board);
    }
    let overview = RwSignal::new(overview);
    keep_counted(board, overview);
    view! {
        <Screen title="Wards" signed_in is_wide=true>
            <div class="board-head">
                <h1 class="board-head__ward">"Wards"</h1>
                <Freshness />
                <HospitalTotals overview sees_patients />
            </div>
            <div class="hospital">
                <WardCards overview />
                <div class="hospital__side">
                    <HeldUpPanel overview sees_patients />
                    {sees_patients.then(|| view! { <OneThingPanel overview /> })}
                </div>
            </div>
        </Screen>
    }
}

/// Asks for the figures again whenever the board has been woken, and once a minute has begun since they were counted: tasks get
/// late and days begin though nobody does anything. A page that nobody sees asks for nothing until it is seen again.
fn keep_counted(board: Board, overview: RwSignal<Overview>) {
    Effect::new(move || {
        let wake = move |_| board.woken.update(|woken| *woken += 1);
        let listener = window_event_listener_untyped("visibilitychange", wake);
        on_cleanup(move || listener.remove());
    });
    Effect::new(move |last: Option<u32>| {
        let woken = board.woken.get();
        let is_old = minute(board.now.get()) > overview.with_untracked(|shown| minute(shown.now));
        let is_woken = last.is_some_and(|last| last != woken);
        if is_page_visible() && (is_old || is_woken) {
            spawn_local(count_again(board, overview));
        }
        woken
    });
}

async fn count_again(board: Board, overview: RwSignal<Overview>) {
    if let Some(fresh) = board.figures().await {
        board.set_now(fresh.now);
        overview.set(fresh);
    }
}

fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

fn ask_now_and_then(board: Board) {
    Effect::new(move || device::every(ASK_EVERY, move || board.woken.update(|woken| *woken += 1)));
}
