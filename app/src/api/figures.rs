//! The wards in figures.

use domain::hospital::WardFigures;
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadWardFigures, prefix = "/api/fn", endpoint = "ward-figures", input = Posted, output = Posted)]
pub async fn ward_figures() -> Result<Vec<WardFigures>, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.ward_figures(&actor).await)
}
