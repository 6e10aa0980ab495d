//! The tasks that stand between the patient and home: the open ones in the order of their due times, the finished counted.

use domain::{StayId, TaskNumber};
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, Sheet},
    components::{Icon, TaskChip, adding_a_task},
};

#[component]
pub fn TasksCell(row: Row) -> impl IntoView {
    let (open, count) = (row.state.clone(), row.state.clone());
    let numbers = Memo::new(move |_| {
        open.with(|state| state.shown.open_tasks_by_due().iter().map(|task| task.number).collect::<Vec<TaskNumber>>())
    });
    let finished = Memo::new(move |_| count.with(|state| state.shown.finished()));
    let href = format!("/patients/{}#finished", row.id);
    let name = row.state.with_untracked(|state| state.shown.stay.patient.name.to_string());
    let chips = row.clone();
    let label = format!("Open tasks of {name}");
    view! {
        <ul class="chips" aria-label=label>
            <For each=move || numbers.get() key=|number| *number let:number>
                <li class="chips__item">
                    <TaskChip row=chips.clone() number />
                </li>
            </For>
            {move || {
                numbers.with(Vec::is_empty).then(|| view! { <li class="chips__none">"Nothing stands in the way"</li> })
            }}
            {move || {
                let words = format!("{} finished", finished.get());
                (finished.get() > 0)
                    .then(|| {
                        view! {
                            <li class="chips__finished">
                                <a href=href.clone()>
                                    <Icon name="done" />
                                    {words}
                                </a>
                            </li>
                        }
                    })
            }}
            <RowActions row name />
        </ul>
    }
    .into_any()
}

#[component]
fn RowActions(row: Row, name: String) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    row.state.with_untracked(|state| may_add(board, &state.shown.stay)).then(|| {
        view! {
            <li class="chips__actions">
                <RowAction stay panel=Panel::AddTask icon="add" label=format!("Add a task for {name}") />
                <RowAction stay panel=Panel::Patient icon="more" label=format!("More for {name}") />
            </li>
        }
    })
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

fn may_add(board: Board, stay: &domain::Stay) -> bool {
    let command = adding_a_task();
    command.is_some_and(|command| board.with_actor(|actor| domain::permission::may_command(actor, stay, &command)))
}
