//! What is still to be done: in steps where one task waits for another, the rest side by side; what is parked or finished folded away.

mod card;
mod drawing;
mod folded;
mod steps;

use domain::{TaskNumber, task::order::Order};
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, RowState, Sheet},
    components::{Icon, NoOpenTask, adding_a_task},
};
use card::TaskCard;
use folded::{Finished, Parked};
use steps::Steps;

#[component]
pub fn Tasks(row: Row) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let can_add = adding_a_task().is_some_and(|command| board.may(stay, &command));
    view! {
        <section class="panel" aria-labelledby="tasks-heading">
            <h2 class="panel__heading" id="tasks-heading">
                "Tasks before going home"
            </h2>
            <OpenTasks row=row.clone() />
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
            <Parked row=row.clone() />
            <Finished row />
        </section>
    }
    .into_any()
}

#[component]
fn OpenTasks(row: Row) -> impl IntoView {
    let sees_all = Board::expect().sees_whole_ward(&row.place.ward);
    let state = row.state.clone();
    let order = Memo::new(move |_| state.with(|state| Order::of(&state.shown.stay)));
    let state = row.state.clone();
    let way = move || sees_all.then(|| order.with(|order| state.with(|state| way_home(state, order)))).flatten();
    let state = row.state.clone();
    let loose = Memo::new(move |_| order.with(|order| state.with(|state| by_due(state, order))));
    let has_steps = Memo::new(move |_| order.with(|order| !order.links.is_empty()));
    let has_loose = Memo::new(move |_| loose.with(|loose| !loose.is_empty()));
    let (linked, whose) = (row.clone(), row.clone());
    view! {
        {move || way().map(|words| view! { <p class="way-home"><Icon name="home" />{words}</p> })}
        <ul class="open-tasks" aria-label="Open tasks">
            <Show when=move || has_steps.get()>
                <li>
                    <Steps row=linked.clone() order />
                </li>
            </Show>
            <Show when=move || has_loose.get()>
                <li>
                    <h3 class="steps__heading">{move || if has_steps.get() { "At any time" } else { "In any order" }}</h3>
                    <Loose row=row.clone() order loose />
                </li>
            </Show>
            <NoOpenTask row=whose />
        </ul>
    }
}

/// The tasks that neither wait nor are waited for.
#[component]
fn Loose(row: Row, order: Memo<Order>, loose: Memo<Vec<TaskNumber>>) -> impl IntoView {
    view! {
        <ul class="open-tasks__loose">
            <For each=move || loose.get() key=|number| *number let:number>
                <li>
                    <TaskCard row=row.clone() number order />
                </li>
            </For>
        </ul>
    }
}

/// The most pressing first.
fn by_due(state: &RowState, order: &Order) -> Vec<TaskNumber> {
    state.shown.open_tasks_in_order().into_iter().map(|task| task.number).filter(|number| !order.is_linked(*number)).collect()
}

/// "On the way home: 3 steps left: TTO prescribed, then TTO dispensed, then TTO checked and explained to patient."
fn way_home(state: &RowState, order: &Order) -> Option<String> {
    let stay = &state.shown.stay;
    match order.way_home.len() {
        0 => stay.open_tasks().next().map(|_| "No open task blocks discharge.".to_owned()),
        1 => Some(match order.way_home[0].len() {
            1 => "On the way home: 1 step left.".to_owned(),
            count => format!("On the way home: {count} tasks left, none of them waits for another."),
        }),
        steps => {
            let title = |number: &TaskNumber| stay.task(*number).map(|task| task.title.as_str());
            let step = |step: &Vec<TaskNumber>| step.iter().filter_map(title).collect::<Vec<_>>().join(" and ");
            let words = order.way_home.iter().map(step).collect::<Vec<_>>().join(", then ");
            Some(format!("On the way home: {steps} steps left: {words}."))
        }
    }
}
