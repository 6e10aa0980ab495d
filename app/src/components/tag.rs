//! A word on a coloured ground, with a shape beside it where it has to be told from others at a glance.

use leptos::prelude::*;

use super::Icon;

#[component]
pub fn Tag(colour: &'static str, #[prop(into)] words: String, #[prop(optional)] icon: Option<&'static str>) -> impl IntoView {
    view! {
        <span class=format!("tag tag--{colour}")>
            {icon.map(|name| view! { <Icon name /> })} <span class="tag__words">{words}</span>
        </span>
    }
}
