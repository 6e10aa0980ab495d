//! Patients who are ready and whom a single open task keeps here: the shortest way to an empty bed.

use domain::{
    StayId, due,
    due::DueStatus,
    overview::{OneThing, Overview},
    sentence::Names,
};
use leptos::prelude::*;

use crate::{
    board::Board,
    components::{Icon, wording::short_title},
};

/// More than this many are behind the link.
const SHOWN: usize = 12;

#[component]
pub fn OneThingPanel(overview: RwSignal<Overview>) -> impl IntoView {
    let count = move || overview.with(|overview| overview.one_thing.len());
    let shown =
        move || overview.with(|overview| overview.one_thing.iter().take(SHOWN).map(|one| one.stay).collect::<Vec<StayId>>());
    view! {
        <section class="panel" aria-labelledby="one-thing">
            <h2 class="panel__heading" id="one-thing">
                {move || format!("One thing from home ({})", count())}
            </h2>
            <ul class="one-thing">
                <For each=shown key=|stay| *stay let:stay>
                    <OneThingItem overview stay />
                </For>
            </ul>
            <Show when=move || count() == 0>
                <p class="held-up__none">"Nobody at the moment."</p>
            </Show>
            <Show when=move || { count() > SHOWN }>
                <p>
                    <a href="/board?one-thing=yes">{move || format!("All {}", count())}</a>
                </p>
            </Show>
        </section>
    }
    .into_any()
}

#[component]
fn OneThingItem(overview: RwSignal<Overview>, stay: StayId) -> impl IntoView {
    let one = Memo::new(move |_| overview.with(|overview| overview.one_thing.iter().find(|one| one.stay == stay).cloned()));
    view! { <li class="one-thing__item">{move || one.get().map(|one| view! { <ItemFace one /> })}</li> }
}

#[component]
fn ItemFace(one: OneThing) -> impl IntoView {
    let board = Board::expect();
    let OneThing { stay, name, place, task } = one;
    let now = board.now.get();
    let (ward, team, title) = board.with_directory(|directory| {
        (Names::ward(directory, &place.ward), Names::team(directory, &task.owner_team), short_title(&task, directory))
    });
    let is_late = due::status(task.due, now) == DueStatus::Overdue;
    view! {
        <a class="board__name" href=format!("/patients/{stay}")>
            {name}
        </a>
        <p class="queue__state">{format!("{ward}, {}", place.in_words())}</p>
        <p class:queue__due--late=is_late>
            {is_late.then(|| view! { <Icon name="overdue" /> })} <strong>{title}</strong>
            {format!(": {team}, {}", due::in_words(task.due, now))}
        </p>
    }
}
