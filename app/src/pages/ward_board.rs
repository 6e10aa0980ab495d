//! `/wards/{ward}`: the board of one ward.

use domain::{Problem, WardCode, hospital::WardBoard};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    api::{self, Failure, SignedIn},
    board::Board,
    components::{BoardScreen, Loaded, is_for_wall},
    live::keep_live,
};

#[component]
pub fn WardBoardPage() -> impl IntoView {
    let params = use_params_map();
    let asked = move || (params.read().get("ward").unwrap_or_default(), is_for_wall());
    let board = Resource::new(asked, load);
    view! { <Loaded page=board shown=|signed_in, board| view! { <WardBoardScreen signed_in board /> } /> }
}

async fn load((ward, on_wall): (String, bool)) -> Result<WardBoard, Failure> {
    let ward: WardCode = ward.parse().map_err(|_| Problem::NotFound)?;
    api::ward_board(ward, on_wall).await
}

#[component]
fn WardBoardScreen(signed_in: SignedIn, board: WardBoard) -> impl IntoView {
    let (name, after) = (board.ward.name.clone(), board.sequence);
    keep_live(Board::of_ward(board, signed_in.clone()), after);
    view! { <BoardScreen name signed_in /> }
}
