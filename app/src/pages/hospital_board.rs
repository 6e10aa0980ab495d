//! `/board`: all patients that one sees, ward by ward.

use domain::HospitalBoard;
use leptos::prelude::*;

use crate::{
    api::{self, SignedIn},
    board::Board,
    components::{
        FilterBar, Freshness, LeftPatients, LiveRegion, ProblemScreen, Screen, SearchBox, SheetDialog, Waiting, WallScreen,
        WardSummary, WardTable, is_for_wall,
    },
    live::keep_live,
    session::Session,
};

#[component]
pub fn HospitalBoardPage() -> impl IntoView {
    let session = Session::expect();
    let board = Resource::new(|| (), |()| api::hospital_board());
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(board).await {
                    Ok((signed_in, board)) => view! { <HospitalBoardScreen signed_in board /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn HospitalBoardScreen(signed_in: SignedIn, board: HospitalBoard) -> impl IntoView {
    let after = board.sequence;
    keep_live(Board::of_hospital(board, signed_in.clone()), after);
    if is_for_wall() {
        return view! { <WallScreen name="All wards".to_owned() /> }.into_any();
    }
    view! {
        <Screen title="All wards" signed_in is_wide=true>
            <div class="board-head">
                <h1 class="board-head__ward">"All wards"</h1>
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
