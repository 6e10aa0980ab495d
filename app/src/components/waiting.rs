//! What stands in a page while the next one loads.

use leptos::prelude::*;

#[component]
pub fn Waiting() -> impl IntoView {
    view! { <p class="waiting">"Loading…"</p> }
}
