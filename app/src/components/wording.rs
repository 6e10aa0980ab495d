//! Names for what a command is about.

use domain::{Command, Directory, Stay, Task};

/// "TTO dispensed for OBI, Amara (Ms)": what a refused or conflicting command was about.
pub fn about(stay: &Stay, command: &Command) -> String {
    let what = match command {
        Command::AddTask(new) => new.title.clone(),
        other => match other.task().and_then(|number| stay.task(number)) {
            Some(task) => task.title.clone(),
            None => what(command).to_owned(),
        },
    };
    format!("{what} for {}", stay.patient.name)
}

fn what(command: &Command) -> &'static str {
    match command {
        Command::SetExpectedDischarge { .. } => "expected date of discharge",
        Command::SetPathway { .. } => "pathway",
        Command::ReviewCriteria { .. } => "criteria to reside",
        Command::MoveBed { .. } => "move",
        Command::DischargePatient { .. } | Command::CancelDischarge => "discharge",
        Command::AddNote { .. } | Command::WithdrawNote { .. } => "note",
        Command::SetWhatMatters { .. } => "what matters to me",
        _ => "change",
    }
}

/// The title in the two or three words that fit a chip.
pub fn short_title(task: &Task, directory: &Directory) -> String {
    let kind = task.kind.as_ref().and_then(|code| directory.kind(code));
    kind.map_or_else(|| task.title.clone(), |kind| kind.short.clone())
}
