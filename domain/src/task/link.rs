//! What has to be done first. Tasks never wait for each other in a circle.

use std::collections::BTreeSet;

use crate::{Event, Refusal, Stay, TaskNumber};

pub(crate) fn decide(stay: &Stay, number: TaskNumber, after: &BTreeSet<TaskNumber>) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    if task.after == *after {
        return Ok(vec![]);
    }
    for first in after {
        stay.require_task(*first)?;
        if leads_to(stay, *first, number) {
            return Err(Refusal::TasksInACircle);
        }
    }
    Ok(vec![Event::TaskLinked { task: number, after: after.clone() }])
}

/// Whether `target` has to be done before `from`, at any distance, or is `from` itself.
fn leads_to(stay: &Stay, from: TaskNumber, target: TaskNumber) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(number) = next.pop() {
        if number == target {
            return true;
        }
        if seen.insert(number) {
            next.extend(stay.task(number).into_iter().flat_map(|task| task.after.iter().copied()));
        }
    }
    false
}
