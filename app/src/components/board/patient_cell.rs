//! Where the patient lies and who they are: three identifiers in every row (`domain.md` 5.1, hazard 1).

use domain::{london, sentence::Names};
use leptos::prelude::*;

use crate::{
    board::{Board, Row, RowState, Shows},
    components::Tag,
};

#[component]
pub fn BedCell(row: Row) -> impl IntoView {
    let board = Board::expect();
    let is_hospital = board.with_shows(|shows| *shows == Shows::Hospital);
    let (ward, bay, bed, unsent) = (row.state.clone(), row.state.clone(), row.state.clone(), row.state);
    let ward = move || ward.with(|state| board.with_directory(|directory| directory.ward(&state.shown.stay.place.ward)));
    view! {
        {is_hospital.then(|| view! { <span class="board__ward">{ward}</span> })}
        <span class="board__bay">{move || bay.with(|state| state.shown.stay.place.bay.clone().unwrap_or_default())}</span>
        <span class="board__bed">
            {move || bed.with(|state| state.shown.stay.place.bed.clone().unwrap_or_else(|| "No bed".to_owned()))}
        </span>
        {move || {
            unsent.with(RowState::has_unsent).then(|| view! { <span class="board__unsent">"not yet sent"</span> })
        }}
    }
}

#[component]
pub fn PatientCell(row: Row) -> impl IntoView {
    let similar = Board::expect().similar;
    let Row { now, state, .. } = row;
    let (name, born, number) = (state.clone(), state.clone(), state);
    view! {
        <a class="board__name" href=format!("/patients/{}", row.id)>
            {move || name.with(|state| state.shown.stay.patient.name.to_string())}
        </a>
        {move || similar.with(|similar| similar.contains(&row.id)).then(|| view! { <Tag colour="yellow" words="Similar name" icon="twins" /> })}
        <span class="board__identity">
            <span class="label">"Born"</span>
            " "
            {move || born.with(|state| state.shown.stay.patient.born_in_words(london::date(now.get())))}
        </span>
        <span class="board__identity">
            <span class="label">"NHS No."</span>
            " "
            {move || {
                number
                    .with(|state| {
                        let number = state.shown.stay.patient.nhs_number;
                        number.map_or_else(|| "Not Known".to_owned(), |number| number.to_string())
                    })
            }}
        </span>
    }
}
