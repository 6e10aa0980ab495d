//! stub
use leptos::prelude::*;
#[component]
pub fn ImportReportPage() -> impl IntoView { view! { <p></p> } }
