//! `GET /api/v1/wards`, `GET /api/v1/board` and `GET /api/v1/stays/{stay}`.

use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use domain::{PatientRecord, Problem, StayId, WardBoard, WardCode, WardFigures};
use serde::Deserialize;

use crate::{
    problem::{Refused, of_query},
    visitor::{Door, SignedIn},
};

#[derive(Deserialize)]
pub struct Which {
    /// Codes with commas between them.
    #[serde(default)]
    wards: String,
}

pub async fn wards(State(door): State<Door>, SignedIn(actor): SignedIn) -> Result<Json<Vec<WardFigures>>, Refused> {
    Ok(Json(door.hospital.ward_figures(&actor).await?))
}

pub async fn board(
    State(door): State<Door>,
    SignedIn(actor): SignedIn,
    which: Result<Query<Which>, QueryRejection>,
) -> Result<Json<Vec<WardBoard>>, Refused> {
    let Query(which) = which.map_err(of_query)?;
    let wards = codes(&which.wards)?;
    Ok(Json(door.hospital.boards(&actor, &wards).await?))
}

pub async fn stay(
    State(door): State<Door>,
    SignedIn(actor): SignedIn,
    stay: Result<Path<String>, PathRejection>,
) -> Result<Json<PatientRecord>, Refused> {
    let stay: StayId = stay.ok().and_then(|Path(stay)| stay.parse().ok()).ok_or(Problem::NotFound)?;
    Ok(Json(door.hospital.patient(&actor, stay).await?))
}

/// Ward codes from a query.
pub fn codes(text: &str) -> Result<Vec<WardCode>, Refused> {
    let code = |code: &str| code.parse().map_err(|_| Problem::invalid(format!("{code:?} is no ward's code.")).into());
    text.split(',').filter(|code| !code.is_empty()).map(code).collect()
}
