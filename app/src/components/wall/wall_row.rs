//! A line of the wall: bed, initials, how long, until when, and what stands in the way.

use domain::{
    Bed, Stay, TaskNumber, WardCode,
    due::{self, DueStatus},
    sentence::Names,
};
use leptos::prelude::*;

use crate::{
    board::{Board, Row, Shows},
    components::{
        CriteriaStanding, DaysInHospital, ExpectedDischarge, Icon, NoOpenTask, PathwayStanding, task_chip::icon,
        wording::short_title,
    },
};

/// The most pressing tasks are named, the others counted.
const NAMED: usize = 4;

#[component]
pub fn WallRow(row: Row) -> impl IntoView {
    let state = row.state.clone();
    let who = move || {
        state.with(|state| {
            let stay = &state.shown.stay;
            (bed(stay), stay.patient.name.initials())
        })
    };
    view! {
        <li class="wall__row">
            {move || {
                let (bed, initials) = who();
                view! {
                    <span class="wall__bed">{bed}</span>
                    <span class="wall__initials">{initials}</span>
                }
            }}
            <div class="wall__cell">
                <DaysInHospital row=row.clone() />
            </div>
            <div class="wall__cell">
                <ExpectedDischarge row=row.clone() />
            </div>
            <div class="wall__cell">
                <CriteriaStanding row=row.clone() />
            </div>
            <div class="wall__cell">
                <PathwayStanding row=row.clone() />
            </div>
            <WallTasks row />
        </li>
    }
}

#[component]
pub fn WallEmptyBed(ward: WardCode, bed: Bed) -> impl IntoView {
    view! {
        <li class="wall__row wall__row--empty">
            <span class="wall__bed">{on_ward(&ward, bed.name)}</span>
            <span>"UNOCCUPIED"</span>
        </li>
    }
}

#[component]
fn WallTasks(row: Row) -> impl IntoView {
    let (state, tasks) = (row.state.clone(), row.clone());
    let numbers = Memo::new(move |_| {
        state.with(|state| state.shown.open_tasks_in_order().iter().map(|task| task.number).collect::<Vec<TaskNumber>>())
    });
    let named = move || numbers.with(|numbers| numbers.iter().take(NAMED).copied().collect::<Vec<_>>());
    let others = move || numbers.with(|numbers| numbers.len().saturating_sub(NAMED));
    view! {
        <ul class="wall__tasks">
            <For each=named key=|number| *number let:number>
                <WallTask row=tasks.clone() number />
            </For>
            <NoOpenTask row />
            {move || (others() > 0).then(|| view! { <li class="wall__others">{format!("and {} more", others())}</li> })}
        </ul>
    }
}

#[component]
fn WallTask(row: Row, number: TaskNumber) -> impl IntoView {
    let board = Board::expect();
    let words = Memo::new(move |_| {
        let now = row.now.get();
        row.state.with(|state| {
            let task = state.shown.stay.task(number)?;
            let title = board.with_directory(|directory| short_title(task, directory));
            let status = due::status(task.due, now);
            // What is due on another day is not for today's wall.
            let due =
                if matches!(status, DueStatus::NotSet | DueStatus::Later) { String::new() } else { due::in_short(task.due, now) };
            Some((title, task.state.kind(), due, status == DueStatus::Overdue))
        })
    });
    move || {
        words.get().map(|(title, state, due, is_late)| {
            let class = if is_late { "wall__task wall__task--late" } else { "wall__task" };
            view! {
                <li class=class>
                    <Icon name=icon(state) />
                    <span class="wall__title">{title}</span>
                    <span class="wall__due">
                        {is_late.then(|| view! { <Icon name="overdue" /> })} {due}
                    </span>
                </li>
            }
        })
    }
}

fn bed(stay: &Stay) -> String {
    on_ward(&stay.place.ward, stay.place.bed.clone().unwrap_or_else(|| "No bed".to_owned()))
}

/// The bed; on a screen of several wards with the ward before it.
fn on_ward(ward: &WardCode, bed: String) -> String {
    let board = Board::expect();
    if board.with_shows(|shows| *shows == Shows::Hospital) {
        format!("{} {bed}", board.with_directory(|directory| directory.ward(ward)))
    } else {
        bed
    }
}
