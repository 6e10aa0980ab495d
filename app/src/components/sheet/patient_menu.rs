//! What can be done about a patient.

use chrono::NaiveDate;
use domain::{
    Command, CriteriaToReside, DayColour, NoteNumber, PathwayStage, Stay, Visibility, delay_reason::REASONS, stay::Destination,
};
use leptos::prelude::*;

use super::{asking::Asking, choice::Choice};
use crate::board::{Panel, Row};

#[component]
pub fn PatientMenu(row: Row, asking: Asking) -> impl IntoView {
    let choices = row.read(|state| choices(&state.shown.stay, asking));
    let on_patient_page = asking.board.is_patient_page();
    view! {
        {(!on_patient_page)
            .then(|| {
                view! {
                    <p>
                        <a class="sheet__link" href=format!("/patients/{}", row.id)>
                            "Open the patient's page"
                        </a>
                    </p>
                }
            })}
        <div class="choices">
            {choices
                .into_iter()
                .map(|(words, panel)| view! { <Choice words on_choose=move || asking.go_to(panel) /> })
                .collect_view()}
        </div>
    }
}

/// What is offered, each with a command of its sort, to know whether it is allowed.
fn choices(stay: &Stay, asking: Asking) -> Vec<(&'static str, Panel)> {
    let at = stay.admitted_at;
    let add_task = super::add_task::own_words(String::new(), "WARD");
    let all = [
        ("Add a task", Panel::AddTask, add_task),
        ("Set the expected date", Panel::ExpectedDischarge, Some(Command::SetExpectedDischarge { day: None })),
        (
            "Review criteria to reside",
            Panel::Criteria,
            Some(Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at }),
        ),
        (
            "Red or green day",
            Panel::Day,
            Some(Command::RecordDay { day: at.date_naive(), colour: DayColour::Green, words: String::new() }),
        ),
        ("Reason of delay", Panel::DelayReason, delay_reason(at.date_naive())),
        ("Set the pathway", Panel::Pathway, Some(Command::SetPathway { stage: PathwayStage::Proposed, pathway: None })),
        ("Move to another bed", Panel::MoveBed, Some(Command::MoveBed { to: stay.place.clone() })),
        ("Write a note", Panel::Note, Some(note())),
        ("What matters to me", Panel::WhatMatters, Some(Command::SetWhatMatters { words: String::new() })),
        ("Discharge…", Panel::Discharge, Some(Command::DischargePatient { at, to: Destination::NotRecorded })),
    ];
    let allowed = |command: &Command| asking.board.may_to(stay, command);
    let all = all.into_iter().filter(|(_, _, command)| command.as_ref().is_some_and(allowed));
    all.map(|(words, panel, _)| (words, panel)).collect()
}

fn delay_reason(day: NaiveDate) -> Option<Command> {
    let reason = REASONS.first()?.code;
    Some(Command::ConfirmDelayReason { day, reason, suggested: None })
}

fn note() -> Command {
    Command::AddNote { note: NoteNumber(0), text: String::new(), visibility: Visibility::SharedWithPartners }
}
