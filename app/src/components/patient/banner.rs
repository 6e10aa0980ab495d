//! The patient banner: full width, always in sight (`domain.md` 5.6, PAB).

use domain::{london, sentence::Names};
use leptos::prelude::*;

use crate::board::{Board, Row};

#[component]
pub fn PatientBanner(row: Row) -> impl IntoView {
    let board = Board::expect();
    let name = {
        let state = row.state.clone();
        move || state.with(|state| state.shown.stay.patient.name.to_string())
    };
    let facts = move || {
        let today = london::date(board.now.get());
        row.state.with(|state| {
            let patient = &state.shown.stay.patient;
            let place = &state.shown.stay.place;
            let ward = board.with_directory(|directory| Names::ward(directory, &place.ward));
            [
                ("Born", patient.born_in_words(today)),
                ("Gender", patient.sex.word().to_owned()),
                ("NHS No.", patient.nhs_number.map_or_else(|| "Not Known".to_owned(), |number| number.to_string())),
                ("Hospital No.", patient.hospital_number.as_ref().map_or_else(|| "Not Known".to_owned(), ToString::to_string)),
                ("Place", format!("{ward}, {}", place.in_words())),
            ]
        })
    };
    view! {
        <section class="patient-banner" aria-label="Patient">
            <h1 class="patient-banner__name">{name}</h1>
            <dl class="patient-banner__facts">
                {move || {
                    facts()
                        .map(|(label, value)| {
                            view! {
                                <div>
                                    <dt>{label}</dt>
                                    <dd>{value}</dd>
                                </div>
                            }
                        })
                        .into_iter()
                        .collect_view()
                }}
            </dl>
        </section>
    }
    .into_any()
}
