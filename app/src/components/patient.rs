//! stub
use leptos::prelude::*;
#[component]
pub fn PatientView() -> impl IntoView { view! { <p></p> } }
