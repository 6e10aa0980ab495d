//! The patient's questions and what matters to them: as they are, each a tap away from being changed.

use domain::{Command, PatientQuestion, clinical_time};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::board::{Board, Panel, Row, Sheet};

/// Items of a description list. The question when they go home is answered by the expected date.
#[component]
pub fn QuestionsAnswered(row: Row) -> impl IntoView {
    let expected = row.state.clone();
    let expected = move || expected.with(|state| clinical_time::date_or_not_recorded(state.shown.stay.expected_discharge));
    view! {
        {PatientQuestion::iter()
            .map(|question| {
                view! { <Answer row=row.clone() panel=Panel::Question(question) words=question.words() /> }
            })
            .collect_view()}
        <div class="answers__item">
            <dt>"When should I expect to go home?"</dt>
            <dd>{expected}</dd>
        </div>
    }
    .into_any()
}

#[component]
pub fn Answer(row: Row, panel: Panel, words: &'static str) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let may = board.may(stay, &Command::SetWhatMatters { words: String::new() });
    let answer = move || {
        row.state.with(|state| match panel {
            Panel::Question(question) => state.shown.stay.answers.get(&question).cloned(),
            _ => state.shown.stay.what_matters.clone(),
        })
    };
    view! {
        <div class="answers__item">
            <dt>{words}</dt>
            <dd>
                <span>{move || answer().unwrap_or_else(|| "Not answered".to_owned())}</span>
                {may
                    .then(|| {
                        view! {
                            <button
                                class="link-button"
                                type="button"
                                on:click=move |_| board.sheet.set(Some(Sheet { stay, panel }))
                            >
                                "Change"
                                <span class="visually-hidden">{format!(": {words}")}</span>
                            </button>
                        }
                    })}
            </dd>
        </div>
    }
}
