//! Who may see and do what. `service` asks these questions before anything else; the answer is no unless a rule says yes.

use crate::{Actor, Command, Grant, Patient, PatientId, Role, Sex, Stay, TaskState, TeamCode, WardCode, command::CommandKind};

/// What somebody may see of the patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    Hospital,
    /// The stays on these wards, and those with a task of these teams.
    Some {
        wards: Vec<WardCode>,
        teams: Vec<TeamCode>,
    },
    /// Initials and beds, as a screen on a wall shows them: of these wards, or of all.
    Wall(Option<Vec<WardCode>>),
    /// No patient at all.
    Nobody,
}

/// Something to do that is not ward work on a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Deed {
    /// Bring in a ward's list.
    ImportList,
    /// See which beds of any ward are free, to move a patient there.
    FindBed,
    /// See how many patients wait on each ward, without who they are.
    SeeFigures,
    /// Sign off the situation report of a day, or amend one.
    SignSituationReport,
    /// Work through the patients of 21 nights and more in the weekly meeting.
    ReviewLongStays,
    /// Set a chart's target, or have its limits computed anew from a week on: what passes for good, and for usual, changes.
    DecideCharts,
    /// Add and change accounts and their roles.
    ManageAccounts,
    /// Add and change wards, beds, teams and the catalogue of tasks.
    ManageHospital,
}

pub fn scope(actor: &Actor) -> Scope {
    if actor.has(Role::DischargeCoordinator) {
        return Scope::Hospital;
    }
    let wards: Vec<WardCode> = actor.wards().cloned().collect();
    let teams: Vec<TeamCode> = actor.teams().cloned().collect();
    if !wards.is_empty() || !teams.is_empty() {
        return Scope::Some { wards, teams };
    }
    let walls: Vec<WardCode> = actor.walls().cloned().collect();
    if walls.is_empty() { Scope::Nobody } else { Scope::Wall(Some(walls)) }
}

pub fn may(actor: &Actor, deed: Deed) -> bool {
    match deed {
        Deed::ImportList | Deed::ReviewLongStays => actor.has(Role::DischargeCoordinator),
        Deed::FindBed => actor.has(Role::DischargeCoordinator) || actor.has(Role::WardStaff),
        Deed::SeeFigures | Deed::SignSituationReport => actor.has(Role::DischargeCoordinator) || actor.has(Role::TrustLead),
        Deed::DecideCharts => actor.has(Role::TrustLead),
        Deed::ManageAccounts | Deed::ManageHospital => actor.has(Role::Administrator),
    }
}

impl Scope {
    /// What somebody sees who has their board on a wall, where everybody reads it: the same wards, and no names.
    #[must_use]
    pub fn on_wall(self) -> Self {
        match self {
            Self::Hospital => Self::Wall(None),
            Self::Some { wards, .. } if !wards.is_empty() => Self::Wall(Some(wards)),
            wall @ Self::Wall(_) => wall,
            Self::Some { .. } | Self::Nobody => Self::Nobody,
        }
    }

    /// Whether patients are seen by their names.
    pub fn sees_patients(&self) -> bool {
        matches!(self, Self::Hospital | Self::Some { .. })
    }

    /// Whether a ward's board may be asked for at all.
    pub fn covers_ward(&self, ward: &WardCode) -> bool {
        match self {
            Self::Hospital => true,
            Self::Some { wards, teams } => wards.contains(ward) || !teams.is_empty(),
            Self::Wall(_) | Self::Nobody => self.sees_every_bed(ward),
        }
    }

    /// Whether all patients of a ward are seen, with all that is known of them.
    pub fn sees_whole_ward(&self, ward: &WardCode) -> bool {
        self.sees_patients() && self.sees_every_bed(ward)
    }

    /// Whether it is known of each bed of a ward who lies in it. Where not, a bed without a patient may still have one.
    pub fn sees_every_bed(&self, ward: &WardCode) -> bool {
        match self {
            Self::Hospital | Self::Wall(None) => true,
            Self::Some { wards, .. } | Self::Wall(Some(wards)) => wards.contains(ward),
            Self::Nobody => false,
        }
    }

    /// What of `stay` may be seen: all of it, only what concerns one's teams, or nothing.
    pub fn view(&self, stay: &Stay) -> View {
        match self {
            Self::Hospital => View::Whole,
            Self::Some { wards, .. } if wards.contains(&stay.place.ward) => View::Whole,
            Self::Some { teams, .. } if stay.tasks.iter().any(|task| teams.contains(&task.owner_team)) => {
                View::TeamTasks(teams.clone())
            }
            Self::Wall(_) if self.sees_every_bed(&stay.place.ward) => View::OnWall,
            Self::Some { .. } | Self::Wall(_) | Self::Nobody => View::Nothing,
        }
    }
}

/// How much of one stay somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    Whole,
    TeamTasks(Vec<TeamCode>),
    OnWall,
    Nothing,
}

impl View {
    /// The stay as this view shows it.
    pub fn of(&self, stay: &Stay) -> Option<Stay> {
        match self {
            Self::Whole => Some(stay.clone()),
            Self::TeamTasks(teams) => Some(for_teams(stay, teams)),
            Self::OnWall => Some(for_wall(stay)),
            Self::Nothing => None,
        }
    }
}

/// What a team outside the ward needs: who, where, when, its own tasks, and the notes that are shared with it. Not what the
/// ward told the patient, or wrote about a day.
fn for_teams(stay: &Stay, teams: &[TeamCode]) -> Stay {
    let mut seen = stay.clone();
    seen.tasks.retain(|task| teams.contains(&task.owner_team));
    seen.notes.retain(|note| note.visibility == crate::Visibility::SharedWithPartners);
    seen.what_matters = None;
    seen.latest_review = None;
    seen.answers.clear();
    seen.days.iter_mut().for_each(|record| record.words = None);
    seen
}

/// What everybody who passes may read: initials, bed, and how far the way home is. Nothing that was written in free words
/// but the titles of tasks, and nobody's name.
fn for_wall(stay: &Stay) -> Stay {
    let mut seen = stay.clone();
    let name = stay.patient.name.only_initials();
    seen.patient =
        Patient { id: PatientId::default(), name, nhs_number: None, hospital_number: None, born: None, sex: Sex::default() };
    seen.consultant = None;
    seen.admitted_as = crate::AdmittedAs::default();
    seen.what_matters = None;
    seen.notes.clear();
    seen.answers.clear();
    seen.days.iter_mut().for_each(|record| record.words = None);
    seen.latest_review = None;
    seen.reviews.iter_mut().for_each(|review| review.by.clear());
    for task in &mut seen.tasks {
        task.by.clear();
        task.owner = None;
        if let TaskState::Waiting { on, .. } = &mut task.state {
            on.clear();
        }
    }
    seen
}

/// Whether `actor` may ask for `command` on `stay` as it stands now.
pub fn may_command(actor: &Actor, stay: &Stay, command: &Command) -> bool {
    actor.grants.iter().any(|grant| grant_allows(grant, stay, command))
}

fn grant_allows(grant: &Grant, stay: &Stay, command: &Command) -> bool {
    match grant {
        Grant::DischargeCoordinator => true,
        Grant::WardStaff(ward) => ward_allows(ward, stay, command),
        Grant::TeamMember(team) => team_allows(team, stay, command),
        Grant::TrustLead | Grant::Administrator | Grant::WallScreen(_) => false,
    }
}

/// Ward staff work on the patients of their ward: also when they send one to another ward, but not to fetch one.
fn ward_allows(ward: &WardCode, stay: &Stay, command: &Command) -> bool {
    match command {
        Command::AdmitPatient(admission) => admission.place.ward == *ward,
        _ => stay.place.ward == *ward,
    }
}

/// A team works on its own tasks, wherever the patient lies, and may write notes that are shared.
fn team_allows(team: &TeamCode, stay: &Stay, command: &Command) -> bool {
    let owns = |number| stay.task(number).is_some_and(|task| task.owner_team == *team);
    match command.kind() {
        CommandKind::RequestTask
        | CommandKind::AcceptTask
        | CommandKind::StartTask
        | CommandKind::WaitForTask
        | CommandKind::CompleteTask
        | CommandKind::MarkTaskNotNeeded
        | CommandKind::ReopenTask
        | CommandKind::AssignTask
        | CommandKind::SetTaskDue => command.task().is_some_and(owns),
        CommandKind::AddNote => {
            let shared = matches!(command, Command::AddNote { visibility: crate::Visibility::SharedWithPartners, .. });
            shared && stay.tasks.iter().any(|task| task.owner_team == *team)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use chrono::DateTime;
    use strum::IntoEnumIterator;
    use uuid::Uuid;

    use super::*;
    use crate::{
        AccountId, AdmittedAs, CriteriaToReside, DayColour, NoteNumber, PathwayStage, PatientId, PatientQuestion, Place, StayId,
        StayStatus, Task, TaskNumber, TaskState, Visibility, WaitingFor, command::Admission, stay::Destination, task::NewTask,
    };

    const TASK: TaskNumber = TaskNumber(1);

    fn ward(code: &str) -> WardCode {
        code.parse().expect("a code")
    }

    fn pharmacy() -> TeamCode {
        "PHA".parse().expect("a code")
    }

    /// In Maple, with a task of Pharmacy.
    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        stay.place.ward = ward("maple");
        let (kind, owner, due, after) = (None, None, None, BTreeSet::new());
        let (title, by, at) = ("TTO dispensed".to_owned(), "Tom Reyes".to_owned(), DateTime::UNIX_EPOCH);
        let state = TaskState::ToDo;
        stay.tasks.push(Task {
            number: TASK,
            kind,
            title,
            owner_team: pharmacy(),
            owner,
            due,
            blocking: true,
            after,
            state,
            by,
            at,
            parked_at: None,
        });
        stay
    }

    /// One command of each kind, about Maple and the task of Pharmacy.
    fn commands() -> Vec<Command> {
        let at = DateTime::UNIX_EPOCH;
        let words = || "x".to_owned();
        let patient = stay().patient;
        let place = || Place { ward: ward("maple"), bay: None, bed: None };
        let admission = Admission::new(patient.clone(), place(), at);
        let (kind, due, after) = (None, None, BTreeSet::new());
        let new = NewTask { number: TaskNumber(2), kind, title: words(), owner_team: pharmacy(), due, blocking: true, after };
        assert_eq!(patient.id, PatientId(Uuid::nil()));
        vec![
            Command::AdmitPatient(Box::new(admission)),
            Command::CorrectIdentity(Box::new(patient)),
            Command::MoveBed { to: place() },
            Command::SetConsultant { name: words() },
            Command::SetSpecialty { name: words() },
            Command::SetLocalAuthority { name: words() },
            Command::SetAdmittedAs { admitted_as: AdmittedAs::default() },
            Command::SetExpectedDischarge { day: None },
            Command::SetPathway { stage: PathwayStage::Proposed, pathway: None },
            Command::SetWhatMatters { words: words() },
            Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at },
            Command::WithdrawReview { found: CriteriaToReside::NotMet, reviewed_at: at },
            Command::AnswerQuestion { question: PatientQuestion::WhatIsWrong, words: words() },
            Command::RecordDay { day: at.date_naive(), colour: DayColour::Green, words: words() },
            Command::ConfirmDelayReason { day: at.date_naive(), reason: "H5".parse().expect("a code"), suggested: None },
            Command::DischargePatient { at, to: Destination::HomeWithSupport },
            Command::CancelDischarge,
            Command::VoidStay { reason: words() },
            Command::AddTask(Box::new(new)),
            Command::RequestTask { task: TASK },
            Command::AcceptTask { task: TASK },
            Command::StartTask { task: TASK },
            Command::WaitForTask { task: TASK, on: words(), waiting_for: WaitingFor::Arrangements },
            Command::CompleteTask { task: TASK },
            Command::MarkTaskNotNeeded { task: TASK, reason: words() },
            Command::CancelTask { task: TASK, reason: words() },
            Command::ReopenTask { task: TASK },
            Command::AssignTask { task: TASK, team: pharmacy(), owner: None },
            Command::SetTaskDue { task: TASK, due: None },
            Command::SetTaskBlocking { task: TASK, blocking: true },
            Command::LinkTask { task: TASK, after: BTreeSet::new() },
            Command::AddNote { note: NoteNumber(1), text: words(), visibility: Visibility::SharedWithPartners },
            Command::WithdrawNote { note: NoteNumber(1) },
            Command::RestoreNote { note: NoteNumber(1) },
        ]
    }

    fn actor(grant: Grant) -> Actor {
        Actor { id: AccountId(Uuid::nil()), name: "Somebody".to_owned(), grants: vec![grant] }
    }

    #[test]
    fn every_kind_of_command_is_asked_about() {
        let asked: BTreeSet<CommandKind> = commands().iter().map(Command::kind).collect();
        assert_eq!(asked, CommandKind::iter().collect());
    }

    #[test]
    fn who_may_ask_for_how_many_kinds() {
        let may = |grant: Grant| commands().iter().filter(|command| may_command(&actor(grant.clone()), &stay(), command)).count();
        let all = CommandKind::iter().count();
        let expected = BTreeMap::from([
            ("coordinator", all),
            ("their ward", all),
            ("another ward", 0),
            ("pharmacy", 10),
            ("another team", 0),
            ("trust lead", 0),
            ("administrator", 0),
            ("a wall", 0),
        ]);
        let found = BTreeMap::from([
            ("coordinator", may(Grant::DischargeCoordinator)),
            ("their ward", may(Grant::WardStaff(ward("maple")))),
            ("another ward", may(Grant::WardStaff(ward("oak")))),
            ("pharmacy", may(Grant::TeamMember(pharmacy()))),
            ("another team", may(Grant::TeamMember("ASC".parse().expect("a code")))),
            ("trust lead", may(Grant::TrustLead)),
            ("administrator", may(Grant::Administrator)),
            ("a wall", may(Grant::WallScreen(ward("maple")))),
        ]);
        assert_eq!(found, expected);
    }

    /// Whoever reads the data of a wall's page finds no more than whoever reads the wall.
    #[test]
    fn a_wall_has_initials_and_no_names() {
        let mut stay = stay();
        stay.patient.name = crate::PersonName::new("Obi", "Amara", "Ms");
        stay.patient.nhs_number = "9990000018".parse().ok();
        stay.patient.born = "1945-07-14".parse().ok();
        stay.what_matters = Some("My dog Biscuit".to_owned());
        stay.tasks[0].state = TaskState::Waiting { on: "her son Chidi".to_owned(), waiting_for: WaitingFor::Arrangements };
        stay.tasks[0].owner = Some(crate::task::Owner { id: AccountId(Uuid::nil()), name: "Nadia Rahman".to_owned() });
        let walls = [Scope::Hospital.on_wall(), scope(&actor(Grant::WallScreen(ward("maple"))))];
        for wall in walls {
            assert!(!wall.sees_patients() && wall.sees_every_bed(&ward("maple")) && !wall.sees_whole_ward(&ward("maple")));
            let seen = wall.view(&stay).of(&stay).expect("the stay as a wall shows it");
            assert_eq!(seen.patient.name.initials(), "A.O.");
            let written = serde_json::to_string(&seen).expect("JSON");
            for hidden in ["Obi", "Amara", "9990000018", "1945", "Biscuit", "Chidi", "Nadia", "Tom Reyes"] {
                assert!(!written.contains(hidden), "{hidden} in {written}");
            }
        }
        assert_eq!(scope(&actor(Grant::WallScreen(ward("oak")))).view(&stay), View::Nothing);
        assert_eq!(scope(&actor(Grant::TeamMember(pharmacy()))).on_wall(), Scope::Nobody);
    }

    #[test]
    fn somebody_without_a_role_may_do_nothing() {
        let nobody = Actor { id: AccountId(Uuid::nil()), name: "Nobody".to_owned(), grants: vec![] };
        assert_eq!(scope(&nobody), Scope::Nobody);
        assert!(!commands().iter().any(|command| may_command(&nobody, &stay(), command)));
        assert!(!Deed::iter().any(|deed| may(&nobody, deed)));
    }
}
