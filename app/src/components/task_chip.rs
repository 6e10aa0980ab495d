//! A task on the board: what, whose, by when, how far. Tapping it opens what can be done about it.

use domain::{
    Directory, EscalationLevel, Stay, StayId, Task, TaskNumber, TaskState,
    due::{self, DueStatus},
    sentence::Names,
    task::{TaskStateKind, order::waits_for},
};
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
    web_sys::HtmlElement,
};
use leptos_router::params::ParamsMap;
use wasm_bindgen::JsCast;

use super::{ChangedMark, Icon, wording::short_title};
use crate::{
    board::{Board, Mark, Panel, Row, Sheet, Spot},
    way::here,
};

/// What the chip shows, so that it changes only when that does.
#[derive(Clone, PartialEq)]
struct Face {
    title: String,
    owner: String,
    due: String,
    due_short: String,
    due_status: DueStatus,
    state: TaskStateKind,
    /// How far it has got; of one that can't begin yet, what comes first.
    state_words: String,
    is_blocked: bool,
    /// Above its owner.
    escalated: Option<EscalationLevel>,
    is_unsent: bool,
    /// "changed by Tom Reyes 14:32", until that was seen.
    changed: Option<String>,
}

#[component]
pub fn TaskChip(row: Row, number: TaskNumber) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let face = Memo::new(move |_| face(board, &row, number));
    let class = move || face.with(|face| face.as_ref().map(class));
    view! {
        <a class=class role="button" href=task_page(stay, number) on:click=open_task(board, stay, number) on:keydown=press_by_space>
            {move || face.get().map(|face| view! { <ChipFace face /> })}
        </a>
    }
    .into_any()
}

/// Where a task's button leads until the program has arrived. It is a link that is a button to whoever hears it: of buttons that
/// send a form the browser looks for the first whenever another comes, which took seconds for a whole hospital's.
pub fn task_page(stay: StayId, task: TaskNumber) -> String {
    let back: ParamsMap = [("from", here())].into_iter().collect();
    format!("/task{}&task={stay}.{task}", back.to_query_string())
}

/// A link hears the enter key alone; a button hears the space bar too, once however long it is held.
pub fn press_by_space(event: KeyboardEvent) {
    if event.key() != " " {
        return;
    }
    event.prevent_default();
    let button = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button.filter(|_| !event.repeat()) {
        button.click();
    }
}

/// Once the program is there, the questions about a task are put over the board, and its page is not needed.
pub fn open_task(board: Board, stay: StayId, task: TaskNumber) -> impl Fn(MouseEvent) + Clone + 'static {
    move |event| {
        event.prevent_default();
        board.sheet.set(Some(Sheet { stay, panel: Panel::Task(task) }));
    }
}

/// Said in whole: "TTO dispensed: Pharmacy, due 15:00 (40 min late), To do". Seen shorter: what is only said has no size.
#[component]
fn ChipFace(face: Face) -> impl IntoView {
    let is_overdue = face.due_status == DueStatus::Overdue;
    let due = if face.due.is_empty() { ", ".to_owned() } else { format!(", {}, ", face.due) };
    view! {
        <span class="chip__title">
            <Icon name=icon(face.state) />
            {face.title}
            <span class="said">{": "}</span>
            {face.changed.map(|words| view! { <ChangedMark words /> })}
        </span>
        <span class="chip__detail">
            <span class="chip__owner">{face.owner}</span>
            <span class="said">{due}</span>
            {(!face.due_short.is_empty())
                .then(|| {
                    view! {
                        <span class="chip__due" aria-hidden="true">
                            {is_overdue.then(|| view! { <Icon name="overdue" /> })}
                            {face.due_short}
                        </span>
                    }
                })}
            <span class="chip__state">
                {face.state_words} {face.is_unsent.then(|| view! { <span class="said">","</span> })}
            </span>
            {face.escalated.map(|level| view! { <Escalated level /> })} {face.is_unsent.then(|| view! { <Unsent /> })}
        </span>
    }
}

/// To whom a late task has climbed.
#[component]
pub fn Escalated(level: EscalationLevel) -> impl IntoView {
    view! {
        <span class="chip__escalated">
            <span class="said">", escalated to "</span>
            <Icon name="climbs" />
            {level.words()}
        </span>
    }
}

#[component]
fn Unsent() -> impl IntoView {
    view! {
        <span class="chip__unsent">
            <Icon name="not-sent" />
            "not yet sent"
        </span>
    }
}

fn face(board: Board, row: &Row, number: TaskNumber) -> Option<Face> {
    let now = row.now.get();
    row.state.with(|state| {
        let task = state.shown.stay.task(number)?;
        let escalation = board.with_directory(|directory| directory.escalation);
        let (title, team, state_words) = board.with_directory(|directory| {
            let words = state_in_words(&state.shown.stay, task, directory);
            (short_title(task, directory), Names::team(directory, &task.owner_team), words)
        });
        Some(Face {
            title,
            owner: task.owner.as_ref().map_or(team, |owner| owner.name.clone()),
            due: if task.is_open() { due::in_words(task.due, now) } else { String::new() },
            due_short: if task.is_open() { due::in_short(task.due, now) } else { String::new() },
            due_status: if task.is_open() { due::status(task.due, now) } else { DueStatus::NotSet },
            escalated: escalation.level(task, now).filter(|level| *level > EscalationLevel::Owner),
            state: task.state.kind(),
            state_words,
            is_blocked: waits_for(&state.shown.stay, task).next().is_some(),
            is_unsent: state.is_unsent(number),
            changed: state.marks.get(&Spot::Task(number)).map(Mark::words),
        })
    })
}

/// How far a task has got, and for what it has to wait: "In progress, after TTO prescribed and 1 more".
pub fn state_in_words(stay: &Stay, task: &Task, directory: &Directory) -> String {
    match (&task.state, first_in_words(stay, task, directory)) {
        (TaskState::ToDo, Some(first)) => first,
        (state, Some(first)) => format!("{}, {first}", state.words()),
        (state, None) => state.words(),
    }
}

/// "after TTO prescribed and 1 more"; `None` of what waits for no other task.
pub fn first_in_words(stay: &Stay, task: &Task, directory: &Directory) -> Option<String> {
    let mut first = waits_for(stay, task);
    let named = short_title(first.next()?, directory);
    Some(match first.count() {
        0 => format!("after {named}"),
        others => format!("after {named} and {others} more"),
    })
}

fn class(face: &Face) -> String {
    let due = match face.due_status {
        DueStatus::Overdue => " chip--overdue",
        DueStatus::Soon => " chip--soon",
        DueStatus::NotSet | DueStatus::Later | DueStatus::Today => "",
    };
    let unsent = if face.is_unsent { " chip--unsent" } else { "" };
    let blocked = if face.is_blocked { " chip--blocked" } else { "" };
    format!("chip chip--{}{blocked}{due}{unsent}", icon(face.state))
}

pub fn icon(state: TaskStateKind) -> &'static str {
    match state {
        TaskStateKind::ToDo => "to-do",
        TaskStateKind::Requested => "requested",
        TaskStateKind::Accepted => "accepted",
        TaskStateKind::InProgress => "in-progress",
        TaskStateKind::Waiting => "waiting",
        TaskStateKind::Done => "done",
        TaskStateKind::NotNeeded => "not-needed",
        TaskStateKind::Cancelled => "cancelled",
    }
}
