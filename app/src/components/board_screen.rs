//! A board as a page: at a desk or on a tablet with all there is to do, on a wall without.

use leptos::prelude::*;

use super::{
    ArrangeBar, FilterBar, Freshness, LeftPatients, LiveRegion, Screen, SearchBox, SheetDialog, UpdatesBar, WallScreen,
    WardSummary, WardTable, is_for_wall,
};
use crate::{
    api::SignedIn,
    board::{Board, Shows},
};

#[component]
pub fn BoardScreen(#[prop(into)] name: String, signed_in: SignedIn) -> impl IntoView {
    if is_for_wall() || signed_in.actor.wall().is_some() {
        return view! { <WallScreen name /> }.into_any();
    }
    let round = round_link();
    let board = Board::expect();
    let has_tidings = Signal::derive(move || board.has_tidings());
    view! {
        <Screen title=name.clone() signed_in is_wide=true has_tidings>
            <div class="board-head">
                <h1 class="board-head__ward">{name}</h1>
                <Freshness />
                {round}
                <SearchBox />
                <div class="board-head__panels">
                    <FilterBar />
                    <ArrangeBar />
                </div>
                <WardSummary />
            </div>
            <WardTable />
            <div class="tidings" class:tidings--some=has_tidings>
                <LeftPatients />
                <UpdatesBar />
            </div>
            <LiveRegion />
            <SheetDialog />
        </Screen>
    }
    .into_any()
}

/// To the board round, for those who see the whole ward.
fn round_link() -> Option<impl IntoView> {
    let board = Board::expect();
    let ward = board.with_shows(|shows| if let Shows::Ward(ward) = shows { Some(ward.code.clone()) } else { None })?;
    board
        .sees_whole_ward(&ward)
        .then(|| view! { <a class="board-head__round" href=format!("/wards/{ward}/round")>"Board round"</a> })
}
