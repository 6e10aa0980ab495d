//! The hospital at a glance.

use domain::overview::Overview;
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadOverview, prefix = "/api/fn", endpoint = "overview", input = Posted, output = Posted)]
pub async fn overview() -> Result<Overview, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.overview(&actor).await)
}
