//! stub
use leptos::prelude::*;
#[component]
pub fn HospitalPage() -> impl IntoView { view! { <p></p> } }
