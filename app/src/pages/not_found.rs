//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

#[component]
pub fn NotFoundPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::api::say(domain::Problem::NotFound);
    view! {
        <Title text="Nothing here" />
        <main class="problem-screen" id="main">
            <h1 class="nhsuk-heading-l">"Nothing here"</h1>
            <p>"This address leads to no page. The patient may have left, or the address was cut short."</p>
            <p>
                <a class="nhsuk-button" href="/" rel="external">
                    "Back to where you work"
                </a>
            </p>
        </main>
    }
}
