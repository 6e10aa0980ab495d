//! What became of each of last time's actions.

use domain::{
    clinical_time,
    long_stay_review::{Action, ActionResult, OutcomeDraft, ReviewWeek},
};
use leptos::prelude::*;
use strum::IntoEnumIterator;

#[component]
pub fn OutcomeRows(week: ReviewWeek, actions: Vec<Action>, typed: Vec<OutcomeDraft>) -> impl IntoView {
    let mut typed = typed.into_iter();
    let heading = format!("What became of the actions of the week of {}", clinical_time::date(week.monday()));
    view! {
        <h3 class="nhsuk-heading-s">{heading}</h3>
        {actions
            .into_iter()
            .enumerate()
            .map(|(number, action)| {
                let typed = typed.next().unwrap_or_default();
                view! { <OutcomeRow number action typed /> }
            })
            .collect_view()}
    }
}

#[component]
fn OutcomeRow(number: usize, action: Action, typed: OutcomeDraft) -> impl IntoView {
    let words_id = format!("outcome-{number}");
    view! {
        <fieldset class="nhsuk-fieldset review-outcome">
            <legend class="nhsuk-fieldset__legend">
                {format!("{}: {}, by {}", action.what, action.who, clinical_time::date(action.by))}
            </legend>
            <div class="review-outcome__results">
                {ActionResult::iter()
                    .map(|result| {
                        let value: &'static str = result.into();
                        view! {
                            <label class="radios__option">
                                <input
                                    type="radio"
                                    name=format!("result-{number}")
                                    value=value
                                    checked=typed.result == value
                                    required
                                />
                                <span>{result.words()}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            <div class="review-outcome__words">
                <label class="nhsuk-label" for=words_id.clone()>
                    "In a few words"
                </label>
                <input class="nhsuk-input" id=words_id name="outcome" type="text" autocomplete="off" value=typed.words />
            </div>
        </fieldset>
    }
}
