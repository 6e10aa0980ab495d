//! The ward's answer to one of the patient's questions.

use domain::{Command, PatientQuestion};
use leptos::prelude::*;

use super::{asking::Asking, choice::SaveButton};
use crate::components::NoteBox;

#[component]
pub fn AnswerQuestion(question: PatientQuestion, asking: Asking) -> impl IntoView {
    let before = asking.read(|stay| stay.answers.get(&question).cloned()).flatten().unwrap_or_default();
    let words = RwSignal::new(before.clone());
    let save = move || asking.ask(Command::AnswerQuestion { question, words: words.get_untracked() });
    view! {
        <NoteBox id="answer" label="In words that the patient understands" text=before typed=words />
        <SaveButton words="Save" on_save=save />
    }
}
