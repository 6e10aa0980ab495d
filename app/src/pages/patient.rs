//! stub
use leptos::prelude::*;
#[component]
pub fn PatientPage() -> impl IntoView { view! { <p></p> } }
