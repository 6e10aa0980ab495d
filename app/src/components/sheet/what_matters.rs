//! What matters to the patient, in their own words.

use domain::Command;
use leptos::prelude::*;

use super::{asking::Asking, choice::SaveButton};
use crate::{board::Row, components::NoteBox};

#[component]
pub fn SetWhatMatters(row: Row, asking: Asking) -> impl IntoView {
    let before = row.read(|state| state.shown.stay.what_matters.clone()).unwrap_or_default();
    let words = RwSignal::new(before.clone());
    let save = move || asking.ask(Command::SetWhatMatters { words: words.get_untracked() });
    view! {
        <NoteBox id="what-matters" label="In the patient's own words" text=before typed=words />
        <SaveButton words="Save" on_save=save />
    }
}
