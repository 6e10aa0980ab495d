//! When a task is due, and whether the patient has to wait for it.

use chrono::{DateTime, Utc};

use crate::{Event, Refusal, Stay, TaskNumber};

pub(crate) fn due(stay: &Stay, number: TaskNumber, due: Option<DateTime<Utc>>) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    if task.due == due {
        return Ok(vec![]);
    }
    if due.is_some_and(|due| due < stay.admitted_at) {
        return Err(Refusal::BeforeAdmission { what: "the due time".to_owned() });
    }
    Ok(vec![Event::TaskDueSet { task: number, due }])
}

pub(crate) fn blocking(stay: &Stay, number: TaskNumber, blocking: bool) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    Ok(if task.blocking == blocking { vec![] } else { vec![Event::TaskBlockingSet { task: number, blocking }] })
}
