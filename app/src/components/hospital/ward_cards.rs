//! A card a ward, the worst first. Their figures change at once; that cards change places waits until nobody touches them.

use std::time::Duration;

use domain::{BedCount, WardCode, WardFigures, count::counted, overview::Overview};
use leptos::prelude::*;

use crate::{
    board::{Board, has_focus, keep_focus},
    components::{EmptyState, Icon, listen_for_touch},
    outbox::device,
};

/// How often cards that wait look whether they may move.
const LOOK_EVERY: Duration = Duration::from_secs(1);

#[component]
pub fn WardCards(overview: RwSignal<Overview>) -> impl IntoView {
    let board = Board::expect();
    let stands = RwSignal::new(overview.with_untracked(worst_first));
    listen_for_touch(board);
    move_at_rest(board, overview, stands);
    view! {
        <Show when=move || stands.with(Vec::is_empty)>
            <EmptyState words="No wards yet" hint="An administrator adds them under Hospital." />
        </Show>
        <ul class="ward-cards">
            <For each=move || stands.get() key=|code| code.clone() let:code>
                <WardCard overview code />
            </For>
        </ul>
    }
    .into_any()
}

/// Lets the cards stand as their figures would have it, once the list is at rest.
fn move_at_rest(board: Board, overview: RwSignal<Overview>, stands: RwSignal<Vec<WardCode>>) {
    let look = move || {
        let wanted = overview.with_untracked(worst_first);
        if stands.with_untracked(|stands| *stands != wanted) && board.is_at_rest(has_focus(".ward-card")) {
            keep_focus(|| stands.set(wanted));
        }
    };
    Effect::new(move || device::every(LOOK_EVERY, look));
}

fn worst_first(overview: &Overview) -> Vec<WardCode> {
    overview.wards.iter().map(|ward| ward.code.clone()).collect()
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
    let here = who_is_here(&ward);
    let name = ward.name;
    let heading = if ward.may_open {
        view! { <a href=format!("/wards/{}", ward.code)>{name}</a> }.into_any()
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let has_overdue = ward.overdue > 0;
    view! {
        <h2 class="ward-card__name">{heading}</h2>
        <p class="ward-card__beds">{here}</p>
        <dl class="ward-card__figures">
            <div class:ward-card__overdue=has_overdue>
                <dt>"Overdue"</dt>
                <dd>{has_overdue.then(|| view! { <Icon name="overdue" /> })} {ward.overdue}</dd>
            </div>
            <Figure words="Due today" count=ward.due_today />
            <Figure words="Ready" count=ward.ready />
            <Figure words="EDD today" count=ward.going_today />
            <Figure words="Not reviewed" count=ward.not_reviewed />
            <Figure words="7+" count=ward.seven_plus />
            <Figure words="14+" count=ward.fourteen_plus />
            <Figure words="21+" count=ward.twenty_one_plus />
        </dl>
    }
}

/// "26 of 28 beds, and 2 without a bed". Of a ward that isn't seen whole nothing is said of its beds.
fn who_is_here(ward: &WardFigures) -> String {
    let patients = counted(ward.patients, "patient", "patients");
    match ward.bed_count {
        None => format!("{patients} with a task for your team"),
        Some(_) if ward.beds == 0 => patients,
        Some(BedCount { occupied, without_bed: 0 }) => format!("{occupied} of {} beds", ward.beds),
        Some(BedCount { occupied, without_bed }) => format!("{occupied} of {} beds, and {without_bed} without a bed", ward.beds),
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

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(28, Some((26, 0)), "26 of 28 beds")]
    #[case(28, Some((28, 2)), "28 of 28 beds, and 2 without a bed")]
    #[case(0, Some((0, 3)), "3 patients")]
    #[case(28, None, "3 patients with a task for your team")]
    fn a_card_says_who_is_here(#[case] beds: u32, #[case] bed_count: Option<(u32, u32)>, #[case] expected: &str) {
        let ward = WardFigures {
            code: "maple".parse().expect("a ward"),
            name: "Maple".to_owned(),
            beds,
            bed_count: bed_count.map(|(occupied, without_bed)| BedCount { occupied, without_bed }),
            patients: 3,
            ready: 0,
            not_reviewed: 0,
            seven_plus: 0,
            fourteen_plus: 0,
            twenty_one_plus: 0,
            going_today: 0,
            due_today: 0,
            overdue: 0,
            may_open: true,
        };
        assert_eq!(who_is_here(&ward), expected);
    }
}
