//! stub
use leptos::prelude::*;
#[component]
pub fn AccountsPage() -> impl IntoView { view! { <p></p> } }
