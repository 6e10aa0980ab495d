//! What can be done with all the tasks that were ticked.

use std::collections::BTreeSet;

use domain::{Command, Task, queue};
use leptos::prelude::*;

use super::{Chosen, TaskKey};
use crate::{board::Board, components::Icon};

#[component]
pub fn QueueBar(chosen: Chosen, queued: Signal<BTreeSet<TaskKey>>) -> impl IntoView {
    let board = Board::expect();
    // A task that has left the queue meanwhile is no longer chosen.
    let still = move || chosen.0.with(|chosen| queued.with(|queued| chosen.intersection(queued).copied().collect::<Vec<_>>()));
    let do_all = move |command: fn(Board, &Task) -> Command, done: fn(usize) -> String| {
        let change = |(stay, number)| {
            let row = board.row(stay)?;
            row.read(|state| state.shown.stay.task(number).map(|task| (stay, command(board, task))))
        };
        board.submit_each_or_tell(still().into_iter().filter_map(change).collect(), done);
        chosen.0.update(BTreeSet::clear);
    };
    view! {
        <Show when=move || !still().is_empty()>
            <div class="queue-bar" role="group" aria-label="All that are chosen">
                <p class="queue-bar__count" role="status">
                    {move || format!("{} chosen", still().len())}
                </p>
                <button class="queue__step" type="button" on:click=move |_| do_all(claim, taken_in_words)>
                    "Take them"
                </button>
                <button class="queue__step queue__step--done" type="button" on:click=move |_| do_all(complete, done_in_words)>
                    <Icon name="done" />
                    "All done"
                </button>
                <button class="link-button" type="button" on:click=move |_| chosen.0.update(BTreeSet::clear)>
                    "Choose none"
                </button>
            </div>
        </Show>
    }
}

fn claim(board: Board, task: &Task) -> Command {
    board.with_actor(|actor| queue::claim(actor, task))
}

fn complete(_board: Board, task: &Task) -> Command {
    Command::CompleteTask { task: task.number }
}

/// "Taken: 1 task"
fn taken_in_words(count: usize) -> String {
    format!("Taken: {}", tasks(count))
}

/// "Done: 8 tasks"
fn done_in_words(count: usize) -> String {
    format!("Done: {}", tasks(count))
}

fn tasks(count: usize) -> String {
    if count == 1 { "1 task".to_owned() } else { format!("{count} tasks") }
}
