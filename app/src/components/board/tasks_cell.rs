//! The tasks that stand between the patient and home: the open ones in the order of their due times, the finished counted.

use domain::TaskNumber;
use leptos::prelude::*;

use super::row_end::RowEnd;
use crate::{
    board::{Board, Row},
    components::TaskChip,
};

#[component]
pub fn TasksCell(row: Row) -> impl IntoView {
    let open = row.state.clone();
    let numbers = Memo::new(move |_| {
        open.with(|state| state.shown.open_tasks_by_due().iter().map(|task| task.number).collect::<Vec<TaskNumber>>())
    });
    let place = row.place.clone();
    let none =
        if Board::expect().sees_whole_ward(&place.ward) { "Nothing stands in the way" } else { "No open task for your team" };
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
            {move || {
                numbers.with(Vec::is_empty).then(|| view! { <li class="chips__none">{none}</li> })
            }}
            <RowEnd row name />
        </ul>
    }
    .into_any()
}
