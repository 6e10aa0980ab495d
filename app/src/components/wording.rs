//! Names for what a command is about.

mod change;

use chrono::{DateTime, Utc};
use domain::{
    Command, Directory, Field, Pathway, Stay, Task, clinical_time, command::CommandKind, due, field::TaskField, sentence::Names,
};

pub use change::change_in_words;

use super::task_chip::first_in_words;

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
        Command::ReviewCriteria { .. } | Command::WithdrawReview { .. } => "criteria to reside",
        Command::RecordDay { .. } => "red or green day",
        Command::ConfirmDelayReason { .. } => "reason of delay",
        Command::AnswerQuestion { question, .. } => question.words(),
        Command::MoveBed { .. } => "move",
        Command::DischargePatient { .. } | Command::CancelDischarge => "discharge",
        Command::AddNote { .. } | Command::WithdrawNote { .. } | Command::RestoreNote { .. } => "note",
        Command::SetWhatMatters { .. } => "what matters to me",
        _ => "change",
    }
}

/// What was done, before the colon: "Done: TTO dispensed for OBI, Amara (Ms)".
fn done_in_words(command: &Command) -> &'static str {
    match command {
        Command::SetWhatMatters { words } | Command::AnswerQuestion { words, .. } if words.trim().is_empty() => "Cleared",
        Command::SetWhatMatters { .. } | Command::AnswerQuestion { .. } => "Saved",
        Command::CompleteTask { .. } => "Done",
        Command::MarkTaskNotNeeded { .. } => "Not needed",
        Command::AddTask(_) | Command::AddNote { .. } => "Added",
        Command::WithdrawReview { .. } | Command::WithdrawNote { .. } => "Withdrawn",
        Command::RestoreNote { .. } => "Restored",
        Command::CancelTask { .. } => "Added by mistake",
        Command::StartTask { .. } => "Started",
        Command::AcceptTask { .. } => "Accepted",
        Command::RequestTask { .. } => "Requested",
        _ => "Changed",
    }
}

/// "P1 set, 9 tasks added, 1 not needed for OBI, Amara (Ms)".
pub fn pathway_set_in_words(stay: &Stay, pathway: Pathway, commands: &[Command]) -> String {
    let count = |kind| commands.iter().filter(|command| command.kind() == kind).count();
    let added = match count(CommandKind::AddTask) {
        0 => String::new(),
        1 => ", 1 task added".to_owned(),
        added => format!(", {added} tasks added"),
    };
    let ended = match count(CommandKind::MarkTaskNotNeeded) {
        0 => String::new(),
        ended => format!(", {ended} not needed"),
    };
    format!("{} set{added}{ended} for {}", pathway.short(), stay.patient.name)
}

/// "Now TTO explained and Follow-up can start"; `None` where nothing can.
pub fn can_start_in_words(freed: &[&Task], directory: &Directory) -> Option<String> {
    let titles: Vec<String> = freed.iter().map(|task| short_title(task, directory)).collect();
    let (last, others) = titles.split_last()?;
    let titles = if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) };
    Some(format!("Now {titles} can start"))
}

/// A value that two people disagree about, with a name where a team or a ward stands at its front as a code.
pub fn value_in_words(field: Field, value: &str, directory: &Directory) -> String {
    let (code, rest) = value.split_at(value.find(',').unwrap_or(value.len()));
    let name = match field {
        Field::Task(_, TaskField::Owner) => code.parse().ok().map(|team| Names::team(directory, &team)),
        Field::Place => code.parse().ok().map(|ward| Names::ward(directory, &ward)),
        _ => None,
    };
    name.unwrap_or_else(|| code.to_owned()) + rest
}

/// "Pharmacy, due 15:00 (40 min late). To do since 05-Mar-2026 10:00, by Amara Obi. Comes after TTO prescribed."
pub fn standing_in_words(stay: &Stay, task: &Task, directory: &Directory, now: DateTime<Utc>) -> String {
    let team = Names::team(directory, &task.owner_team);
    let owner = task.owner.as_ref().map_or_else(|| team.clone(), |owner| format!("{}, {team}", owner.name));
    let (due, since) = (due::in_words(task.due, now), clinical_time::date_time(task.at));
    let first = first_in_words(stay, task, directory).map_or_else(String::new, |first| format!(" Comes {first}."));
    format!("{owner}, {due}. {} since {since}, by {}.{first}", task.state.words(), task.by)
}

/// What taking a task on is called: "Take it", or "Take over from Owen Blackwood" where somebody else has it.
pub fn take_in_words(task: &Task) -> String {
    task.owner.as_ref().map_or_else(|| "Take it".to_owned(), |owner| format!("Take over from {}", owner.name))
}

/// The title in the two or three words that fit a chip.
pub fn short_title(task: &Task, directory: &Directory) -> String {
    let kind = task.kind.as_ref().and_then(|code| directory.kind(code));
    kind.map_or_else(|| task.title.clone(), |kind| kind.short.clone())
}

#[cfg(test)]
mod tests {
    use domain::{PathwayStage, StayId, TaskNumber, catalogue::standard_teams, task::NewTask};
    use uuid::Uuid;

    use super::*;

    fn new_task(number: u32, title: &str) -> NewTask {
        let (owner_team, after) = ("WARD".parse().expect("a team"), std::collections::BTreeSet::new());
        NewTask { number: TaskNumber(number), kind: None, title: title.to_owned(), owner_team, due: None, blocking: true, after }
    }

    #[test]
    fn a_pathway_that_was_set_says_what_came_with_it() {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.patient.name = domain::PersonName::new("Obi", "Amara", "Ms");
        let set = Command::SetPathway { stage: PathwayStage::Proposed, pathway: Some(Pathway::P1) };
        let add = |number| Command::AddTask(Box::new(new_task(number, "Bag packed")));
        let end = Command::MarkTaskNotNeeded { task: TaskNumber(1), reason: "Not usual on pathway P1".to_owned() };
        let words = |commands: &[Command]| pathway_set_in_words(&stay, Pathway::P1, commands);
        assert_eq!(words(std::slice::from_ref(&set)), "P1 set for OBI, Amara (Ms)");
        assert_eq!(words(&[set.clone(), add(2)]), "P1 set, 1 task added for OBI, Amara (Ms)");
        assert_eq!(words(&[set, add(2), add(3), end]), "P1 set, 2 tasks added, 1 not needed for OBI, Amara (Ms)");
    }

    #[test]
    fn a_conflict_names_the_team_in_full() {
        let directory = Directory { teams: standard_teams(), ..Directory::default() };
        let owner = Field::Task(TaskNumber(1), TaskField::Owner);
        assert_eq!(value_in_words(owner, "PHA, Amara Obi", &directory), "Pharmacy, Amara Obi");
        assert_eq!(value_in_words(owner, "THER", &directory), "Therapies");
        assert_eq!(value_in_words(Field::WhatMatters, "PHA, they said", &directory), "PHA, they said");
    }
}
