//! A page that the server alone can make: goes and gets it.

use leptos::prelude::*;

use crate::components::Waiting;

#[component]
pub fn FromServer() -> impl IntoView {
    Effect::new(|| {
        if let Some(window) = web_sys::window() {
            drop(window.location().reload());
        }
    });
    view! { <Waiting /> }
}
