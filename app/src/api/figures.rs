//! The wards in figures.

use domain::hospital::WardFigures;
use leptos::prelude::*;

use super::{Failure, json::Json};

#[server(name = ReadWardFigures, prefix = "/api/fn", endpoint = "ward-figures", input = Json, output = Json)]
pub async fn ward_figures() -> Result<Vec<WardFigures>, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.ward_figures(&actor).await)
}
