//! `/board`: all patients that one sees, ward by ward.

use domain::HospitalBoard;
use leptos::prelude::*;

use crate::{
    api::{self, SignedIn},
    board::Board,
    components::{BoardScreen, Loaded, is_for_wall},
    live::keep_live,
};

#[component]
pub fn HospitalBoardPage() -> impl IntoView {
    let board = Resource::new(is_for_wall, api::hospital_board);
    view! { <Loaded page=board shown=|signed_in, board| view! { <HospitalBoardScreen signed_in board /> } /> }
}

#[component]
fn HospitalBoardScreen(signed_in: SignedIn, board: HospitalBoard) -> impl IntoView {
    let after = board.sequence;
    keep_live(Board::of_hospital(board, signed_in.clone()), after);
    view! { <BoardScreen name="All wards" signed_in /> }
}
