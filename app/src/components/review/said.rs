//! A review as it was written, to be read.

use domain::{
    EscalationLevel, clinical_time,
    long_stay_review::{Action, Agreed, Outcome, StayReview},
};
use leptos::prelude::*;

#[component]
pub fn Said(review: StayReview) -> impl IntoView {
    let StayReview { version, agreed, by, at, .. } = review;
    let Agreed { actions, escalation, outcomes } = agreed;
    let escalated = (escalation != EscalationLevel::Owner).then(|| format!("Escalated to: {}.", escalation.words()));
    let versions = (version > 1).then(|| format!(", version {version}"));
    view! {
        <p class="review-said__by">{by} ", " {clinical_time::date_time(at)} {versions}</p>
        <ul class="review-said">{actions.iter().map(Action::words).map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
        {escalated.map(|words| view! { <p>{words}</p> })}
        {(!outcomes.is_empty())
            .then(|| {
                view! {
                    <p>"Of last time's actions:"</p>
                    <ul class="review-said">
                        {outcomes.iter().map(outcome).map(|words| view! { <li>{words}</li> }).collect_view()}
                    </ul>
                }
            })}
    }
}

/// "Done: Funding panel (Agreed on Tuesday)".
fn outcome(outcome: &Outcome) -> String {
    let words = outcome.words.as_ref().map_or_else(String::new, |words| format!(" ({words})"));
    format!("{}: {}{words}", outcome.result.words(), outcome.action.what)
}
