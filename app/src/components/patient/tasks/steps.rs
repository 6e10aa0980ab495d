//! The tasks that wait for each other: a column a step and lines between them where it is wide, one list where it is not.

use domain::task::order::Order;
use leptos::prelude::*;

use super::{
    card::TaskCard,
    drawing::{Drawing, Line, Slot, UNIT},
};
use crate::board::Row;

#[component]
pub fn Steps(row: Row, order: Memo<Order>) -> impl IntoView {
    let drawing = Memo::new(move |_| order.with(Drawing::of));
    let columns = Memo::new(move |_| drawing.with(|drawing| drawing.columns.len()));
    view! {
        <div class="steps">
            <Lines drawing />
            <ol class="steps__columns" aria-label="Tasks step by step">
                <For each=move || 0..columns.get() key=|column| *column let:column>
                    <Step row=row.clone() order drawing column />
                </For>
            </ol>
        </div>
    }
}

#[component]
fn Step(row: Row, order: Memo<Order>, drawing: Memo<Drawing>, column: usize) -> impl IntoView {
    let shown = move |slot: Slot| match slot {
        Slot::Task(number) => view! { <TaskCard row=row.clone() number order /> }.into_any(),
        Slot::Free(_) => ().into_any(),
    };
    view! {
        <li class="steps__step">
            <h3 class="steps__heading">{heading(column)}</h3>
            <ul class="steps__tasks">
                <For each=move || slots(drawing, column) key=|slot| *slot let:slot>
                    <li class="steps__slot" aria-hidden=matches!(slot, Slot::Free(_)).then_some("true")>
                        {shown(slot)}
                    </li>
                </For>
            </ul>
        </li>
    }
}

fn slots(drawing: Memo<Drawing>, column: usize) -> Vec<Slot> {
    drawing.with(|drawing| drawing.columns.get(column).cloned().unwrap_or_default())
}

/// Open tasks alone are drawn, so the first step waits for nothing.
fn heading(column: usize) -> String {
    if column == 0 { "Step 1: can be done now".to_owned() } else { format!("Step {}: after that", column + 1) }
}

/// The cards say the same in words.
#[component]
fn Lines(drawing: Memo<Drawing>) -> impl IntoView {
    let field = move || drawing.with(|drawing| format!("0 0 {} {}", drawing.columns.len() * UNIT, drawing.rows() * UNIT));
    let line = |line: Line| view! { <path class="steps__line" class:steps__line--on-the-way=line.is_on_the_way d=line.path /> };
    view! {
        <svg class="steps__lines" viewBox=field preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {move || drawing.get().lines.into_iter().map(line).collect_view()}
        </svg>
    }
}
