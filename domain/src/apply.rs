//! From an entry of the log to the stay as it is afterwards.

use crate::{
    CriteriaReview, Entry, Event, Note, NoteNumber, Stay, StayStatus, Task, TaskNumber, TaskState, by_day,
    delay_reason::DelayRecord,
    question,
    red_green::DayRecord,
    stay::{admit, review},
    task::{add, park},
};

/// Brings `stay` to where it is after `entry`.
///
/// Total: it never fails, on a stay whose history is trimmed either. An entry that the stay has already seen, by its
/// position, changes nothing.
pub fn apply(stay: &mut Stay, entry: &Entry) {
    if entry.position <= stay.position {
        return;
    }
    happen(stay, entry);
    stay.position = entry.position;
    if let Some(field) = entry.event.field() {
        stay.versions.insert(field, entry.position);
    }
}

fn happen(stay: &mut Stay, Entry { event, by, at, .. }: &Entry) {
    match event.clone() {
        Event::PatientAdmitted(admission) => admit::apply(stay, &admission),
        Event::IdentityCorrected(patient) => stay.patient = *patient,
        Event::BedMoved { to, .. } => stay.place = to,
        Event::ConsultantSet { name } => stay.consultant = name,
        Event::SpecialtySet { name } => stay.specialty = name,
        Event::LocalAuthoritySet { name } => stay.local_authority = name,
        Event::AdmittedAsSet { admitted_as } => stay.admitted_as = admitted_as,
        Event::ExpectedDischargeSet { day } => stay.expected_discharge = day,
        Event::PathwaySet { stage, pathway } => stay.pathways.set(stage, pathway),
        Event::WhatMattersSet { words } => stay.what_matters = words,
        Event::QuestionAnswered { question, words } => question::apply(stay, question, words),
        Event::CriteriaReviewed { found, reviewed_at } => {
            review::apply(stay, CriteriaReview { found, reviewed_at, by: by.clone() });
        }
        Event::ReviewWithdrawn { reviewed_at, .. } => review::apply_withdrawal(stay, reviewed_at),
        Event::TasksParked { tasks } => park::apply(stay, &tasks, Some(*at)),
        Event::TasksTakenUp { tasks } => park::apply_taking_up(stay, &tasks, *at),
        Event::TasksParkedAgain(before) => park::apply(stay, &before.tasks, Some(before.parked_at)),
        Event::DayRecorded { day, colour, words } => {
            by_day::set(&mut stay.days, DayRecord { day, colour, words, by: by.clone(), at: *at });
        }
        Event::DelayReasonConfirmed { day, reason, suggested } => {
            by_day::set(&mut stay.delays, DelayRecord { day, reason, suggested, by: by.clone(), at: *at });
        }
        Event::PatientDischarged { at, to } => stay.status = StayStatus::Discharged { at, to },
        Event::DischargeCancelled => stay.status = StayStatus::InHospital,
        Event::StayVoided { reason } => stay.status = StayStatus::Voided { reason, at: *at },
        Event::TaskAdded(new) => add::apply(stay, &new, by, *at),
        Event::TaskRequested { task } => progress(stay, task, TaskState::Requested, entry_stamp(by, at)),
        Event::TaskAccepted { task } => progress(stay, task, TaskState::Accepted, entry_stamp(by, at)),
        Event::TaskStarted { task } => progress(stay, task, TaskState::InProgress, entry_stamp(by, at)),
        Event::TaskWaiting { task, on, waiting_for } => {
            progress(stay, task, TaskState::Waiting { on, waiting_for }, entry_stamp(by, at));
        }
        Event::TaskCompleted { task } => progress(stay, task, TaskState::Done, entry_stamp(by, at)),
        Event::TaskNotNeeded { task, reason } => progress(stay, task, TaskState::NotNeeded { reason }, entry_stamp(by, at)),
        Event::TaskCancelled { task, reason } => progress(stay, task, TaskState::Cancelled { reason }, entry_stamp(by, at)),
        Event::TaskReopened { task } => progress(stay, task, TaskState::ToDo, entry_stamp(by, at)),
        Event::TaskAssigned { task, team, owner } => change(stay, task, |task| (task.owner_team, task.owner) = (team, owner)),
        Event::TaskDueSet { task, due } => change(stay, task, |task| task.due = due),
        Event::TaskBlockingSet { task, blocking } => change(stay, task, |task| task.blocking = blocking),
        Event::TaskLinked { task, after } => change(stay, task, |task| task.after = after),
        Event::NoteAdded { note, text, visibility } => {
            stay.notes.push(Note { number: note, text, visibility, by: by.clone(), at: *at, withdrawn_at: None });
        }
        Event::NoteWithdrawn { note } => set_withdrawn(stay, note, Some(*at)),
        Event::NoteRestored { note } => set_withdrawn(stay, note, None),
    }
}

type Stamp = (String, chrono::DateTime<chrono::Utc>);

fn entry_stamp(by: &str, at: &chrono::DateTime<chrono::Utc>) -> Stamp {
    (by.to_owned(), *at)
}

fn set_withdrawn(stay: &mut Stay, number: NoteNumber, withdrawn_at: Option<chrono::DateTime<chrono::Utc>>) {
    if let Some(note) = stay.notes.iter_mut().find(|candidate| candidate.number == number) {
        note.withdrawn_at = withdrawn_at;
    }
}

fn progress(stay: &mut Stay, task: TaskNumber, state: TaskState, (by, at): Stamp) {
    park::leave_alone(stay, task);
    change(stay, task, |task| (task.state, task.by, task.at, task.parked_at) = (state, by, at, None));
}

fn change(stay: &mut Stay, number: TaskNumber, change: impl FnOnce(&mut Task)) {
    if let Ok(index) = stay.tasks.binary_search_by_key(&number, |task| task.number) {
        change(&mut stay.tasks[index]);
    }
}
