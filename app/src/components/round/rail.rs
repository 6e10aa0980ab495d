//! The patients of the ward at the side of the round, with a tick for those who have been talked about.

use domain::{london, round};
use leptos::prelude::*;

use super::{At, Walk, rows};
use crate::{board::Row, components::Icon};

#[component]
pub fn Rail(walk: Walk) -> impl IntoView {
    let (items, end) = (walk.clone(), walk.clone());
    let board = walk.board;
    view! {
        <nav class="round-rail" aria-label="Patients of the round">
            <ol>
                <For each=move || rows(board) key=|row| row.id let:row>
                    <RailItem row walk=items.clone() />
                </For>
                <li>
                    <a
                        class="round-rail__link round-rail__link--end"
                        href=end.href(&At::End)
                        aria-current=move || (end.at.get() == At::End).then_some("step")
                    >
                        "Summary: who does what"
                    </a>
                </li>
            </ol>
        </nav>
    }
    .into_any()
}

#[component]
fn RailItem(row: Row, walk: Walk) -> impl IntoView {
    let at = At::Patient(row.id);
    let href = walk.href(&at);
    let now = walk.board.now;
    let done = row.state.clone();
    let is_done = Memo::new(move |_| done.with(|state| round::rounded(&state.shown.stay, london::date(now.get())).is_done()));
    let name = row.state.clone();
    let name = move || name.with(|state| state.shown.stay.patient.name.to_string());
    let bed = move || row.state.with(|state| state.shown.stay.place.bed.clone().unwrap_or_else(|| "No bed".to_owned()));
    view! {
        <li>
            <a class="round-rail__link" href=href aria-current=move || (walk.at.get() == at).then_some("step")>
                <span class="round-rail__bed">{bed}</span>
                <span class="round-rail__name">{name}</span>
                {move || {
                    is_done
                        .get()
                        .then(|| {
                            view! {
                                <span class="round-rail__done">
                                    <Icon name="done" />
                                    <span class="visually-hidden">"talked about"</span>
                                </span>
                            }
                        })
                }}
            </a>
        </li>
    }
}
