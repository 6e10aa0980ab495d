//! One part of what a round asks about a patient: its heading, how it stands, and the question.

use leptos::prelude::*;

use crate::components::sheet::{Asking, RefusalMessage};

#[component]
pub fn Part(
    name: &'static str,
    heading: &'static str,
    asking: Asking,
    /// How it stands now.
    standing: AnyView,
    children: Children,
) -> impl IntoView {
    let id = format!("round-{name}");
    let labelled_by = id.clone();
    view! {
        <section class=format!("panel round-part round-part--{name}") aria-labelledby=labelled_by>
            <h3 class="panel__heading" id=id>
                {heading}
            </h3>
            <div class="round-part__standing">{standing}</div>
            <RefusalMessage asking />
            {children()}
        </section>
    }
}
