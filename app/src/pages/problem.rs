//! `/problem`: in place of what a form or a file was asked for, why it was refused.

use domain::Problem;
use leptos::prelude::*;

use crate::components::ProblemScreen;

/// The problem is given by the server's door. The address by itself leads nowhere.
#[component]
pub fn ProblemPage() -> impl IntoView {
    let problem = use_context::<Problem>().unwrap_or(Problem::NotFound);
    view! { <ProblemScreen failure=problem.into() /> }
}
