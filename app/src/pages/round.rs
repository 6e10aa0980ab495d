//! `/wards/{ward}/round`: the board round, patient by patient.

use domain::{Problem, WardBoard, WardCode};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use wasm_split_helpers::wasm_split;

use crate::{
    api::{self, Failure, SignedIn},
    board::Board,
    components::{Loaded, RoundScreen},
    live::keep_live,
    parts::once_fetched,
};

#[component]
pub fn RoundPage() -> impl IntoView {
    once_fetched(round_page())
}

#[wasm_split(pages, fallible, preload(fetch_round))]
pub fn round_page() -> Result<AnyView, Failure> {
    let params = use_params_map();
    let round = Resource::new(move || params.read().get("ward").unwrap_or_default(), load);
    let page = view! { <Loaded page=round shown=|signed_in, board| view! { <Round signed_in board /> } /> };
    Ok(page.into_any())
}

async fn load(ward: String) -> Result<WardBoard, Failure> {
    let ward: WardCode = ward.parse().map_err(|_| Problem::NotFound)?;
    api::ward_round(ward).await
}

#[component]
fn Round(signed_in: SignedIn, board: WardBoard) -> impl IntoView {
    let (name, code, after) = (board.ward.name.clone(), board.ward.code.clone(), board.sequence);
    keep_live(Board::of_round(board, signed_in.clone()), after);
    view! { <RoundScreen name ward=code signed_in /> }
}
