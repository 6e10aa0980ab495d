//! Who has signed in, and the names behind the hospital's codes.

use domain::{Actor, BoardLayout, Directory};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Failure;
use crate::wire::Posted;

/// What every screen starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    pub actor: Actor,
    pub directory: Directory,
    /// How they have arranged the board.
    pub layout: BoardLayout,
}

#[server(name = ReadSignedIn, prefix = "/api/fn", endpoint = "signed-in", input = Posted, output = Posted)]
pub async fn signed_in() -> Result<SignedIn, Failure> {
    let (hospital, actor) = super::door::open()?;
    let directory = super::door::answer(hospital.directory(&actor).await)?;
    let layout = super::door::answer(hospital.board_layout(&actor).await)?;
    Ok(SignedIn { actor, directory, layout })
}

/// Keeps how one has arranged the board. `shown` are the columns, of those that may be left out, which stay. A form says nothing
/// of a box without a tick.
#[server(name = ArrangeBoard, prefix = "/api/fn", endpoint = "arrange-board")]
pub async fn arrange_board(
    order: String,
    #[server(default)] shown: Vec<String>,
    #[server(default)] empty_beds: bool,
) -> Result<(), Failure> {
    use domain::{BoardColumn, EmptyBeds};
    use strum::IntoEnumIterator;
    let (hospital, actor) = super::door::open()?;
    let order = order.parse().map_err(|_| domain::Problem::invalid("Please choose an order."))?;
    let hidden = BoardColumn::iter().filter(|column| !shown.iter().any(|name| name == <&str>::from(column))).collect();
    let layout = BoardLayout { order, hidden, empty_beds: EmptyBeds::shown(empty_beds) };
    super::door::answer(hospital.arrange_board(&actor, &layout).await)
}
