//! A board as a page: at a desk or on a tablet with all there is to do, on a wall without.

use leptos::prelude::*;

use super::{
    FilterBar, Freshness, LeftPatients, LiveRegion, Screen, SearchBox, SheetDialog, WallScreen, WardSummary, WardTable,
    is_for_wall,
};
use crate::api::SignedIn;

#[component]
pub fn BoardScreen(#[prop(into)] name: String, signed_in: SignedIn) -> impl IntoView {
    if is_for_wall() {
        return view! { <WallScreen name /> }.into_any();
    }
    view! {
        <Screen title=name.clone() signed_in is_wide=true>
            <div class="board-head">
                <h1 class="board-head__ward">{name}</h1>
                <Freshness />
                <SearchBox />
                <FilterBar />
                <WardSummary />
            </div>
            <LeftPatients />
            <WardTable />
            <LiveRegion />
            <SheetDialog />
        </Screen>
    }
    .into_any()
}
