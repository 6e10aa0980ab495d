//! What can be done with all the tasks that were ticked.

use std::collections::BTreeSet;

use domain::{Command, Task, count::counted, queue};
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
                    {move || {
                        let chosen = still();
                        chosen_in_words(chosen.len(), &colleagues(board, &chosen))
                    }}
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

/// Who has the chosen tasks, besides oneself: a name for each of their tasks.
fn colleagues(board: Board, chosen: &[TaskKey]) -> Vec<String> {
    let colleague = |(stay, number): &TaskKey| {
        board.row(*stay)?.state.with(|state| {
            let owner = state.shown.stay.task(*number)?.owner.clone()?;
            board.with_actor(|actor| owner.id != actor.id).then_some(owner.name)
        })
    };
    chosen.iter().filter_map(colleague).collect()
}

/// "3 chosen", and who would lose them by their being taken: "3 chosen, 1 of them Owen Blackwood's".
fn chosen_in_words(count: usize, colleagues: &[String]) -> String {
    let names: BTreeSet<_> = colleagues.iter().map(String::as_str).collect();
    match (names.len(), names.first()) {
        (0, _) | (_, None) => format!("{count} chosen"),
        (1, Some(name)) if count == 1 => format!("1 chosen, {name}'s"),
        (1, Some(name)) => format!("{count} chosen, {} of them {name}'s", colleagues.len()),
        _ => format!(
            "{count} chosen, {} of them colleagues': {}",
            colleagues.len(),
            names.into_iter().collect::<Vec<_>>().join(", ")
        ),
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
    format!("Taken: {}", counted(count, "task", "tasks"))
}

/// "Done: 8 tasks"
fn done_in_words(count: usize) -> String {
    format!("Done: {}", counted(count, "task", "tasks"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(3, &[], "3 chosen")]
    #[case(1, &["Owen Blackwood"], "1 chosen, Owen Blackwood's")]
    #[case(3, &["Owen Blackwood"], "3 chosen, 1 of them Owen Blackwood's")]
    #[case(3, &["Owen Blackwood", "Owen Blackwood"], "3 chosen, 2 of them Owen Blackwood's")]
    #[case(4, &["Owen Blackwood", "Nadia Rahman"], "4 chosen, 2 of them colleagues': Nadia Rahman, Owen Blackwood")]
    fn it_says_whose_the_chosen_are(#[case] count: usize, #[case] colleagues: &[&str], #[case] words: &str) {
        let colleagues: Vec<String> = colleagues.iter().map(ToString::to_string).collect();
        assert_eq!(chosen_in_words(count, &colleagues), words);
    }
}
