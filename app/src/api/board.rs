//! A ward's board, the whole hospital's, and one row.

use domain::{HospitalBoard, StayId, WardBoard, WardCode, board::BoardRow};
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadWardBoard, prefix = "/api/fn", endpoint = "ward-board", input = Posted, output = Posted)]
pub async fn ward_board(ward: WardCode, on_wall: bool) -> Result<WardBoard, Failure> {
    let (hospital, actor) = super::door::open()?;
    let board = if on_wall { hospital.ward_on_wall(&actor, &ward).await } else { hospital.ward_board(&actor, &ward).await };
    super::door::answer(board)
}

#[server(name = ReadWardRound, prefix = "/api/fn", endpoint = "ward-round", input = Posted, output = Posted)]
pub async fn ward_round(ward: WardCode) -> Result<WardBoard, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.ward_round(&actor, &ward).await)
}

#[server(name = ReadHospitalBoard, prefix = "/api/fn", endpoint = "hospital-board", input = Posted, output = Posted)]
pub async fn hospital_board(on_wall: bool) -> Result<HospitalBoard, Failure> {
    let (hospital, actor) = super::door::open()?;
    let board = if on_wall { hospital.hospital_on_wall(&actor).await } else { hospital.hospital_board(&actor).await };
    super::door::answer(board)
}

#[server(name = ReadBoardRow, prefix = "/api/fn", endpoint = "board-row", input = Posted, output = Posted)]
pub async fn board_row(stay: StayId) -> Result<BoardRow, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.board_row(&actor, stay).await)
}
