//! To another bed, or another ward.

use domain::{Command, Place};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{SaveButton, SelectField, TextField},
};
use crate::board::Row;

#[component]
pub fn MoveBed(row: Row, asking: Asking) -> impl IntoView {
    let place = row.read(|state| state.shown.stay.place.clone());
    let ward = RwSignal::new(place.ward.to_string());
    let (bay, bed) = (RwSignal::new(place.bay.unwrap_or_default()), RwSignal::new(place.bed.unwrap_or_default()));
    let wards = asking.board.with_directory(|directory| {
        directory.wards.iter().map(|ward| (ward.code.to_string(), ward.name.clone())).collect::<Vec<_>>()
    });
    let save = move || match ward.get_untracked().parse() {
        Ok(ward) => asking.ask(Command::MoveBed { to: Place { ward, bay: given(bay), bed: given(bed) } }),
        Err(_) => asking.complain("Please choose a ward."),
    };
    view! {
        <SelectField id="ward" label="Ward" options=wards chosen=ward />
        <div class="field-row">
            <TextField id="bay" label="Bay" value=bay />
            <TextField id="bed" label="Bed" value=bed />
        </div>
        <SaveButton words="Move" on_save=save />
    }
}

fn given(text: RwSignal<String>) -> Option<String> {
    let text = text.get_untracked().trim().to_owned();
    (!text.is_empty()).then_some(text)
}
