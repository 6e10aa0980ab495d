//! What can be done about a task: only what its state and one's role allow.

use domain::{Command, NoteNumber, Stay, Task, TaskNumber, Visibility, WaitingFor, task::TaskStateKind};
use leptos::prelude::*;

use super::{asking::Asking, choice::Choice};
use crate::{
    board::{Panel, Row},
    components::{
        task_chip::icon,
        task_moves::{move_command, task_moves},
    },
};

#[component]
pub fn TaskMenu(row: Row, number: TaskNumber, asking: Asking) -> impl IntoView {
    // What is offered stays under the finger, while how the task stands is said as others change it.
    let choices = row.read(|state| choices(&state.shown.stay, number, asking));
    view! { <div class="choices">{choices}</div> }
}

fn choices(stay: &Stay, number: TaskNumber, asking: Asking) -> Option<impl IntoView + use<>> {
    let task = stay.task(number)?;
    let moves = asking.board.with_actor(|actor| task_moves(stay, task, actor));
    Some((
        moves.into_iter().map(move |(to, words)| a_move(to, words, number, asking)).collect_view(),
        details(stay, task, asking),
    ))
}

fn a_move(to: TaskStateKind, words: &'static str, number: TaskNumber, asking: Asking) -> impl IntoView {
    let on_choose = move || match further_question(to) {
        Some(panel) => asking.go_to(panel(number)),
        None => asking.ask_as_shown(move_command(to, number, "", WaitingFor::default())),
    };
    let is_first = matches!(to, TaskStateKind::InProgress | TaskStateKind::Done);
    view! { <Choice words icon=icon(to) is_first on_choose /> }
}

fn further_question(to: TaskStateKind) -> Option<fn(TaskNumber) -> Panel> {
    match to {
        TaskStateKind::Waiting => Some(Panel::WaitForTask),
        TaskStateKind::NotNeeded => Some(Panel::TaskNotNeeded),
        TaskStateKind::Cancelled => Some(Panel::CancelTask),
        _ => None,
    }
}

fn details(stay: &Stay, task: &Task, asking: Asking) -> impl IntoView + use<> {
    let number = task.number;
    let assign = Command::AssignTask { task: number, team: task.owner_team.clone(), owner: None };
    let can_assign = task.state.is_open() && asking.board.may_to(stay, &assign);
    let can_set_due = task.state.is_open() && asking.board.may_to(stay, &Command::SetTaskDue { task: number, due: None });
    let blocking = Command::SetTaskBlocking { task: number, blocking: !task.blocking };
    let blocking_words = if task.blocking { "Let discharge go ahead without it" } else { "Make it block discharge" };
    let can_set_blocking = task.state.is_open() && asking.board.may_to(stay, &blocking);
    let note = Command::AddNote { note: NoteNumber(0), text: String::new(), visibility: Visibility::SharedWithPartners };
    let can_note = asking.board.may_to(stay, &note);
    (
        can_assign.then(|| view! { <Choice words="Assign…" on_choose=move || asking.go_to(Panel::AssignTask(number)) /> }),
        can_set_due.then(|| view! { <Choice words="Due…" on_choose=move || asking.go_to(Panel::TaskDue(number)) /> }),
        can_note.then(|| view! { <Choice words="Note…" on_choose=move || asking.go_to(Panel::Note) /> }),
        can_set_blocking
            .then(|| view! { <Choice words=blocking_words on_choose=move || asking.ask_as_shown(blocking.clone()) /> }),
    )
}
