//! At the end of a row's tasks: how many are finished, and the ways to add one and to change something else.

use domain::{Stay, StayId};
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, RowState, Sheet, Spot},
    components::{ChangedMark, Icon, adding_a_task},
};

#[component]
pub fn RowEnd(row: Row, name: String) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let may_add = row.read(|state| may_add(board, &state.shown.stay));
    let closed = Memo::new(move |_| row.state.with(Closed::of));
    let closed = move || {
        let Closed { parked, finished, changed } = closed.get();
        view! {
            // Parked tasks rest while the patient meets the criteria to reside.
            {(parked > 0).then(|| view! { <Count stay count=parked icon="parked" words="parked" /> })}
            {(finished > 0).then(|| view! { <Count stay count=finished icon="done" words="finished" /> })}
            {changed.map(|words| view! { <ChangedMark words /> })}
        }
    };
    view! {
        <li class="chips__actions">
            {closed}
            {may_add
                .then(|| {
                    view! {
                        <span class="chips__buttons">
                            <RowAction stay panel=Panel::AddTask icon="add" label=format!("Add a task for {name}") />
                            <RowAction stay panel=Panel::Patient icon="more" label=format!("More for {name}") />
                        </span>
                    }
                })}
        </li>
    }
}

/// The tasks that have no chip.
#[derive(Clone, PartialEq)]
struct Closed {
    parked: usize,
    finished: usize,
    /// What others have done with them.
    changed: Option<String>,
}

impl Closed {
    fn of(state: &RowState) -> Self {
        Self {
            parked: state.shown.stay.parked_tasks().count(),
            finished: state.shown.finished(),
            changed: closed_by_others(state),
        }
    }
}

/// Leads to these tasks on the patient's page.
#[component]
fn Count(stay: StayId, count: usize, icon: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <a class="chips__finished" href=format!("/patients/{stay}#{words}")>
            <span>
                <Icon name=icon />
                " "
                {count}
            </span>
            {format!(" {words}")}
        </a>
    }
}

#[component]
fn RowAction(stay: StayId, panel: Panel, icon: &'static str, label: String) -> impl IntoView {
    let board = Board::expect();
    view! {
        <button
            class="chips__action"
            type="button"
            aria-label=label
            on:click=move |_| board.sheet.set(Some(Sheet { stay, panel }))
        >
            <Icon name=icon />
        </button>
    }
}

/// What others have done with tasks that are no longer open, and so have no chip to mark: "TTO dispensed: Done, changed by Tom
/// Reyes 14:32".
fn closed_by_others(state: &RowState) -> Option<String> {
    let closed = state.marks.iter().filter_map(|(spot, mark)| match spot {
        Spot::Task(number) => match state.shown.stay.task(*number) {
            Some(task) if task.is_open() => None,
            Some(task) if task.is_parked() => Some(format!("{}: parked, {}", task.title, mark.words())),
            Some(task) => Some(format!("{}: {}, {}", task.title, task.state.words(), mark.words())),
            None => Some(format!("A task is no longer here, {}", mark.words())),
        },
        _ => None,
    });
    let words = closed.collect::<Vec<_>>().join("; ");
    (!words.is_empty()).then_some(words)
}

fn may_add(board: Board, stay: &Stay) -> bool {
    adding_a_task().is_some_and(|command| board.may_to(stay, &command))
}
