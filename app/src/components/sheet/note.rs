//! A note, with who may read it: hospital staff only, unless one says otherwise.

use domain::{Command, NoteNumber, Visibility};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Radios, SaveButton},
};
use crate::{components::NoteBox, outbox::device};

#[component]
pub fn AddNote(asking: Asking) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let options: Vec<(String, String)> = [Visibility::Internal, Visibility::SharedWithPartners]
        .into_iter()
        .filter(|visibility| asking.may(&note(0, String::new(), *visibility)))
        .map(|visibility| (name(visibility).to_owned(), visibility.words().to_owned()))
        .collect();
    let visibility = RwSignal::new(options.first().map(|(value, _)| value.clone()).unwrap_or_default());
    let save = move || {
        let shared = visibility.get_untracked() == name(Visibility::SharedWithPartners);
        let visibility = if shared { Visibility::SharedWithPartners } else { Visibility::Internal };
        asking.ask(note(device::drawn_number(), text.get_untracked(), visibility));
    };
    view! {
        <NoteBox id="note" label="Note" typed=text />
        <Radios name="visibility" legend="Who may read it" options chosen=visibility />
        <SaveButton words="Save the note" on_save=save />
    }
}

fn note(number: u32, text: String, visibility: Visibility) -> Command {
    Command::AddNote { note: NoteNumber(number), text, visibility }
}

fn name(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Internal => "internal",
        Visibility::SharedWithPartners => "shared",
    }
}
