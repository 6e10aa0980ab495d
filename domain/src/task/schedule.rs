//! When a task is due, and whether the patient has to wait for it.

use chrono::{DateTime, Utc};

use crate::{Event, Refusal, Stay, TaskNumber};

pub(crate) fn due(stay: &Stay, number: TaskNumber, due: Option<DateTime<Utc>>) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    if task.due == due {
        return Ok(vec![]);
    }
    require_after_admission(stay, due)?;
    Ok(vec![Event::TaskDueSet { task: number, due }])
}

pub(crate) fn require_after_admission(stay: &Stay, due: Option<DateTime<Utc>>) -> Result<(), Refusal> {
    match due {
        Some(due) if due < stay.admitted_at => Err(Refusal::BeforeAdmission { what: "the due time".to_owned() }),
        _ => Ok(()),
    }
}

pub(crate) fn blocking(stay: &Stay, number: TaskNumber, blocking: bool) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    Ok(if task.blocking == blocking { vec![] } else { vec![Event::TaskBlockingSet { task: number, blocking }] })
}
