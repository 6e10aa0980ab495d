//! stub
use leptos::prelude::*;
#[component]
pub fn SheetDialog() -> impl IntoView { view! { <p></p> } }
