//! The mark of a change by somebody else: a symbol, a ground and words, so that it is never colour alone.

use leptos::prelude::*;

use crate::{
    board::{Marks, Spot},
    components::Icon,
};

/// Lies under what stands in the cell, and takes no room: a row must not grow by being marked.
#[component]
pub fn ChangedMark(#[prop(into)] words: String) -> impl IntoView {
    let said = format!("{words}, ");
    view! {
        <span class="changed" title=words>
            <Icon name="changed" />
            <span class="visually-hidden">{said}</span>
        </span>
    }
}

/// The mark of one cell, where there is one.
pub fn mark_at(marks: &Marks, spot: Spot) -> Option<AnyView> {
    marks.get(&spot).map(|mark| view! { <ChangedMark words=mark.words() /> }.into_any())
}

/// The mark of one cell, while there is one.
pub fn mark_of(marks: Memo<Marks>, spot: Spot) -> impl Fn() -> Option<AnyView> {
    move || marks.with(|marks| mark_at(marks, spot))
}
