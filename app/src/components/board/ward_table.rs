//! The table: frozen identifying columns at the left, tasks at the right, unoccupied beds where they stand.
//!
//! The rows are laid out as grids, so that those out of view cost nothing; the roles say what they are all the same.

use domain::Bed;
use leptos::prelude::*;

use super::patient_row::PatientRow;
use crate::{
    board::{Board, Shows, Slot, slots},
    components::EmptyState,
};

const COLUMNS: [(&str, &str); 7] = [
    ("bed", "Bed"),
    ("patient", "Patient"),
    ("days", "Days"),
    ("edd", "EDD"),
    ("criteria", "Criteria to reside"),
    ("pathway", "Pathway"),
    ("tasks", "Tasks before going home"),
];

#[component]
pub fn WardTable() -> impl IntoView {
    let board = Board::expect();
    let (name, beds, sees_whole_ward) = board.with_shows(|shows| match shows {
        Shows::Ward(ward) => (ward.name.clone(), ward.beds.clone(), board.sees_whole_ward(&ward.code)),
        Shows::Patient(_) => (String::new(), Vec::new(), false),
    });
    let beds = StoredValue::new(beds);
    let all = move || beds.with_value(|beds| board.rows.with(|rows| slots(beds, rows)));
    let is_empty = move || board.rows.with(Vec::is_empty) && beds.with_value(Vec::is_empty);
    let (words, hint) = if sees_whole_ward {
        ("No beds and no patients", "An administrator adds this ward's beds; its list brings in the patients.")
    } else {
        ("No patient here has a task for your team", "Patients appear as soon as one is given to it.")
    };
    view! {
        {(!sees_whole_ward)
            .then(|| view! { <p class="partial-view">"You see the patients who have a task for your team, and those tasks only."</p> })}
        <Show when=is_empty>
            <EmptyState words hint />
        </Show>
        <div class="board-scroller" tabindex="0" role="region" aria-label=format!("Board of {name}")>
            <table class="board" role="table" aria-label=format!("Patients on {name}")>
                <thead role="rowgroup">
                    <tr class="board__row board__row--head" role="row">
                        {COLUMNS
                            .map(|(column, heading)| {
                                view! {
                                    <th class=format!("board__cell board__cell--{column}") scope="col" role="columnheader">
                                        {heading}
                                    </th>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=all key=Slot::key let:slot>
                        {match slot {
                            Slot::Patient(row) => view! { <PatientRow row /> }.into_any(),
                            Slot::Unoccupied(bed) => view! { <UnoccupiedRow bed /> }.into_any(),
                        }}
                    </For>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// An empty bed says so: a gap would look like a patient who is missing (`domain.md` 5.1, hazard 11).
#[component]
fn UnoccupiedRow(bed: Bed) -> impl IntoView {
    view! {
        <tr class="board__row board__row--unoccupied" role="row">
            <th class="board__cell board__cell--bed" scope="row" role="rowheader">
                {bed.bay.map(|bay| view! { <span class="board__bay">{bay}</span> })}
                <span class="board__bed">{bed.name}</span>
            </th>
            <td class="board__cell board__cell--patient" role="cell" aria-colspan="6" colspan="6">
                "UNOCCUPIED"
            </td>
        </tr>
    }
}
