//! What a change has brought, in the line that offers to take it back: it says what is so now, and of whom.

use chrono::{DateTime, Utc};
use domain::{
    Command, CriteriaToReside, DayColour, Directory, Place, Stay, clinical_time, criteria::CriteriaStatus, sentence::Names,
    stay::Destination,
};

use super::{about, done_in_words};

/// "Red day, result not acted on: OBI, Amara (Ms)", "No longer blocks discharge: TTO dispensed for OBI, Amara (Ms)".
pub fn change_in_words(before: &Stay, command: &Command, directory: &Directory, now: DateTime<Utc>) -> String {
    if let Some(words) = of_patient(before, command, directory) {
        return format!("{words}: {}", before.patient.name);
    }
    let words = of_task(command, directory, now).unwrap_or_else(|| done_in_words(command).to_owned());
    format!("{words}: {}", about(before, command))
}

/// What the patient's row says from now on.
fn of_patient(before: &Stay, command: &Command, directory: &Directory) -> Option<String> {
    Some(match command {
        Command::MoveBed { to } => format!("Moved to {}", place(to, before, directory)),
        Command::SetExpectedDischarge { day: Some(day) } => format!("Expected date set to {}", clinical_time::date(*day)),
        Command::SetExpectedDischarge { day: None } => "Expected date cleared".to_owned(),
        Command::SetPathway { pathway: Some(pathway), .. } => format!("{} set", pathway.short()),
        Command::SetPathway { pathway: None, .. } => "Pathway cleared".to_owned(),
        Command::ReviewCriteria { found, .. } => format!("Criteria: {}", status(found).words().to_lowercase()),
        Command::RecordDay { colour: DayColour::Green, .. } => "Green day".to_owned(),
        Command::RecordDay { colour: DayColour::Red(cause), .. } => format!("Red day, {}", cause.words().to_lowercase()),
        Command::ConfirmDelayReason { reason, .. } => format!("Reason of delay, {}", reason.short()),
        Command::DischargePatient { to: Destination::Died, .. } => "Recorded as died".to_owned(),
        Command::DischargePatient { to, .. } => format!("Discharged ({})", to.words()),
        Command::CancelDischarge => "Discharge taken back".to_owned(),
        _ => return None,
    })
}

/// What its chip says from now on, where more than a word says it.
fn of_task(command: &Command, directory: &Directory, now: DateTime<Utc>) -> Option<String> {
    Some(match command {
        Command::AssignTask { owner: Some(owner), .. } => format!("Assigned to {}", owner.name),
        Command::AssignTask { team, .. } => format!("Assigned to {}", Names::team(directory, team)),
        Command::SetTaskDue { due: Some(due), .. } => format!("Due {}", clinical_time::day_and_time(*due, now)),
        Command::SetTaskDue { due: None, .. } => "No due time".to_owned(),
        Command::SetTaskBlocking { blocking: true, .. } => "Blocks discharge now".to_owned(),
        Command::SetTaskBlocking { blocking: false, .. } => "No longer blocks discharge".to_owned(),
        Command::WaitForTask { on, .. } => format!("Waiting on {on}"),
        _ => return None,
    })
}

/// The ward only where it is another.
fn place(to: &Place, before: &Stay, directory: &Directory) -> String {
    if to.ward == before.place.ward { to.in_words() } else { format!("{}, {}", Names::ward(directory, &to.ward), to.in_words()) }
}

fn status(found: &CriteriaToReside) -> CriteriaStatus {
    match found {
        CriteriaToReside::Met(_) => CriteriaStatus::Met,
        CriteriaToReside::NotMet => CriteriaStatus::NotMet,
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        AccountId, Pathway, PathwayStage, PatientQuestion, RedCause, StayId, Task, TaskNumber, TaskState, WaitingFor,
        catalogue::standard_teams, task::Owner,
    };
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    const TASK: TaskNumber = TaskNumber(1);

    fn now() -> DateTime<Utc> {
        "2026-03-05T10:30:00Z".parse().expect("an instant")
    }

    fn place(ward: &str) -> Place {
        Place { ward: ward.parse().expect("a ward"), bay: Some("Bay A".to_owned()), bed: Some("A1".to_owned()) }
    }

    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.patient.name = domain::PersonName::new("Obi", "Amara", "Ms");
        stay.place = place("cedar");
        stay.tasks.push(Task {
            number: TASK,
            kind: None,
            title: "TTO dispensed".to_owned(),
            owner_team: "PHA".parse().expect("a team"),
            owner: None,
            due: None,
            blocking: true,
            after: std::collections::BTreeSet::new(),
            state: TaskState::ToDo,
            by: "Tom Reyes".to_owned(),
            at: now(),
            parked_at: None,
        });
        stay
    }

    fn said(command: &Command) -> String {
        let directory = Directory { teams: standard_teams(), ..Directory::default() };
        change_in_words(&stay(), command, &directory, now())
    }

    fn pathway(pathway: Option<Pathway>) -> Command {
        Command::SetPathway { stage: PathwayStage::Agreed, pathway }
    }

    fn day(colour: DayColour) -> Command {
        Command::RecordDay { day: now().date_naive(), colour, words: String::new() }
    }

    fn review(found: CriteriaToReside) -> Command {
        Command::ReviewCriteria { found, reviewed_at: now() }
    }

    #[rstest]
    #[case(Command::MoveBed { to: place("cedar") }, "Moved to Bay A bed A1")]
    #[case::another_ward(Command::MoveBed { to: place("maple") }, "Moved to maple, Bay A bed A1")]
    #[case(Command::SetExpectedDischarge { day: Some(now().date_naive()) }, "Expected date set to 05-Mar-2026")]
    #[case(Command::SetExpectedDischarge { day: None }, "Expected date cleared")]
    #[case(pathway(Some(Pathway::P1)), "P1 set")]
    #[case(pathway(None), "Pathway cleared")]
    #[case(review(CriteriaToReside::NotMet), "Criteria: does not meet")]
    #[case(review(CriteriaToReside::Met(vec![])), "Criteria: meets")]
    #[case(day(DayColour::Green), "Green day")]
    #[case(day(DayColour::Red(RedCause::ResultNotActedOn)), "Red day, result not acted on")]
    #[case(Command::DischargePatient { at: now(), to: Destination::HomeWithoutSupport }, "Discharged (Home, no new support)")]
    #[case(Command::DischargePatient { at: now(), to: Destination::Died }, "Recorded as died")]
    #[case(Command::CancelDischarge, "Discharge taken back")]
    fn a_change_of_the_patient_says_what_is_so_now(#[case] command: Command, #[case] expected: &str) {
        assert_eq!(said(&command), format!("{expected}: OBI, Amara (Ms)"));
    }

    fn assigned(owner: Option<&str>) -> Command {
        let owner = owner.map(|name| Owner { id: AccountId(Uuid::nil()), name: name.to_owned() });
        Command::AssignTask { task: TASK, team: "PHA".parse().expect("a team"), owner }
    }

    fn due(due: Option<&str>) -> Command {
        Command::SetTaskDue { task: TASK, due: due.map(|due| due.parse().expect("an instant")) }
    }

    fn waiting() -> Command {
        Command::WaitForTask { task: TASK, on: "the family".to_owned(), waiting_for: WaitingFor::Arrangements }
    }

    #[rstest]
    #[case(Command::CompleteTask { task: TASK }, "Done")]
    #[case(Command::StartTask { task: TASK }, "Started")]
    #[case(Command::AcceptTask { task: TASK }, "Accepted")]
    #[case(assigned(Some("Nadia Rahman")), "Assigned to Nadia Rahman")]
    #[case(assigned(None), "Assigned to Pharmacy")]
    #[case(due(Some("2026-03-06T09:00:00Z")), "Due tomorrow 09:00")]
    #[case(due(None), "No due time")]
    #[case(Command::SetTaskBlocking { task: TASK, blocking: false }, "No longer blocks discharge")]
    #[case(Command::SetTaskBlocking { task: TASK, blocking: true }, "Blocks discharge now")]
    #[case(waiting(), "Waiting on the family")]
    fn a_change_of_a_task_says_what_is_so_now(#[case] command: Command, #[case] expected: &str) {
        assert_eq!(said(&command), format!("{expected}: TTO dispensed for OBI, Amara (Ms)"));
    }

    #[rstest]
    #[case("Cedric, my cat", "Saved: what matters to me for OBI, Amara (Ms)")]
    #[case(" ", "Cleared: what matters to me for OBI, Amara (Ms)")]
    fn words_are_saved_or_cleared(#[case] words: &str, #[case] expected: &str) {
        assert_eq!(said(&Command::SetWhatMatters { words: words.to_owned() }), expected);
        let answer = Command::AnswerQuestion { question: PatientQuestion::WhatIsNeeded, words: words.to_owned() };
        assert!(said(&answer).ends_with("What do I need to achieve to go home? for OBI, Amara (Ms)"));
    }
}
