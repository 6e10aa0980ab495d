//! One patient of the week: how they stand, what became of last time's actions, what has to happen next.

use chrono::{DateTime, Utc};
use domain::{
    Directory, EscalationLevel, Stay, StayId,
    long_stay_review::{Draft, Review, StayReview, WeekOfReviews},
};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{
    action_rows::ActionRows,
    links::{patient_address, week_address},
    outcome_rows::OutcomeRows,
    rail::ReviewRail,
    said::Said,
    standing::StandingFacts,
};
use crate::components::REVIEW;

/// A patient as the meeting has them before it.
#[derive(Clone)]
pub struct PatientShown {
    pub week: WeekOfReviews,
    pub stay: Stay,
    pub review: Review,
    /// What stands in the form.
    pub draft: Draft,
    /// What somebody else wrote while the form was filled in.
    pub meanwhile: Option<StayReview>,
    pub now: DateTime<Utc>,
}

#[component]
pub fn PatientReview(shown: PatientShown, directory: Directory) -> impl IntoView {
    let PatientShown { week, stay, review, draft, meanwhile, .. } = shown;
    let standing = week.patients.iter().find(|patient| patient.stay == stay.id).map(|patient| patient.standing.clone());
    let is_open = review.week.is_open(review.today);
    let written = review.versions.clone();
    view! {
        <div class="review">
            <div class="review__patient">
                <Around week=week.clone() at=stay.id />
                {standing.map(|standing| view! { <StandingFacts standing /> })}
                {meanwhile.map(|theirs| view! { <Meanwhile theirs /> })}
                {is_open.then(|| view! { <ReviewForm stay=stay.id review draft directory /> })}
                <Written versions=written />
            </div>
            <ReviewRail week at=stay.id />
        </div>
    }
}

/// The way to the patients around this one.
#[component]
fn Around(week: WeekOfReviews, at: StayId) -> impl IntoView {
    let of = week.week;
    let [before, after] = week.neighbours(at).map(|patient| patient.map(|patient| patient.stay));
    let next = week.next_to_review(Some(at)).filter(|next| Some(*next) != after);
    let link = move |stay: StayId, words: &'static str| view! { <a href=patient_address(of, stay)>{words}</a> };
    view! {
        <nav class="review-around" aria-label="From patient to patient">
            <a href=week_address(of)>{of.words()}</a>
            {before.map(|stay| link(stay, "Previous patient"))}
            {after.map(|stay| link(stay, "Next patient"))}
            {next.map(|stay| link(stay, "Next who is still to be reviewed"))}
        </nav>
    }
}

/// Both texts are there: theirs to be read, one's own in the form below.
#[component]
fn Meanwhile(theirs: StayReview) -> impl IntoView {
    let heading = format!("{} has written about this patient while you did", theirs.by);
    view! {
        <section class="report__section review-meanwhile" role="alert" aria-labelledby="meanwhile">
            <h2 class="nhsuk-heading-m" id="meanwhile">
                {heading}
            </h2>
            <Said review=theirs />
            <p>
                "What you wrote stands in the form below, and is not saved yet. Take over what is right from above, then save: both versions are kept."
            </p>
        </section>
    }
}

#[component]
fn ReviewForm(stay: StayId, review: Review, draft: Draft, directory: Directory) -> impl IntoView {
    let actions = review.actions_before().to_vec();
    let earlier = review.earlier.as_ref().map(|earlier| (earlier.week, format!("{}.{}", earlier.week, earlier.version)));
    let teams = directory.teams.into_iter().map(|team| team.name).collect();
    let Draft { actions: typed, escalation, outcomes, seen } = draft;
    view! {
        <section class="report__section" aria-labelledby="review-form">
            <h2 class="nhsuk-heading-m" id="review-form">
                {if review.versions.is_empty() { "Review" } else { "Correct the review" }}
            </h2>
            <form class="review-form" method="post" action=REVIEW>
                <input type="hidden" name="week" value=review.week.to_string() />
                <input type="hidden" name="stay" value=stay.to_string() />
                <input type="hidden" name="seen" value=seen.to_string() />
                {earlier
                    .map(|(week, earlier)| {
                        view! {
                            <input type="hidden" name="earlier" value=earlier />
                            <OutcomeRows week actions typed=outcomes />
                        }
                    })}
                <ActionRows typed teams />
                <Escalation chosen=escalation />
                <div class="review-form__buttons">
                    <button class="nhsuk-button" type="submit" name="then" value="next">
                        "Save, and on to the next"
                    </button>
                    <button class="nhsuk-button nhsuk-button--secondary" type="submit" name="then" value="stay">
                        "Save"
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Escalation(chosen: String) -> impl IntoView {
    let words = |level: EscalationLevel| match level {
        EscalationLevel::Owner => "Not escalated: it stays with its owner".to_owned(),
        level => level.words().to_owned(),
    };
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="escalation">
                "Escalated to"
            </label>
            <select class="nhsuk-select" id="escalation" name="escalation">
                {EscalationLevel::iter()
                    .map(|level| {
                        let value: &'static str = level.into();
                        view! {
                            <option value=value selected=chosen == value>
                                {words(level)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// Every version of the week; nothing that was written is gone.
#[component]
fn Written(versions: Vec<StayReview>) -> impl IntoView {
    let mut versions = versions.into_iter().rev();
    let latest = versions.next();
    let earlier: Vec<StayReview> = versions.collect();
    view! {
        {latest
            .map(|review| {
                view! {
                    <section class="report__section" aria-labelledby="written">
                        <h2 class="nhsuk-heading-m" id="written">
                            "As it is written"
                        </h2>
                        <Said review />
                        {(!earlier.is_empty())
                            .then(|| {
                                view! {
                                    <details class="review-versions">
                                        <summary>"Earlier versions"</summary>
                                        {earlier.into_iter().map(|review| view! { <Said review /> }).collect_view()}
                                    </details>
                                }
                            })}
                    </section>
                }
            })}
    }
}
