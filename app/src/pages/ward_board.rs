//! `/wards/{ward}`: the board of one ward.

use domain::{Problem, WardCode, hospital::WardBoard};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    api::{self, Failure, SignedIn},
    board::{Board, Shows},
    components::{
        FilterBar, Freshness, LeftPatients, LiveRegion, ProblemScreen, Screen, SearchBox, SheetDialog, Waiting, WallScreen,
        WardSummary, WardTable, is_for_wall,
    },
    live::keep_live,
    session::Session,
};

#[component]
pub fn WardBoardPage() -> impl IntoView {
    let session = Session::expect();
    let params = use_params_map();
    let board = Resource::new(move || params.read().get("ward").unwrap_or_default(), load);
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(board).await {
                    Ok((signed_in, board)) => view! { <WardBoardScreen signed_in board /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

async fn load(ward: String) -> Result<WardBoard, Failure> {
    let ward: WardCode = ward.parse().map_err(|_| Problem::NotFound)?;
    api::ward_board(ward).await
}

#[component]
fn WardBoardScreen(signed_in: SignedIn, board: WardBoard) -> impl IntoView {
    let after = board.sequence;
    let board = Board::of_ward(board, signed_in.clone());
    keep_live(board, after);
    let name = board.with_shows(|shows| if let Shows::Ward(ward) = shows { ward.name.clone() } else { String::new() });
    if is_for_wall() {
        return view! { <WallScreen name=name /> }.into_any();
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
