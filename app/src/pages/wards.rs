//! `/wards`: the hospital, a card a ward.

use domain::hospital::WardFigures;
use leptos::prelude::*;

use crate::{
    api::{self, SignedIn},
    components::{EmptyState, Icon, ProblemScreen, Screen, Waiting},
    session::Session,
};

#[component]
pub fn WardsPage() -> impl IntoView {
    let session = Session::expect();
    let figures = Resource::new(|| (), |()| api::ward_figures());
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(figures).await {
                    Ok((signed_in, figures)) => view! { <Wards signed_in figures /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Wards(signed_in: SignedIn, figures: Vec<WardFigures>) -> impl IntoView {
    let is_empty = figures.is_empty();
    let totals = totals(&figures).map(|(words, count)| view! { <Figure words count /> }).collect_view();
    view! {
        <Screen title="Wards" signed_in is_wide=true>
            <h1 class="nhsuk-heading-l">"Wards"</h1>
            <dl class="ward-summary">
                {totals}
            </dl>
            {is_empty
                .then(|| view! { <EmptyState words="No wards yet" hint="An administrator adds them under Hospital." /> })}
            <ul class="ward-cards">
                {figures.into_iter().map(|ward| view! { <WardCard ward /> }).collect_view()}
            </ul>
        </Screen>
    }
}

fn totals(figures: &[WardFigures]) -> impl Iterator<Item = (&'static str, u32)> {
    let total = |what: fn(&WardFigures) -> u32| figures.iter().map(what).sum::<u32>();
    [
        ("Patients", total(|ward| ward.patients)),
        ("Do not meet criteria", total(|ward| ward.ready)),
        ("7 days or more", total(|ward| ward.seven_plus)),
        ("14 days or more", total(|ward| ward.fourteen_plus)),
        ("21 days or more", total(|ward| ward.twenty_one_plus)),
        ("EDD today", total(|ward| ward.going_today)),
        ("Tasks overdue", total(|ward| ward.overdue)),
    ]
    .into_iter()
}

#[component]
fn Figure(words: &'static str, count: u32) -> impl IntoView {
    view! {
        <div>
            <dt>{words}</dt>
            <dd>{count}</dd>
        </div>
    }
}

#[component]
fn WardCard(ward: WardFigures) -> impl IntoView {
    let name = ward.name;
    let heading = if ward.may_open {
        view! { <a href=format!("/wards/{}", ward.code)>{name}</a> }.into_any()
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let has_overdue = ward.overdue > 0;
    view! {
        <li class="ward-card">
            <h2 class="ward-card__name">{heading}</h2>
            <p class="ward-card__beds">{format!("{} of {} beds", ward.patients, ward.beds)}</p>
            <dl class="ward-card__figures">
                <Figure words="Do not meet criteria" count=ward.ready />
                <Figure words="7+" count=ward.seven_plus />
                <Figure words="14+" count=ward.fourteen_plus />
                <Figure words="21+" count=ward.twenty_one_plus />
                <Figure words="EDD today" count=ward.going_today />
                <div class:ward-card__overdue=has_overdue>
                    <dt>"Overdue"</dt>
                    <dd>{has_overdue.then(|| view! { <Icon name="overdue" /> })} {ward.overdue}</dd>
                </div>
            </dl>
        </li>
    }
}
