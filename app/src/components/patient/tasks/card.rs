//! An open task with what it waits for and what waits for it, in words.

use domain::{
    Task, TaskNumber,
    task::order::{Order, waited_for_by, waits_for},
};
use leptos::prelude::*;

use crate::{
    board::{Row, RowState},
    components::{Icon, TaskChip},
};

#[component]
pub fn TaskCard(row: Row, number: TaskNumber, order: Memo<Order>) -> impl IntoView {
    let state = row.state.clone();
    let words = Memo::new(move |_| state.with(|state| state.shown.stay.task(number).map(|task| words(state, task))));
    // Where nothing waits, everything is on the way, and saying so helps nobody.
    let is_on_the_way = Memo::new(move |_| order.with(|order| order.way_home.len() > 1 && order.is_on_the_way(number)));
    view! {
        <div class="task-card" class:task-card--on-the-way=is_on_the_way>
            <TaskChip row number />
            <Show when=move || is_on_the_way.get()>
                <p class="task-card__mark">
                    <Icon name="home" />
                    "On the way home"
                </p>
            </Show>
            {move || {
                let lines = words.get().unwrap_or_default();
                lines.into_iter().map(|line| view! { <p class="task-card__words">{line}</p> }).collect_view()
            }}
        </div>
    }
    .into_any()
}

/// "After TTO prescribed, not yet done." "Then TTO checked and explained to patient." "Does not block discharge."
fn words(state: &RowState, task: &Task) -> Vec<String> {
    let stay = &state.shown.stay;
    let titles = |tasks: Vec<&Task>| tasks.into_iter().map(|task| task.title.as_str()).collect::<Vec<_>>().join(" and ");
    let first = titles(waits_for(stay, task).collect());
    let next = titles(waited_for_by(stay, task.number).collect());
    let lines = [
        (!first.is_empty()).then(|| format!("After {first}, not yet done.")),
        (!next.is_empty()).then(|| format!("Then {next}.")),
        (!task.blocking).then(|| "Does not block discharge.".to_owned()),
    ];
    lines.into_iter().flatten().collect()
}
