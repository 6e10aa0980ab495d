//! Nothing to show, said so that it doesn't look like a fault.

use leptos::prelude::*;

#[component]
pub fn EmptyState(#[prop(into)] words: String, #[prop(optional, into)] hint: Option<String>) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="empty-state__words">{words}</p>
            {hint.map(|hint| view! { <p class="empty-state__hint">{hint}</p> })}
        </div>
    }
}
