//! A person's tasks across the wards, by due time: one tap to take one on, one to finish it, or several at once.

mod nothing_waits;
mod queue_bar;
mod queue_item;
mod queue_tabs;

use std::collections::BTreeSet;

use domain::{
    Condition, EscalationLevel, Stay, StayId, Task, TaskNumber,
    queue::{self, DueBy},
};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::FilterNotice;
use crate::board::{Board, Row, Shown};
use nothing_waits::{NothingWaits, asks_for_mine_alone};
use queue_bar::QueueBar;
use queue_item::QueueItem;
use queue_tabs::QueueTabs;

/// Where a task is in the hospital.
type TaskKey = (StayId, TaskNumber);

/// The tasks that were ticked, to be done together.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<BTreeSet<TaskKey>>);

/// A task in the queue, as the queue is sorted.
#[derive(Clone, PartialEq)]
struct Queued {
    due_by: DueBy,
    due: Option<chrono::DateTime<chrono::Utc>>,
    key: TaskKey,
}

#[component]
pub fn TaskQueue() -> impl IntoView {
    let board = Board::expect();
    let chosen = Chosen(RwSignal::new(BTreeSet::new()));
    let queued = Memo::new(move |_| queued(board));
    let groups = move || DueBy::iter().filter(move |due_by| queued.with(|queued| queued.iter().any(|one| one.due_by == *due_by)));
    let climbed = Memo::new(move |_| climbed(board));
    let counted = Memo::new(move |_| Shown { shown: queued.with(Vec::len), of: climbed.with(Vec::len) });
    let has_nothing = move || queued.with(Vec::is_empty) && (!board.is_filtered() || asks_for_mine_alone(board));
    view! {
        <QueueTabs climbed />
        <FilterNotice counted things="tasks" />
        <Show when=has_nothing>
            <NothingWaits counted />
        </Show>
        <For each=groups key=|due_by| *due_by let:due_by>
            <QueueGroup due_by queued chosen />
        </For>
        <QueueBar chosen queued=Signal::derive(move || queued.with(|queued| queued.iter().map(|one| one.key).collect())) />
    }
    .into_any()
}

#[component]
fn QueueGroup(due_by: DueBy, queued: Memo<Vec<Queued>>, chosen: Chosen) -> impl IntoView {
    let items = move || queued.with(|queued| queued.iter().filter(|one| one.due_by == due_by).cloned().collect::<Vec<_>>());
    let heading = move || format!("{} ({})", due_by.words(), items().len());
    let class = if due_by == DueBy::Overdue { "queue queue--overdue" } else { "queue" };
    view! {
        <section class=class>
            <h2 class="queue__heading">{heading}</h2>
            <ul class="queue__items">
                <For each=items key=|one| one.key let:one>
                    <QueueItem stay=one.key.0 number=one.key.1 chosen />
                </For>
            </ul>
        </section>
    }
}

fn queued(board: Board) -> Vec<Queued> {
    let now = board.now.get();
    let mut queued: Vec<Queued> = board.shown_rows().iter().flat_map(|row| of_row(board, row, now)).collect();
    queued.sort_by_key(|one| (one.due_by, one.due, one.key));
    queued
}

fn of_row(board: Board, row: &Row, now: chrono::DateTime<chrono::Utc>) -> Vec<Queued> {
    row.state.with(|state| {
        let stay = &state.shown.stay;
        let tasks = stay.open_tasks().filter(|task| is_asked_for(board, stay, task, now));
        tasks.map(|task| Queued { due_by: DueBy::of(task.due, now), due: task.due, key: (row.id, task.number) }).collect()
    })
}

fn is_asked_for(board: Board, stay: &Stay, task: &Task, now: chrono::DateTime<chrono::Utc>) -> bool {
    board.with_actor(|actor| {
        let viewer = board.viewer(now);
        let fits = |condition: &Condition| condition.holds_for_task(task, viewer);
        queue::is_in_queue(actor, stay, task, viewer) && board.filter.with(|filter| filter.conditions().iter().all(fits))
    })
}

/// How far each task of the queue has climbed, whatever is asked for.
fn climbed(board: Board) -> Vec<Option<EscalationLevel>> {
    let viewer = board.viewer(board.now.get());
    let of_row = |row: &Row| {
        row.read(|state| {
            let stay = &state.shown.stay;
            let is_here = |task: &&Task| board.with_actor(|actor| queue::is_in_queue(actor, stay, task, viewer));
            let level = |task: &Task| viewer.escalation.level(task, viewer.now);
            stay.open_tasks().filter(is_here).map(level).collect::<Vec<_>>()
        })
    };
    board.with_rows(|rows| rows.iter().flat_map(of_row).collect())
}
