//! From which state to which a person may bring a task: the same on the sheet, and on the page of plain forms.

use domain::{
    Actor, Command, Stay, Task, TaskNumber, WaitingFor, permission,
    task::TaskStateKind::{self, Accepted, Cancelled, Done, InProgress, NotNeeded, Requested, ToDo, Waiting},
};

/// The moves in the order in which they are offered. Those that end in … need a further word.
const MOVES: [(TaskStateKind, &str); 8] = [
    (InProgress, "Start"),
    (Done, "Done"),
    (Waiting, "Waiting on…"),
    (Requested, "Requested"),
    (Accepted, "Accept"),
    (NotNeeded, "Not needed…"),
    (ToDo, "Reopen"),
    (Cancelled, "Added by mistake…"),
];

/// What its state and one's role allow. That an open task can go back to untouched is for taking back a slip, and not offered.
pub fn task_moves(stay: &Stay, task: &Task, actor: &Actor) -> Vec<(TaskStateKind, &'static str)> {
    let from = task.state.kind();
    let is_possible = |to: TaskStateKind| match to {
        ToDo => !from.is_open(),
        Waiting if from == Waiting => true,
        to => from.may_become(to),
    };
    let may = |to| permission::may_command(actor, stay, &move_command(to, task.number, "", WaitingFor::default()));
    MOVES.into_iter().filter(|(to, _)| is_possible(*to) && may(*to)).collect()
}

/// The command that brings a task to a state. `words` are what it waits on, or why it is not needed or was a mistake.
pub fn move_command(to: TaskStateKind, task: TaskNumber, words: &str, waiting_for: WaitingFor) -> Command {
    let words = words.trim().to_owned();
    match to {
        Requested => Command::RequestTask { task },
        Accepted => Command::AcceptTask { task },
        InProgress => Command::StartTask { task },
        Waiting => Command::WaitForTask { task, on: words, waiting_for },
        Done => Command::CompleteTask { task },
        NotNeeded => Command::MarkTaskNotNeeded { task, reason: words },
        Cancelled => Command::CancelTask { task, reason: words },
        ToDo => Command::ReopenTask { task },
    }
}
