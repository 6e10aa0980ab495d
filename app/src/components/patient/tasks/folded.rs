//! What is not to be done now: parked, done, or not needed. Counts, with the tasks folded beneath them.

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
    view! {
        <Folded id="finished" icon="done" words=Signal::derive(move || in_words(count.get()))>
            <h3 class="panel__subheading">"Done"</h3>
            <TaskList row=row.clone() label="Done tasks" which=done none="None yet" />
            <h3 class="panel__subheading">"Not needed"</h3>
            <TaskList row label="Tasks not needed" which=not_needed none="None" />
        </Folded>
    }
    .into_any()
}

/// What waits until the patient is ready again.
#[component]
pub fn Parked(row: Row) -> impl IntoView {
    let state = row.state.clone();
    let count = Memo::new(move |_| state.with(|state| state.shown.stay.parked_tasks().count()));
    let has_parked = Memo::new(move |_| count.get() > 0);
    let words = Signal::derive(move || format!("Parked until the patient is ready again: {}", count.get()));
    view! {
        <Show when=move || has_parked.get()>
            <Folded id="parked" icon="parked" words clone:row>
                <TaskList row=row.clone() label="Parked tasks" which=parked none="None" />
            </Folded>
        </Show>
    }
    .into_any()
}

/// A heading that unfolds what it counts. The board's counts lead to it, and find it open.
#[component]
fn Folded(id: &'static str, icon: &'static str, words: Signal<String>, children: Children) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let hash = use_location().hash;
    Effect::new(move || {
        if hash.get().strip_prefix('#') == Some(id)
            && let Some(details) = details.get()
        {
            drop(details.set_attribute("open", ""));
        }
    });
    view! {
        <details class="folded" id=id node_ref=details>
            <summary class="folded__summary">
                <Icon name=icon />
                {words}
            </summary>
            {children()}
        </details>
    }
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

fn parked(state: &RowState) -> Vec<TaskNumber> {
    state.shown.stay.parked_tasks().map(|task| task.number).collect()
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
    match (&task.state, task.parked_at) {
        (TaskState::NotNeeded { reason } | TaskState::Cancelled { reason }, _) => format!("{by} {reason}."),
        (_, Some(parked_at)) => format!("{by} Parked since {}.", clinical_time::date_time(parked_at)),
        _ => by,
    }
}
