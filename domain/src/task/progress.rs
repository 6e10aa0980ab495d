//! Moving a task on: from asked for to done, or to not needed after all.

use crate::{Event, Refusal, Stay, TaskNumber, TaskState, task::TaskStateKind, text};

/// The move to `next`, as an event; none where the task is already there.
pub(crate) fn decide(stay: &Stay, number: TaskNumber, next: TaskState) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    let next = tidy(next)?;
    if task.state == next {
        return Ok(vec![]);
    }
    let waits_on_something_else = task.state.kind() == TaskStateKind::Waiting && next.kind() == TaskStateKind::Waiting;
    if !waits_on_something_else && !task.state.kind().may_become(next.kind()) {
        return Err(Refusal::TaskIs { state: task.state.kind().words().to_owned(), by: task.by.clone(), at: task.at });
    }
    Ok(vec![event(number, next)])
}

fn event(task: TaskNumber, next: TaskState) -> Event {
    match next {
        TaskState::ToDo => Event::TaskReopened { task },
        TaskState::Requested => Event::TaskRequested { task },
        TaskState::Accepted => Event::TaskAccepted { task },
        TaskState::InProgress => Event::TaskStarted { task },
        TaskState::Waiting { on, waiting_for } => Event::TaskWaiting { task, on, waiting_for },
        TaskState::Done => Event::TaskCompleted { task },
        TaskState::NotNeeded { reason } => Event::TaskNotNeeded { task, reason },
        TaskState::Cancelled { reason } => Event::TaskCancelled { task, reason },
    }
}

fn tidy(next: TaskState) -> Result<TaskState, Refusal> {
    Ok(match next {
        TaskState::Waiting { on, waiting_for } => {
            TaskState::Waiting { on: text::required(&on, "what it waits on", text::REASON)?, waiting_for }
        }
        TaskState::NotNeeded { reason } => TaskState::NotNeeded { reason: text::required(&reason, "the reason", text::REASON)? },
        TaskState::Cancelled { reason } => TaskState::Cancelled { reason: text::required(&reason, "the reason", text::REASON)? },
        plain => plain,
    })
}
