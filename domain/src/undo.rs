//! Taking back what one has just asked for: further commands that bring the stay to where it was. Both stay in the log.

use crate::{Command, Stay, StayStatus, Task, TaskState, by_day, stay::review, task::TaskStateKind};

/// What undoes `command` on a stay that stands as it stood `before`. `None` where there is no way back: a day's first colour or
/// reason of delay can be changed but not unsaid; a task that was parked, or finished, would not be so since then and by the
/// same person; and whoever withdrew a review makes another.
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
        Command::WithdrawNote { note } if before.note(*note)?.withdrawn_at.is_none() => {
            Some(vec![Command::RestoreNote { note: *note }])
        }
        Command::RestoreNote { note } if before.note(*note)?.withdrawn_at.is_some() => {
            Some(vec![Command::WithdrawNote { note: *note }])
        }
        Command::ReviewCriteria { found, reviewed_at } if !review::is_known(before, found, *reviewed_at) => {
            Some(vec![Command::WithdrawReview { found: found.clone(), reviewed_at: *reviewed_at }])
        }
        of_a_task => undo_of_task(before.task(of_a_task.task()?)?, of_a_task),
    }
}

fn undo_of_task(before: &Task, command: &Command) -> Option<Vec<Command>> {
    let task = before.number;
    match command {
        Command::AssignTask { .. } => Some(vec![to_owner(before)]),
        Command::SetTaskDue { .. } => Some(vec![Command::SetTaskDue { task, due: before.due }]),
        Command::SetTaskBlocking { .. } => Some(vec![Command::SetTaskBlocking { task, blocking: before.blocking }]),
        Command::LinkTask { .. } => Some(vec![Command::LinkTask { task, after: before.after.clone() }]),
        move_on => back_to_state(before, move_on),
    }
}

/// From the state that a command brings an open task to: straight, or by way of "To do", from which every open state can be
/// reached.
fn back_to_state(before: &Task, command: &Command) -> Option<Vec<Command>> {
    let (from, to) = (brings_to(command).filter(|_| before.is_open())?, before.state.kind());
    let mut commands = Vec::new();
    if from != to && !from.may_become(to) {
        commands.push(Command::ReopenTask { task: before.number });
    }
    commands.push(to_state(before)?);
    if [from, to].contains(&TaskStateKind::Accepted) {
        // Accepting may name an owner.
        commands.push(to_owner(before));
    }
    Some(commands)
}

/// The state to which a command brings an open task.
fn brings_to(command: &Command) -> Option<TaskStateKind> {
    match command {
        Command::RequestTask { .. } => Some(TaskStateKind::Requested),
        Command::AcceptTask { .. } => Some(TaskStateKind::Accepted),
        Command::StartTask { .. } => Some(TaskStateKind::InProgress),
        Command::WaitForTask { .. } => Some(TaskStateKind::Waiting),
        Command::CompleteTask { .. } => Some(TaskStateKind::Done),
        Command::MarkTaskNotNeeded { .. } => Some(TaskStateKind::NotNeeded),
        Command::CancelTask { .. } => Some(TaskStateKind::Cancelled),
        Command::ReopenTask { .. } => Some(TaskStateKind::ToDo),
        _ => None,
    }
}

fn to_state(before: &Task) -> Option<Command> {
    let task = before.number;
    match &before.state {
        TaskState::ToDo => Some(Command::ReopenTask { task }),
        TaskState::Requested => Some(Command::RequestTask { task }),
        TaskState::Accepted => Some(Command::AcceptTask { task }),
        TaskState::InProgress => Some(Command::StartTask { task }),
        TaskState::Waiting { on, waiting_for } => Some(Command::WaitForTask { task, on: on.clone(), waiting_for: *waiting_for }),
        TaskState::Done | TaskState::NotNeeded { .. } | TaskState::Cancelled { .. } => None,
    }
}

fn to_owner(before: &Task) -> Command {
    Command::AssignTask { task: before.number, team: before.owner_team.clone(), owner: before.owner.clone() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        Actor, Entry, Grant, StayId, TaskNumber, WaitingFor, apply, decide, permission,
        task::{NewTask, add},
    };

    const TTO: TaskNumber = TaskNumber(1);

    /// Priya Shah of the pharmacy, whose task it is.
    fn priya() -> Actor {
        let grants = vec![Grant::TeamMember("PHA".parse().expect("a team"))];
        Actor { id: Uuid::nil().into(), name: "Priya Shah".to_owned(), grants }
    }

    /// With a task of the pharmacy that nobody has taken on.
    fn stay(state: TaskState) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        let (title, owner_team, after) = ("TTO dispensed".to_owned(), "PHA".parse().expect("a team"), BTreeSet::new());
        let new = NewTask { number: TTO, kind: None, title, owner_team, due: None, blocking: true, after };
        add::apply(&mut stay, &new, "Amara Obi", DateTime::UNIX_EPOCH);
        stay.tasks[0].state = state;
        stay
    }

    fn ask(stay: &mut Stay, command: &Command) {
        assert!(permission::may_command(&priya(), stay, command), "{command:?}");
        for event in decide(stay, command, &priya(), DateTime::UNIX_EPOCH).expect("no refusal") {
            let (position, at) = (stay.position + 1, DateTime::UNIX_EPOCH);
            apply(stay, &Entry { position, at, by: priya().name, event });
        }
    }

    #[rstest]
    #[case::to_do(TaskState::ToDo)]
    #[case::requested(TaskState::Requested)]
    #[case::accepted(TaskState::Accepted)]
    #[case::in_progress(TaskState::InProgress)]
    #[case::waiting(TaskState::Waiting { on: "the wholesaler".to_owned(), waiting_for: WaitingFor::Arrangements })]
    fn whoever_works_on_their_task_takes_back_every_slip(#[case] state: TaskState) {
        let (task, reason) = (TTO, "Patient's own".to_owned());
        for command in [
            Command::AcceptTask { task },
            Command::StartTask { task },
            Command::WaitForTask { task, on: "a signature".to_owned(), waiting_for: WaitingFor::Availability },
            Command::CompleteTask { task },
            Command::MarkTaskNotNeeded { task, reason },
        ] {
            let before = stay(state.clone());
            if decide(&before, &command, &priya(), DateTime::UNIX_EPOCH).is_err() {
                continue;
            }
            let mut after = before.clone();
            ask(&mut after, &command);
            for back in undo(&before, &command).expect("a way back") {
                ask(&mut after, &back);
            }
            let found = after.task(TTO).map(|task| (&task.state, &task.owner));
            assert_eq!(found, Some((&state, &None)), "{command:?}");
        }
    }

    #[test]
    fn what_was_finished_has_no_way_back_to_when_and_by_whom() {
        assert_eq!(undo(&stay(TaskState::Done), &Command::ReopenTask { task: TTO }), None);
    }
}
