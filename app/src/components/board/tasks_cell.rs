//! The tasks that stand between the patient and home: of the open ones first what can be done next, the finished counted.

use domain::TaskNumber;
use leptos::prelude::*;

use super::row_end::RowEnd;
use crate::{
    board::Row,
    components::{NoOpenTask, TaskChip},
};

#[component]
pub fn TasksCell(row: Row) -> impl IntoView {
    let open = row.state.clone();
    let numbers = Memo::new(move |_| {
        open.with(|state| state.shown.open_tasks_in_order().iter().map(|task| task.number).collect::<Vec<TaskNumber>>())
    });
    let name = row.read(|state| state.shown.stay.patient.name.to_string());
    let label = format!("Open tasks of {name}");
    let chips = row.clone();
    view! {
        <ul class="chips" aria-label=label>
            <For each=move || numbers.get() key=|number| *number let:number>
                <li class="chips__item">
                    <TaskChip row=chips.clone() number />
                </li>
            </For>
            <NoOpenTask row=row.clone() />
            <RowEnd row name />
        </ul>
    }
    .into_any()
}
