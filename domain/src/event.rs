//! What happened. The log, the live stream, the timeline and the audit trail are all made of these.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AdmittedAs, CriteriaToReside, DayColour, DelayReasonCode, Field, NoteNumber, Pathway, PathwayStage, Patient, PatientQuestion,
    Place, TaskNumber, TeamCode, Visibility, WaitingFor,
    command::Admission,
    field::TaskField,
    stay::Destination,
    task::{NewTask, Owner, ParkedBefore},
};

/// Past tense: what happened, without who and when, which [`Entry`] adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(rename_all = "snake_case")]
#[strum_discriminants(name(EventKind), derive(PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr))]
#[strum_discriminants(strum(serialize_all = "snake_case"))]
#[strum_discriminants(doc = "An event without its contents.")]
pub enum Event {
    PatientAdmitted(Box<Admission>),
    IdentityCorrected(Box<Patient>),
    BedMoved { from: Place, to: Place },
    ConsultantSet { name: Option<String> },
    SpecialtySet { name: Option<String> },
    LocalAuthoritySet { name: Option<String> },
    AdmittedAsSet { admitted_as: AdmittedAs },
    ExpectedDischargeSet { day: Option<NaiveDate> },
    PathwaySet { stage: PathwayStage, pathway: Option<Pathway> },
    WhatMattersSet { words: Option<String> },
    QuestionAnswered { question: PatientQuestion, words: Option<String> },
    CriteriaReviewed { found: CriteriaToReside, reviewed_at: DateTime<Utc> },
    ReviewWithdrawn { found: CriteriaToReside, reviewed_at: DateTime<Utc> },
    TasksParked { tasks: BTreeSet<TaskNumber> },
    TasksTakenUp { tasks: BTreeSet<TaskNumber> },
    TasksParkedAgain(ParkedBefore),
    DayRecorded { day: NaiveDate, colour: DayColour, words: Option<String> },
    DelayReasonConfirmed { day: NaiveDate, reason: DelayReasonCode, suggested: Option<DelayReasonCode> },
    PatientDischarged { at: DateTime<Utc>, to: Destination },
    DischargeCancelled,
    StayVoided { reason: String },
    TaskAdded(Box<NewTask>),
    TaskRequested { task: TaskNumber },
    TaskAccepted { task: TaskNumber },
    TaskStarted { task: TaskNumber },
    TaskWaiting { task: TaskNumber, on: String, waiting_for: WaitingFor },
    TaskCompleted { task: TaskNumber },
    TaskNotNeeded { task: TaskNumber, reason: String },
    TaskCancelled { task: TaskNumber, reason: String },
    TaskReopened { task: TaskNumber },
    TaskAssigned { task: TaskNumber, team: TeamCode, owner: Option<Owner> },
    TaskDueSet { task: TaskNumber, due: Option<DateTime<Utc>> },
    TaskBlockingSet { task: TaskNumber, blocking: bool },
    TaskLinked { task: TaskNumber, after: BTreeSet<TaskNumber> },
    NoteAdded { note: NoteNumber, text: String, visibility: Visibility },
    NoteWithdrawn { note: NoteNumber },
    NoteRestored { note: NoteNumber },
}

/// An event with its place in the stay's log, who brought it about, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// 1 for the first entry of a stay.
    pub position: u32,
    pub at: DateTime<Utc>,
    pub by: String,
    pub event: Event,
}

impl Event {
    pub fn kind(&self) -> EventKind {
        self.into()
    }

    /// The field whose version the event moves on; `None` for what only adds, and for a withdrawal of what was added: which
    /// review or note is meant it says itself.
    pub fn field(&self) -> Option<Field> {
        let of_task = |task: &TaskNumber, field| Some(Field::Task(*task, field));
        match self {
            Self::PatientAdmitted(_)
            | Self::CriteriaReviewed { .. }
            | Self::ReviewWithdrawn { .. }
            | Self::TasksParked { .. }
            | Self::TasksTakenUp { .. }
            | Self::TasksParkedAgain(_)
            | Self::TaskAdded(_)
            | Self::NoteAdded { .. }
            | Self::NoteWithdrawn { .. }
            | Self::NoteRestored { .. } => None,
            Self::IdentityCorrected(_) => Some(Field::Identity),
            Self::BedMoved { .. } => Some(Field::Place),
            Self::ConsultantSet { .. } => Some(Field::Consultant),
            Self::SpecialtySet { .. } => Some(Field::Specialty),
            Self::LocalAuthoritySet { .. } => Some(Field::LocalAuthority),
            Self::AdmittedAsSet { .. } => Some(Field::AdmittedAs),
            Self::ExpectedDischargeSet { .. } => Some(Field::ExpectedDischarge),
            Self::PathwaySet { stage, .. } => Some(Field::Pathway(*stage)),
            Self::WhatMattersSet { .. } => Some(Field::WhatMatters),
            Self::QuestionAnswered { question, .. } => Some(Field::Answer(*question)),
            Self::DayRecorded { .. } => Some(Field::RedGreen),
            Self::DelayReasonConfirmed { .. } => Some(Field::DelayReason),
            Self::PatientDischarged { .. } | Self::DischargeCancelled | Self::StayVoided { .. } => Some(Field::Discharge),
            Self::TaskRequested { task }
            | Self::TaskAccepted { task }
            | Self::TaskStarted { task }
            | Self::TaskWaiting { task, .. }
            | Self::TaskCompleted { task }
            | Self::TaskNotNeeded { task, .. }
            | Self::TaskCancelled { task, .. }
            | Self::TaskReopened { task } => of_task(task, TaskField::State),
            Self::TaskAssigned { task, .. } => of_task(task, TaskField::Owner),
            Self::TaskDueSet { task, .. } => of_task(task, TaskField::Due),
            Self::TaskBlockingSet { task, .. } => of_task(task, TaskField::Blocking),
            Self::TaskLinked { task, .. } => of_task(task, TaskField::After),
        }
    }

    /// The task that the event is about.
    pub fn task(&self) -> Option<TaskNumber> {
        match self {
            Self::TaskAdded(new) => Some(new.number),
            other => match other.field() {
                Some(Field::Task(task, _)) => Some(task),
                _ => None,
            },
        }
    }
}
