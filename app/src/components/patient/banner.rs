//! The patient banner: full width, always in sight (`domain.md` 5.6, PAB).

use domain::{Stay, clinical_time, london, sentence::Names};
use leptos::prelude::*;

use crate::board::{Board, Row};

#[component]
pub fn PatientBanner(row: Row) -> impl IntoView {
    let board = Board::expect();
    let state = row.state.clone();
    let name = Memo::new(move |_| state.with(|state| state.shown.stay.patient.name.components()));
    let state = row.state.clone();
    let has_died = Memo::new(move |_| state.with(|state| state.shown.stay.status.died_at().is_some()));
    let facts = Memo::new(move |_| row.state.with(|state| facts(board, &state.shown.stay)));
    view! {
        <section class="patient-banner" class:patient-banner--died=has_died aria-label="Patient">
            <h1 class="patient-banner__name">
                {move || name.get().into_iter().map(|part| view! { <span class="patient-banner__part">{part}</span> " " }).collect_view()}
            </h1>
            <dl class="patient-banner__facts">
                {move || facts.get().into_iter().map(|(label, value)| view! { <Fact label value /> }).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}

/// The labels have no colon, and the value is the bolder (PAB-0033 to 0042).
#[component]
fn Fact(label: &'static str, value: String) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
}

/// In the order of PAB-0016. What is not known says so (PAB-0019).
fn facts(board: Board, stay: &Stay) -> Vec<(&'static str, String)> {
    let patient = &stay.patient;
    let not_known = || "Not Known".to_owned();
    let ward = board.with_directory(|directory| Names::ward(directory, &stay.place.ward));
    let life = match stay.status.died_at().map(london::date) {
        None => vec![("Born", patient.born_in_words(london::date(board.now.get())))],
        Some(died) => vec![
            ("Born", patient.born.map_or_else(not_known, clinical_time::date)),
            ("Died", clinical_time::date(died)),
            ("Age at Death", patient.age(died).map_or_else(not_known, |years| format!("{years}y"))),
        ],
    };
    let numbers_and_place = [
        ("Gender", patient.sex.word().to_owned()),
        ("NHS No.", patient.nhs_number_in_words()),
        ("Hospital No.", patient.hospital_number.as_ref().map_or_else(not_known, ToString::to_string)),
        ("Place", format!("{ward}, {}", stay.place.in_words())),
    ];
    life.into_iter().chain(numbers_and_place).collect()
}
