//! The columns of tasks: a task that the patient has is updated, one that is missing is added.

use chrono::{DateTime, Utc};
use domain::{
    Command, KindCode, Stay, Task, TaskKind, TaskNumber, TaskState, WaitingFor, clinical_time,
    due::DueFrom,
    task::{NewTask, TaskStateKind},
};

use super::{
    cells::{Found, RowCells},
    draft::Draft,
    picture::Picture,
    task_cell::{self, SaidOfTask},
    topic::Topic,
};

/// Why a task is not needed, where only the list says so.
const NOT_NEEDED: &str = "not needed on the ward's list";

pub(super) fn update(draft: &mut Draft<'_>, cells: RowCells<'_>, picture: &Picture) {
    for code in cells.columns.tasks() {
        if let Some(kind) = picture.directory.kind(code)
            && let Some(found) = cells.find(&Topic::Task(code.clone()), &mut draft.problems)
        {
            one(draft, kind, &found, picture.now);
        }
    }
}

fn one(draft: &mut Draft<'_>, kind: &TaskKind, found: &Found<'_>, now: DateTime<Utc>) {
    let said = task_cell::read(found.cell, &kind.title, now);
    let known = the_task(&draft.stay, &kind.code).cloned();
    match (&known, &said) {
        (None, SaidOfTask::NotNeeded) => {}
        (Some(task), said) if !task.state.is_open() => finished(draft, task, said, kind, found),
        (Some(task), said) if is_behind(said, &task.state) => left(draft, task, found),
        (Some(task), said) => bring_to(draft, task.number, said, kind, found),
        (None, said) => {
            let stays_to_do = matches!(said, SaidOfTask::ToDo | SaidOfTask::Cross | SaidOfTask::Words);
            let change = if stays_to_do { format!("{}: to do", kind.short) } else { String::new() };
            let number = add(draft, kind, change, found, now);
            bring_to(draft, number, said, kind, found);
        }
    }
}

/// The open one; else the one that was added last.
fn the_task<'a>(stay: &'a Stay, kind: &KindCode) -> Option<&'a Task> {
    let of_kind = || stay.tasks.iter().filter(|task| task.kind.as_ref() == Some(kind));
    of_kind().find(|task| task.state.is_open()).or_else(|| of_kind().next_back())
}

/// A finished task stays finished: whoever finished it knows more than a list that was printed before.
fn finished(draft: &mut Draft<'_>, task: &Task, said: &SaidOfTask, kind: &TaskKind, found: &Found<'_>) {
    let agree = match said {
        SaidOfTask::Done => task.state.kind() == TaskStateKind::Done,
        SaidOfTask::NotNeeded => task.state.kind() != TaskStateKind::Done,
        SaidOfTask::Words => return note(draft, kind, found),
        _ => false,
    };
    if !agree {
        left(draft, task, found);
    }
}

fn left(draft: &mut Draft<'_>, task: &Task, found: &Found<'_>) {
    let state = task.state.kind().words().to_lowercase();
    let message = format!("{state} on the board, \u{201c}{}\u{201d} in the list; left {state}", found.quoted());
    draft.problems.push(found.at.problem(message));
}

/// The board is further along than the list.
fn is_behind(said: &SaidOfTask, state: &TaskState) -> bool {
    let under_way = matches!(state.kind(), TaskStateKind::Accepted | TaskStateKind::InProgress | TaskStateKind::Waiting);
    *said == SaidOfTask::Requested && under_way
}

/// From a task that is open, if only since this row.
fn bring_to(draft: &mut Draft<'_>, task: TaskNumber, said: &SaidOfTask, kind: &TaskKind, found: &Found<'_>) {
    let (command, words) = match said {
        SaidOfTask::ToDo => return,
        SaidOfTask::Cross => return cross(draft, found),
        SaidOfTask::Words => return note(draft, kind, found),
        SaidOfTask::Requested => (Command::RequestTask { task }, "requested".to_owned()),
        SaidOfTask::InProgress => (Command::StartTask { task }, "in progress".to_owned()),
        SaidOfTask::Done => (Command::CompleteTask { task }, "done".to_owned()),
        SaidOfTask::NotNeeded => (Command::MarkTaskNotNeeded { task, reason: NOT_NEEDED.to_owned() }, "not needed".to_owned()),
        SaidOfTask::Due(due) => {
            (Command::SetTaskDue { task, due: Some(*due) }, format!("due {}", clinical_time::date_time(*due)))
        }
        SaidOfTask::WaitingOn(on) => {
            let waiting_for = waiting_for(draft.stay.task(task), on);
            (Command::WaitForTask { task, on: on.clone(), waiting_for }, format!("waiting on {}", super::cells::quoted(on)))
        }
    };
    draft.ask(command, format!("{}: {words}", kind.short), &found.at);
}

/// What the board knows of a wait stays: a list does not tell an arrangement from a place that is not free.
fn waiting_for(task: Option<&Task>, waits_on: &str) -> WaitingFor {
    match task.map(|task| &task.state) {
        Some(TaskState::Waiting { on, waiting_for }) if on == waits_on => *waiting_for,
        _ => WaitingFor::default(),
    }
}

fn cross(draft: &mut Draft<'_>, found: &Found<'_>) {
    let message = format!("{} may mean needed or done; read as to do", found.quoted());
    draft.problems.push(found.at.problem(message));
}

/// Words that are no state are kept for a person to read.
fn note(draft: &mut Draft<'_>, kind: &TaskKind, found: &Found<'_>) {
    let text = format!("{}: {}", kind.short, found.text);
    draft.note(text, format!("{}: note added", kind.short), &found.at);
    let message = format!("{} is no state of a task, such as requested or done; kept as a note", found.quoted());
    draft.problems.push(found.at.problem(message));
}

fn add(draft: &mut Draft<'_>, kind: &TaskKind, change: String, found: &Found<'_>, now: DateTime<Utc>) -> TaskNumber {
    let stay = &draft.stay;
    let number = stay.next_task_number();
    let from = DueFrom { admitted_at: stay.admitted_at, added_at: now, expected_discharge: stay.expected_discharge };
    let first = stay.open_tasks().filter(|task| task.kind.as_ref().is_some_and(|code| kind.after.contains(code)));
    let new = NewTask {
        number,
        kind: Some(kind.code.clone()),
        title: kind.title.clone(),
        owner_team: kind.owner_team.clone(),
        due: kind.due.due(from),
        blocking: kind.blocking,
        after: first.map(|task| task.number).collect(),
    };
    draft.ask(Command::AddTask(Box::new(new)), change, &found.at);
    number
}
