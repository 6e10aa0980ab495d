//! What is done or was not needed: a count, with the tasks folded beneath it.

use std::cmp::Reverse;

use domain::{Task, TaskNumber, TaskState, clinical_time, task::TaskStateKind};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;

use crate::{
    board::{Row, RowState},
    components::{Icon, TaskChip},
};

#[component]
pub fn Finished(row: Row) -> impl IntoView {
    let state = row.state.clone();
    let count = Memo::new(move |_| state.with(|state| (done(state).len(), not_needed(state).len())));
    let details = NodeRef::<html::Details>::new();
    let hash = use_location().hash;
    // The board's count of finished tasks leads here.
    Effect::new(move || {
        if hash.get() == "#finished"
            && let Some(details) = details.get()
        {
            drop(details.set_attribute("open", ""));
        }
    });
    view! {
        <details class="finished" id="finished" node_ref=details>
            <summary class="finished__summary">
                <Icon name="done" />
                {move || in_words(count.get())}
            </summary>
            <h3 class="panel__subheading">"Done"</h3>
            <TaskList row=row.clone() label="Done tasks" which=done none="None yet" />
            <h3 class="panel__subheading">"Not needed"</h3>
            <TaskList row label="Tasks not needed" which=not_needed none="None" />
        </details>
    }
    .into_any()
}

/// "Finished: 3 done, 1 not needed".
fn in_words((done, not_needed): (usize, usize)) -> String {
    match (done, not_needed) {
        (0, 0) => "None finished yet".to_owned(),
        (done, 0) => format!("Finished: {done} done"),
        (0, not_needed) => format!("Finished: {not_needed} not needed"),
        (done, not_needed) => format!("Finished: {done} done, {not_needed} not needed"),
    }
}

fn done(state: &RowState) -> Vec<TaskNumber> {
    finished(state, |kind| kind == TaskStateKind::Done)
}

fn not_needed(state: &RowState) -> Vec<TaskNumber> {
    finished(state, |kind| matches!(kind, TaskStateKind::NotNeeded | TaskStateKind::Cancelled))
}

/// The last one first.
fn finished(state: &RowState, which: fn(TaskStateKind) -> bool) -> Vec<TaskNumber> {
    let mut tasks: Vec<&Task> = state.shown.stay.tasks.iter().filter(|task| which(task.state.kind())).collect();
    tasks.sort_by_key(|task| Reverse(task.at));
    tasks.into_iter().map(|task| task.number).collect()
}

#[component]
fn TaskList(row: Row, label: &'static str, which: fn(&RowState) -> Vec<TaskNumber>, none: &'static str) -> impl IntoView {
    let state = row.state.clone();
    let numbers = Memo::new(move |_| state.with(which));
    view! {
        <ul class="task-list" aria-label=label>
            <For each=move || numbers.get() key=|number| *number let:number>
                <li class="task-list__item">
                    <TaskChip row=row.clone() number />
                    <TaskFacts row=row.clone() number />
                </li>
            </For>
            {move || numbers.with(Vec::is_empty).then(|| view! { <li class="task-list__none">{none}</li> })}
        </ul>
    }
    .into_any()
}

#[component]
fn TaskFacts(row: Row, number: TaskNumber) -> impl IntoView {
    let words = move || row.state.with(|state| state.shown.stay.task(number).map(facts));
    view! { <p class="task-list__facts">{words}</p> }
}

/// "Not needed since 05-Mar-2026 10:00, by Amara Obi. Her son drives her."
fn facts(task: &Task) -> String {
    let by = format!("{} since {}, by {}.", task.state.kind().words(), clinical_time::date_time(task.at), task.by);
    match &task.state {
        TaskState::NotNeeded { reason } | TaskState::Cancelled { reason } => format!("{by} {reason}."),
        _ => by,
    }
}
