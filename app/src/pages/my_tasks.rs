//! `/my-tasks`: what one person has to do, across the wards, by due time.

use domain::HospitalBoard;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::{
    api::{self, Failure, SignedIn},
    board::Board,
    components::{Freshness, LiveRegion, Loaded, Screen, SearchBox, SheetDialog, TaskQueue},
    live::keep_live,
    parts::once_fetched,
};

#[component]
pub fn MyTasksPage() -> impl IntoView {
    once_fetched(my_tasks_page())
}

#[wasm_split(pages, fallible, preload(fetch_my_tasks))]
pub fn my_tasks_page() -> Result<AnyView, Failure> {
    let board = Resource::new(|| (), |()| api::hospital_board(false));
    let page = view! { <Loaded page=board shown=|signed_in, board| view! { <MyTasksScreen signed_in board /> } /> };
    Ok(page.into_any())
}

#[component]
fn MyTasksScreen(signed_in: SignedIn, board: HospitalBoard) -> impl IntoView {
    let after = board.sequence;
    keep_live(Board::of_hospital(board, signed_in.clone()), after);
    view! {
        <Screen title="My tasks" signed_in is_wide=true>
            <div class="board-head">
                <h1 class="board-head__ward">"My tasks"</h1>
                <Freshness />
                <SearchBox />
            </div>
            <TaskQueue />
            <LiveRegion />
            <SheetDialog />
        </Screen>
    }
}
