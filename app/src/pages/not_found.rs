//! An address that leads nowhere.

use domain::Problem;
use leptos::prelude::*;

use crate::components::ProblemScreen;

#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <ProblemScreen failure=Problem::NotFound.into() /> }
}
