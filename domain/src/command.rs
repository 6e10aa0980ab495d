//! What a person can ask for. Every change to a stay is one of these.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use crate::stay::admit::Admission;
use crate::{
    AdmittedAs, CriteriaToReside, DayColour, DelayReasonCode, NoteNumber, Pathway, PathwayStage, Patient, PatientQuestion, Place,
    TaskNumber, TeamCode, Visibility, WaitingFor,
    stay::Destination,
    task::{NewTask, Owner},
};

/// Imperative: what is asked. The answer is [`crate::Event`]s or a [`crate::Refusal`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(tag = "do", rename_all = "snake_case")]
#[strum_discriminants(name(CommandKind), derive(PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr))]
#[strum_discriminants(strum(serialize_all = "snake_case"))]
#[strum_discriminants(doc = "A command without its contents.")]
pub enum Command {
    AdmitPatient(Box<Admission>),
    CorrectIdentity(Box<Patient>),
    MoveBed { to: Place },
    SetConsultant { name: String },
    SetSpecialty { name: String },
    SetLocalAuthority { name: String },
    SetAdmittedAs { admitted_as: AdmittedAs },
    SetExpectedDischarge { day: Option<NaiveDate> },
    SetPathway { stage: PathwayStage, pathway: Option<Pathway> },
    SetWhatMatters { words: String },
    AnswerQuestion { question: PatientQuestion, words: String },
    ReviewCriteria { found: CriteriaToReside, reviewed_at: DateTime<Utc> },
    WithdrawReview { found: CriteriaToReside, reviewed_at: DateTime<Utc> },
    RecordDay { day: NaiveDate, colour: DayColour, words: String },
    ConfirmDelayReason { day: NaiveDate, reason: DelayReasonCode, suggested: Option<DelayReasonCode> },
    DischargePatient { at: DateTime<Utc>, to: Destination },
    CancelDischarge,
    VoidStay { reason: String },
    AddTask(Box<NewTask>),
    RequestTask { task: TaskNumber },
    AcceptTask { task: TaskNumber },
    StartTask { task: TaskNumber },
    WaitForTask { task: TaskNumber, on: String, waiting_for: WaitingFor },
    CompleteTask { task: TaskNumber },
    MarkTaskNotNeeded { task: TaskNumber, reason: String },
    CancelTask { task: TaskNumber, reason: String },
    ReopenTask { task: TaskNumber },
    AssignTask { task: TaskNumber, team: TeamCode, owner: Option<Owner> },
    SetTaskDue { task: TaskNumber, due: Option<DateTime<Utc>> },
    SetTaskBlocking { task: TaskNumber, blocking: bool },
    LinkTask { task: TaskNumber, after: BTreeSet<TaskNumber> },
    AddNote { note: NoteNumber, text: String, visibility: Visibility },
    WithdrawNote { note: NoteNumber },
    RestoreNote { note: NoteNumber },
}

impl Command {
    pub fn kind(&self) -> CommandKind {
        self.into()
    }

    /// The task that the command is about, if it is about one that exists.
    pub fn task(&self) -> Option<TaskNumber> {
        match self {
            Self::RequestTask { task }
            | Self::AcceptTask { task }
            | Self::StartTask { task }
            | Self::WaitForTask { task, .. }
            | Self::CompleteTask { task }
            | Self::MarkTaskNotNeeded { task, .. }
            | Self::CancelTask { task, .. }
            | Self::ReopenTask { task }
            | Self::AssignTask { task, .. }
            | Self::SetTaskDue { task, .. }
            | Self::SetTaskBlocking { task, .. }
            | Self::LinkTask { task, .. } => Some(*task),
            _ => None,
        }
    }
}
