//! From a command to the events that follow, or the reason why not.

use chrono::{DateTime, Utc};

use crate::{
    Actor, Command, Event, Refusal, Stay, TaskState, Visibility, delay_reason, note, question, red_green, stay, task, text,
};

/// What happens to `stay` when `actor` asks for `command` at `now`.
///
/// Nothing where it is already so. The answer depends on the arguments alone; whether the actor *may* is asked before,
/// by [`crate::permission`].
pub fn decide(stay: &Stay, command: &Command, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::AdmitPatient(admission) => stay::admit::decide(stay, admission, now),
        Command::CorrectIdentity(patient) => stay::correct::identity(stay, patient, now),
        Command::MoveBed { to } => stay::move_bed::decide(stay, to),
        Command::SetConsultant { name } => stay::plan::consultant(stay, name),
        Command::SetSpecialty { name } => stay::plan::specialty(stay, name),
        Command::SetLocalAuthority { name } => stay::plan::local_authority(stay, name),
        Command::SetAdmittedAs { admitted_as } => stay::plan::admitted_as(stay, *admitted_as),
        Command::SetExpectedDischarge { day } => stay::plan::expected_discharge(stay, *day),
        Command::SetPathway { stage, pathway } => stay::plan::pathway(stay, *stage, *pathway),
        Command::SetWhatMatters { words } => stay::plan::what_matters(stay, words),
        Command::AnswerQuestion { question, words } => question::decide(stay, *question, words),
        Command::ReviewCriteria { found, reviewed_at } => stay::review::decide(stay, found, *reviewed_at, now),
        Command::WithdrawReview { found, reviewed_at } => stay::review::withdraw(stay, found, *reviewed_at),
        Command::RecordDay { day, colour, words } => red_green::decide(stay, *day, *colour, words, now),
        Command::ConfirmDelayReason { day, reason, suggested } => delay_reason::decide(stay, *day, *reason, *suggested, now),
        Command::DischargePatient { at, to } => stay::discharge::discharge(stay, *at, *to, now),
        Command::CancelDischarge => stay::discharge::cancel(stay),
        Command::VoidStay { reason } => stay::correct::void(stay, reason),
        Command::AddTask(new) => task::add::decide(stay, new),
        Command::RequestTask { task } => task::progress::decide(stay, *task, TaskState::Requested),
        Command::AcceptTask { task } => task::hand_over::accept(stay, *task, actor),
        Command::StartTask { task } => task::progress::decide(stay, *task, TaskState::InProgress),
        Command::WaitForTask { task, on, waiting_for } => {
            task::progress::decide(stay, *task, TaskState::Waiting { on: on.clone(), waiting_for: *waiting_for })
        }
        Command::CompleteTask { task } => task::progress::decide(stay, *task, TaskState::Done),
        Command::MarkTaskNotNeeded { task, reason } => {
            task::progress::decide(stay, *task, TaskState::NotNeeded { reason: reason.clone() })
        }
        Command::CancelTask { task, reason } => {
            task::progress::decide(stay, *task, TaskState::Cancelled { reason: reason.clone() })
        }
        Command::ReopenTask { task } => task::progress::decide(stay, *task, TaskState::ToDo),
        Command::AssignTask { task, team, owner } => task::hand_over::decide(stay, *task, team, owner.as_ref()),
        Command::SetTaskDue { task, due } => task::schedule::due(stay, *task, *due),
        Command::SetTaskBlocking { task, blocking } => task::schedule::blocking(stay, *task, *blocking),
        Command::LinkTask { task, after } => task::link::decide(stay, *task, after),
        Command::AddNote { note, text, visibility } => add_note(stay, *note, text, *visibility),
        Command::WithdrawNote { note } => withdraw_note(stay, *note),
        Command::RestoreNote { note } => restore_note(stay, *note),
    }
}

fn add_note(stay: &Stay, number: note::NoteNumber, words: &str, visibility: Visibility) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    let words = text::required(words, "the note", text::NOTE)?;
    match stay.note(number) {
        Some(there) if there.text == words && there.visibility == visibility => Ok(vec![]),
        Some(_) => Err(Refusal::NoteNumberTaken),
        None => Ok(vec![Event::NoteAdded { note: number, text: words, visibility }]),
    }
}

fn withdraw_note(stay: &Stay, number: note::NoteNumber) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    let note = stay.note(number).ok_or(Refusal::NoSuchNote)?;
    Ok(if note.withdrawn_at.is_some() { vec![] } else { vec![Event::NoteWithdrawn { note: number }] })
}

fn restore_note(stay: &Stay, number: note::NoteNumber) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    let note = stay.note(number).ok_or(Refusal::NoSuchNote)?;
    Ok(if note.withdrawn_at.is_some() { vec![Event::NoteRestored { note: number }] } else { vec![] })
}
