//! Moving a task on, by whoever's turn it is.

use domain::{
    Command, Problem, Stay, StayId, Task, TaskState, WaitingFor, WardBoard, catalogue::standard_tasks, due::DueFrom,
    task::NewTask,
};

use super::{Day, act::Deed};
use crate::demo::{chance::Chance, words};

/// What is asked for when somebody turns out ready.
const MEDICINES: &str = "T06";

/// The next step of some task on the ward.
pub(super) fn go_on(day: &mut Day, board: &WardBoard) -> Vec<Deed> {
    let with_tasks: Vec<&Stay> =
        board.rows.iter().map(|row| &row.stay).filter(|stay| stay.open_tasks().next().is_some()).collect();
    if with_tasks.is_empty() {
        return vec![];
    }
    let stay = *day.chance.pick(&with_tasks);
    of_stay(day, board, stay)
}

/// The next step of a task that does not wait for another one.
pub(super) fn of_stay(day: &mut Day, board: &WardBoard, stay: &Stay) -> Vec<Deed> {
    // What finished on an earlier day is not in the row: only open predecessors hold a task up.
    let is_free = |task: &&Task| task.after.iter().all(|first| stay.task(*first).is_none_or(|first| !first.state.is_open()));
    let free: Vec<&Task> = stay.open_tasks().filter(is_free).collect();
    if free.is_empty() {
        return vec![];
    }
    let task = *day.chance.pick(&free);
    let by = day.staff.member(&task.owner_team, &board.ward.code, &mut day.chance);
    let is_asked = matches!(task.state, TaskState::ToDo) && !matches!(task.owner_team.as_str(), "WARD" | "MED");
    let by = if is_asked { day.staff.nurse(&board.ward.code, &mut day.chance) } else { by };
    vec![Deed { by, stay: stay.id, command: next_step(task, is_asked, &mut day.chance) }]
}

fn next_step(task: &Task, is_asked: bool, chance: &mut Chance) -> Command {
    let number = task.number;
    match task.state {
        TaskState::ToDo if is_asked => Command::RequestTask { task: number },
        TaskState::ToDo if chance.percent(50) => Command::StartTask { task: number },
        TaskState::Requested => Command::AcceptTask { task: number },
        TaskState::Accepted => Command::StartTask { task: number },
        TaskState::InProgress if chance.percent(22) => {
            let kind = task.kind.as_ref().map_or("", |kind| kind.as_str());
            let (on, waiting_for): (&str, WaitingFor) = words::waiting_on(kind, chance);
            Command::WaitForTask { task: number, on: on.to_owned(), waiting_for }
        }
        TaskState::Waiting { .. } if chance.percent(40) => Command::StartTask { task: number },
        _ if chance.percent(5) => Command::MarkTaskNotNeeded { task: number, reason: words::not_needed(chance).to_owned() },
        _ => Command::CompleteTask { task: number },
    }
}

/// Medicines to take home, for somebody who has none asked for.
pub(super) async fn ask_for_medicines(day: &mut Day, board: &WardBoard, stay: StayId) -> Result<Option<Deed>, Problem> {
    let record = day.hospital.patient(&day.observer, stay).await?;
    let is_there = record.stay.tasks.iter().any(|task| task.kind.as_ref().is_some_and(|kind| kind.as_str() == MEDICINES));
    let Some(kind) = standard_tasks().into_iter().find(|kind| kind.code.as_str() == MEDICINES && !is_there) else {
        return Ok(None);
    };
    let from = DueFrom {
        admitted_at: record.stay.admitted_at,
        added_at: day.hospital.now(),
        expected_discharge: record.stay.expected_discharge,
    };
    let new = NewTask {
        number: record.stay.next_task_number(),
        due: kind.due.due(from),
        kind: Some(kind.code),
        title: kind.title,
        owner_team: kind.owner_team,
        blocking: kind.blocking,
        after: std::iter::empty().collect(),
    };
    let by = day.staff.nurse(&board.ward.code, &mut day.chance);
    Ok(Some(Deed { by, stay, command: Command::AddTask(Box::new(new)) }))
}
