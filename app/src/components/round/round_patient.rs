//! What a round says about one patient.

use domain::{criteria::CriteriaStatus, london, round};
use leptos::prelude::*;

use super::{Walk, part::Part};
use crate::{
    board::{Board, Panel, Row},
    components::{
        Answer, CriteriaStanding, DayStanding, DaysInHospital, DelayStanding, ExpectedDischarge, PathwayStanding,
        QuestionsAnswered, TasksCell,
        sheet::{Asking, ConfirmDelayReason, RecordDay, ReviewCriteria, SetExpectedDischarge, suggested_reason},
    },
};

#[component]
pub fn RoundPatient(row: Row, walk: Walk) -> impl IntoView {
    let state = row.state.clone();
    let is_ready = Memo::new(move |_| state.with(|state| state.shown.stay.criteria_status() == CriteriaStatus::NotMet));
    view! {
        <div class="round-patient">
            <RoundHead row=row.clone() walk=walk.clone() />
            <section class="panel round-part" aria-labelledby="round-steps">
                <h3 class="panel__heading" id="round-steps">
                    "Next steps"
                </h3>
                <TasksCell row=row.clone() />
            </section>
            <div class="round-patient__parts">
                <div class="round-patient__column">
                    <CriteriaPart row=row.clone() is_ready />
                    <Answers row=row.clone() />
                </div>
                <div class="round-patient__column">
                    <DayPart row=row.clone() />
                    <DelayPart row=row.clone() is_ready />
                    <ExpectedDischargePart row />
                </div>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn CriteriaPart(row: Row, is_ready: Memo<bool>) -> impl IntoView {
    let asking = Asking::in_view(Board::expect(), row.id);
    let standing = view! { <CriteriaStanding row /> }.into_any();
    view! {
        <Part name="criteria" heading="Criteria to reside" asking standing>
            // What is offered depends on how it stands.
            {move || {
                is_ready.track();
                view! { <ReviewCriteria asking /> }
            }}
        </Part>
    }
}

#[component]
fn Answers(row: Row) -> impl IntoView {
    view! {
        <section class="panel round-part round-part--answers" aria-labelledby="round-answers">
            <h3 class="panel__heading" id="round-answers">
                "The patient's questions"
            </h3>
            <dl class="answers">
                <QuestionsAnswered row=row.clone() />
                <Answer row panel=Panel::WhatMatters words="What matters to me" />
            </dl>
        </section>
    }
}

#[component]
fn DayPart(row: Row) -> impl IntoView {
    let asking = Asking::in_view(Board::expect(), row.id);
    let standing = view! { <DayStanding row /> }.into_any();
    view! {
        <Part name="day" heading="Today: red or green" asking standing>
            <RecordDay asking />
        </Part>
    }
}

#[component]
fn ExpectedDischargePart(row: Row) -> impl IntoView {
    let asking = Asking::in_view(Board::expect(), row.id);
    let standing = view! { <ExpectedDischarge row=row.clone() /> }.into_any();
    view! {
        <Part name="edd" heading="Expected date of discharge" asking standing>
            <SetExpectedDischarge row asking />
        </Part>
    }
}

/// Asked only of a patient who is ready to leave, and anew when what is done under the next steps suggests another reason.
#[component]
fn DelayPart(row: Row, is_ready: Memo<bool>) -> impl IntoView {
    let board = Board::expect();
    let state = row.state.clone();
    let suggested = Memo::new(move |_| state.with(|state| suggested_reason(board, &state.shown.stay)));
    move || {
        suggested.track();
        is_ready.get().then(|| {
            let asking = Asking::in_view(board, row.id);
            let standing = view! { <DelayStanding row=row.clone() /> }.into_any();
            view! {
                <Part name="delay" heading="Why still here" asking standing>
                    <ConfirmDelayReason asking />
                </Part>
            }
        })
    }
}

/// Who it is, and the ways to the patients before and after.
#[component]
fn RoundHead(row: Row, walk: Walk) -> impl IntoView {
    let board = Board::expect();
    let (name, facts, missing) = (row.state.clone(), row.state.clone(), row.state.clone());
    let name = move || name.with(|state| state.shown.stay.patient.name.to_string());
    let facts = move || {
        let today = london::date(board.now.get());
        facts.with(|state| {
            let (patient, place) = (&state.shown.stay.patient, &state.shown.stay.place);
            [
                place.in_words(),
                format!("Born {}", patient.born_in_words(today)),
                format!("NHS No. {}", patient.nhs_number_in_words()),
            ]
        })
    };
    let missing = move || {
        let today = london::date(board.now.get());
        missing.with(|state| round::rounded(&state.shown.stay, today).missing())
    };
    view! {
        <header class="round-patient__head">
            <div class="round-patient__who">
                <h2 class="round-patient__name" tabindex="-1">
                    {name}
                </h2>
                <p class="round-patient__facts">
                    {move || facts().map(|fact| view! { <span class="round-patient__fact">{fact}</span> }).into_iter().collect_view()}
                </p>
            </div>
            <div class="round-patient__figures">
                <DaysInHospital row=row.clone() />
                <span>
                    <PathwayStanding row />
                </span>
            </div>
            <p class="round-patient__missing" role="status">
                {move || {
                    let missing = missing();
                    if missing.is_empty() { "Talked about today".to_owned() } else { format!("Still: {missing}") }
                }}
            </p>
            <nav class="round-patient__nav" aria-label="Go through the round">
                <Neighbour walk=walk.clone() step=-1 words="Previous" />
                <Neighbour walk step=1 words="Next" />
            </nav>
        </header>
    }
}

#[component]
fn Neighbour(walk: Walk, step: isize, words: &'static str) -> impl IntoView {
    move || {
        let href = walk.neighbour(step).map(|at| walk.href(&at));
        match href {
            Some(href) => view! {
                <a class="nhsuk-button nhsuk-button--secondary round-patient__step" href=href>
                    {words}
                </a>
            }
            .into_any(),
            None => ().into_any(),
        }
    }
}
