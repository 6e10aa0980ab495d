//! Taking back what one has just asked for: further commands that bring the stay to where it was. Both stay in the log.

use crate::{Command, Stay, StayStatus, Task, TaskState, by_day};

/// What undoes `command` on a stay that stands as it stood `before`. `None` where there is no way back: a task that was
/// started does not become untouched, and a review stands until the next.
pub fn undo(before: &Stay, command: &Command) -> Option<Vec<Command>> {
    match command {
        Command::SetExpectedDischarge { .. } => Some(vec![Command::SetExpectedDischarge { day: before.expected_discharge }]),
        Command::SetPathway { stage, .. } => {
            Some(vec![Command::SetPathway { stage: *stage, pathway: before.pathways.at(*stage) }])
        }
        Command::SetWhatMatters { .. } => {
            Some(vec![Command::SetWhatMatters { words: before.what_matters.clone().unwrap_or_default() }])
        }
        Command::AnswerQuestion { question, .. } => {
            let words = before.answers.get(question).cloned().unwrap_or_default();
            Some(vec![Command::AnswerQuestion { question: *question, words }])
        }
        Command::RecordDay { day, .. } => by_day::on(&before.days, *day).map(|record| {
            let words = record.words.clone().unwrap_or_default();
            vec![Command::RecordDay { day: *day, colour: record.colour, words }]
        }),
        Command::ConfirmDelayReason { day, .. } => by_day::on(&before.delays, *day).map(|record| {
            let (reason, suggested) = (record.reason, record.suggested);
            vec![Command::ConfirmDelayReason { day: *day, reason, suggested }]
        }),
        Command::MoveBed { .. } => Some(vec![Command::MoveBed { to: before.place.clone() }]),
        Command::DischargePatient { .. } if before.status == StayStatus::InHospital => Some(vec![Command::CancelDischarge]),
        Command::AddTask(new) if before.task(new.number).is_none() => {
            Some(vec![Command::CancelTask { task: new.number, reason: "Taken back at once".to_owned() }])
        }
        Command::AddNote { note, .. } if before.note(*note).is_none() => Some(vec![Command::WithdrawNote { note: *note }]),
        of_a_task => undo_of_task(before.task(of_a_task.task()?)?, of_a_task),
    }
}

fn undo_of_task(before: &Task, command: &Command) -> Option<Vec<Command>> {
    let task = before.number;
    let owner = Command::AssignTask { task, team: before.owner_team.clone(), owner: before.owner.clone() };
    match command {
        Command::AssignTask { .. } => Some(vec![owner]),
        Command::SetTaskDue { .. } => Some(vec![Command::SetTaskDue { task, due: before.due }]),
        Command::SetTaskBlocking { .. } => Some(vec![Command::SetTaskBlocking { task, blocking: before.blocking }]),
        Command::LinkTask { .. } => Some(vec![Command::LinkTask { task, after: before.after.clone() }]),
        Command::CompleteTask { .. } | Command::MarkTaskNotNeeded { .. } if before.is_open() => {
            let mut commands = vec![Command::ReopenTask { task }];
            match &before.state {
                TaskState::Requested => commands.push(Command::RequestTask { task }),
                // Accepting may name an owner.
                TaskState::Accepted => commands.extend([Command::AcceptTask { task }, owner]),
                TaskState::InProgress => commands.push(Command::StartTask { task }),
                TaskState::Waiting { on, waiting_for } => {
                    commands.push(Command::WaitForTask { task, on: on.clone(), waiting_for: *waiting_for });
                }
                TaskState::ToDo | TaskState::Done | TaskState::NotNeeded { .. } | TaskState::Cancelled { .. } => {}
            }
            Some(commands)
        }
        _ => None,
    }
}
