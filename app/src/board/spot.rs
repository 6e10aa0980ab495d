//! Where on a row a change shows: the cell, or of the tasks the one chip (`domain.md` 5.6, PAL-0880 and 0900).

use domain::{Stay, Task, TaskNumber};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// All of it: the patient is new here (PAL-0940).
    Row,
    Bed,
    Patient,
    /// Red or green.
    Day,
    ExpectedDischarge,
    Criteria,
    Pathway,
    /// The task's chip; where the task is no longer open, the count of the finished.
    Task(TaskNumber),
}

/// The spots that look different from before. What the board does not show, such as a note, changes none, and what one has
/// asked for oneself was shown before it was heard.
pub fn changed(before: &Stay, after: &Stay) -> Vec<Spot> {
    let cells = [
        (Spot::Bed, before.place != after.place),
        (Spot::Patient, identity(before) != identity(after)),
        (Spot::Day, day(before) != day(after)),
        (Spot::ExpectedDischarge, before.expected_discharge != after.expected_discharge),
        (Spot::Criteria, criteria(before) != criteria(after)),
        (Spot::Pathway, before.pathways.current() != after.pathways.current()),
    ];
    let here = after.tasks.iter().filter(|task| before.task(task.number).map(face) != Some(face(task)));
    let gone = before.open_tasks().filter(|task| after.task(task.number).is_none());
    let tasks = here.chain(gone).map(|task| Spot::Task(task.number));
    cells.into_iter().filter_map(|(spot, is_changed)| is_changed.then_some(spot)).chain(tasks).collect()
}

fn identity(stay: &Stay) -> impl PartialEq {
    let patient = &stay.patient;
    (patient.name.to_string(), patient.nhs_number, patient.born)
}

fn day(stay: &Stay) -> impl PartialEq {
    stay.days.last().map(|record| (record.day, record.colour))
}

/// With the reason of delay, which stands in the same cell.
fn criteria(stay: &Stay) -> impl PartialEq {
    let reviewed_at = stay.reviews.last().map(|review| review.reviewed_at);
    let delay = stay.delays.last().map(|record| (record.day, record.reason));
    (stay.criteria_status(), stay.discharge_ready_date(), reviewed_at, delay)
}

/// What a chip says of its task.
fn face(task: &Task) -> impl PartialEq {
    let owner = task.owner.as_ref().map(|owner| &owner.name);
    (&task.title, &task.owner_team, owner, task.due, &task.state, task.is_parked())
}

#[cfg(test)]
mod tests;
