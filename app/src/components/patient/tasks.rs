//! What is still to be done, and below it what is finished or was not needed.

use domain::{Task, TaskNumber, clinical_time, task::TaskStateKind};
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, RowState, Sheet},
    components::{Icon, TaskChip, adding_a_task},
};

#[component]
pub fn Tasks(row: Row) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let none = if board.sees_whole_ward(&row.place.ward) { "Nothing stands in the way" } else { "No open task for your team" };
    let can_add = adding_a_task().is_some_and(|command| board.may(stay, &command));
    view! {
        <section class="panel" aria-labelledby="tasks-heading">
            <h2 class="panel__heading" id="tasks-heading">
                "Tasks before going home"
            </h2>
            <TaskList row=row.clone() label="Open tasks" which=open none />
            {can_add
                .then(|| {
                    view! {
                        <button
                            class="nhsuk-button nhsuk-button--secondary"
                            type="button"
                            on:click=move |_| board.sheet.set(Some(Sheet { stay, panel: Panel::AddTask }))
                        >
                            <Icon name="add" />
                            "Add a task"
                        </button>
                    }
                })}
            <h3 class="panel__subheading" id="finished">
                "Done"
            </h3>
            <TaskList row=row.clone() label="Done tasks" which=done none="None yet" />
            <h3 class="panel__subheading">"Not needed"</h3>
            <TaskList row label="Tasks not needed" which=not_needed none="None" />
        </section>
    }
    .into_any()
}

fn open(state: &RowState) -> Vec<TaskNumber> {
    state.shown.open_tasks_by_due().into_iter().map(|task| task.number).collect()
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
    tasks.sort_by_key(|task| std::cmp::Reverse(task.at));
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
    let words = move || row.state.with(|state| state.shown.stay.task(number).map(|task| facts(state, task)));
    view! { <p class="task-list__facts">{words}</p> }
}

/// "To do since 05-Mar-2026 10:00, by Amara Obi. After TTO prescribed."
fn facts(state: &RowState, task: &Task) -> String {
    let by = format!("{} since {}, by {}.", task.state.kind().words(), clinical_time::date_time(task.at), task.by);
    let reason = match &task.state {
        domain::TaskState::NotNeeded { reason } | domain::TaskState::Cancelled { reason } => format!(" {reason}."),
        _ => String::new(),
    };
    let first: Vec<&str> = task
        .after
        .iter()
        .filter_map(|number| state.shown.stay.task(*number))
        .filter(|first| first.state.is_open())
        .map(|first| first.title.as_str())
        .collect();
    let after = if first.is_empty() { String::new() } else { format!(" After {}.", first.join(" and ")) };
    let blocking = if task.blocking || !task.state.is_open() { "" } else { " Does not block discharge." };
    format!("{by}{reason}{after}{blocking}")
}
