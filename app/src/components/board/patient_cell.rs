//! Where the patient lies and who they are: three identifiers in every row (`domain.md` 5.1, hazard 1).

use domain::{Place, WardCode, london, sentence::Names};
use leptos::prelude::*;

use super::changed::mark_at;
use crate::{
    board::{Board, Row, RowState, Shows, Spot},
    components::{ChangedMark, Tag},
};

#[component]
pub fn BedCell(row: Row) -> impl IntoView {
    let board = Board::expect();
    move || {
        row.state.with(|state| {
            let Place { ward, bay, bed, .. } = &state.shown.stay.place;
            view! {
                {mark_at(&state.marks, Spot::Bed)}
                {ward_before_bed(board, ward)}
                <span class="board__bay">{bay.clone().unwrap_or_default()}</span>
                <span class="board__bed">{bed.clone().unwrap_or_else(|| "No bed".to_owned())}</span>
                {state.has_unsent().then(|| view! { <span class="board__unsent">"not yet sent"</span> })}
            }
        })
    }
}

/// Where patients of several wards stand together, the ward is part of where they lie (`domain.md` 5.6, PAL-0640).
pub fn ward_before_bed(board: Board, ward: &WardCode) -> Option<impl IntoView + use<>> {
    let is_hospital = board.with_shows(|shows| *shows == Shows::Hospital);
    let name = is_hospital.then(|| board.with_directory(|directory| directory.ward(ward)))?;
    Some(view! { <span class="board__ward">{name}</span> })
}

#[component]
pub fn PatientCell(row: Row) -> impl IntoView {
    let similar = Board::expect().similar;
    let Row { id, now, state, .. } = row;
    move || {
        let today = london::date(now.get());
        let is_similar = similar.with(|similar| similar.contains(&id));
        state.with(|state| {
            let patient = &state.shown.stay.patient;
            view! {
                {mark_at(&state.marks, Spot::Patient)}
                {new_mark(state)}
                <a class="board__name" href=format!("/patients/{id}")>
                    {patient.name.to_string()}
                </a>
                {is_similar.then(|| view! { <Tag colour="yellow" words="Similar name" icon="twins" /> })}
                <Identity label="Born" value=patient.born_in_words(today) />
                <Identity label="NHS No." value=patient.nhs_number_in_words() />
            }
        })
    }
}

#[component]
fn Identity(label: &'static str, value: String) -> impl IntoView {
    view! {
        <span class="board__identity">
            <span class="label">{label}</span>
            " "
            {value}
        </span>
    }
}

fn new_mark(state: &RowState) -> Option<AnyView> {
    state.marks.get(&Spot::Row).map(|mark| view! { <ChangedMark words=mark.words_of_row() /> }.into_any())
}
