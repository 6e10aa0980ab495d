//! A card a ward, the worst first as they stood when the page was opened: cards do not change places under a finger.

use domain::{WardCode, WardFigures, overview::Overview};
use leptos::prelude::*;

use crate::components::{EmptyState, Icon};

#[component]
pub fn WardCards(overview: RwSignal<Overview>) -> impl IntoView {
    let order: Vec<WardCode> = overview.with_untracked(|overview| codes(overview).cloned().collect());
    let cards = Memo::new(move |_| {
        overview.with(|overview| {
            let added = codes(overview).filter(|code| !order.contains(code));
            order.iter().filter(|code| codes(overview).any(|other| other == *code)).chain(added).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || cards.with(Vec::is_empty)>
            <EmptyState words="No wards yet" hint="An administrator adds them under Hospital." />
        </Show>
        <ul class="ward-cards">
            <For each=move || cards.get() key=|code| code.clone() let:code>
                <WardCard overview code />
            </For>
        </ul>
    }
    .into_any()
}

fn codes(overview: &Overview) -> impl Iterator<Item = &WardCode> {
    overview.wards.iter().map(|ward| &ward.code)
}

#[component]
fn WardCard(overview: RwSignal<Overview>, code: WardCode) -> impl IntoView {
    let ward = Memo::new(move |_| overview.with(|overview| overview.wards.iter().find(|ward| ward.code == code).cloned()));
    view! {
        <li class="ward-card">{move || ward.get().map(|ward| view! { <CardFace ward /> })}</li>
    }
}

#[component]
fn CardFace(ward: WardFigures) -> impl IntoView {
    let name = ward.name;
    let heading = if ward.may_open {
        view! { <a href=format!("/wards/{}", ward.code)>{name}</a> }.into_any()
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let has_overdue = ward.overdue > 0;
    view! {
        <h2 class="ward-card__name">{heading}</h2>
        <p class="ward-card__beds">{format!("{} of {} beds", ward.patients, ward.beds)}</p>
        <dl class="ward-card__figures">
            <div class:ward-card__overdue=has_overdue>
                <dt>"Overdue"</dt>
                <dd>{has_overdue.then(|| view! { <Icon name="overdue" /> })} {ward.overdue}</dd>
            </div>
            <Figure words="Ready" count=ward.ready />
            <Figure words="EDD today" count=ward.going_today />
            <Figure words="Not reviewed" count=ward.not_reviewed />
            <Figure words="7+" count=ward.seven_plus />
            <Figure words="14+" count=ward.fourteen_plus />
            <Figure words="21+" count=ward.twenty_one_plus />
        </dl>
    }
}

#[component]
fn Figure(words: &'static str, count: u32) -> impl IntoView {
    view! {
        <div class:ward-card__none=count == 0>
            <dt>{words}</dt>
            <dd>{count}</dd>
        </div>
    }
}
