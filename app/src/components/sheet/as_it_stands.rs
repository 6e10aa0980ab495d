//! How what is asked about stands now, above the question: nobody has to remember what they are about to change.

use domain::{CriteriaToReside, TaskNumber};
use leptos::prelude::*;

use super::asking::Asking;
use crate::{
    board::{Panel, Row},
    components::{CriteriaStanding, DayStanding, DelayStanding, ExpectedDischarge, PathwayStanding, wording::standing_in_words},
};

#[component]
pub fn AsItStands(panel: Panel, row: Row, asking: Asking) -> impl IntoView {
    let standing = match panel {
        Panel::Task(number)
        | Panel::WaitForTask(number)
        | Panel::TaskNotNeeded(number)
        | Panel::CancelTask(number)
        | Panel::AssignTask(number)
        | Panel::TaskDue(number) => return view! { <TaskStanding row number asking /> }.into_any(),
        Panel::ExpectedDischarge => view! { <ExpectedDischarge row /> }.into_any(),
        Panel::Criteria => view! {
            <CriteriaStanding row=row.clone() />
            <CriteriaMet row />
        }
        .into_any(),
        Panel::DelayReason => view! {
            <CriteriaStanding row=row.clone() />
            <DelayStanding row />
        }
        .into_any(),
        Panel::Pathway | Panel::PathwayTasks(..) => view! { <PathwayStanding row /> }.into_any(),
        Panel::Day => view! { <DayStanding row /> }.into_any(),
        _ => return ().into_any(),
    };
    view! {
        <div class="sheet__now">
            <span class="sheet__now-label">"Now"</span>
            {standing}
        </div>
    }
    .into_any()
}

#[component]
fn TaskStanding(row: Row, number: TaskNumber, asking: Asking) -> impl IntoView {
    let board = asking.board;
    let standing = move || {
        row.state.with(|state| {
            let stay = &state.shown.stay;
            let task = stay.task(number)?;
            Some(board.with_directory(|directory| standing_in_words(stay, task, directory, board.now.get())))
        })
    };
    view! { <p class="sheet__standing">{standing}</p> }
}

/// By which of the eleven the patient meets them, as last reviewed.
#[component]
fn CriteriaMet(row: Row) -> impl IntoView {
    let which = move || {
        row.state.with(|state| match &state.shown.stay.reviews.last()?.found {
            CriteriaToReside::Met(which) if !which.is_empty() => {
                Some(which.iter().map(|criterion| criterion.words()).collect::<Vec<_>>().join("; "))
            }
            _ => None,
        })
    };
    move || which().map(|which| view! { <span class="sheet__criteria">{which}</span> })
}
