//! The parts of a stay that people change, each with a version of its own, so that two people who change different parts
//! never meet, and two who change the same part do.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{PathwayStage, PatientQuestion, Stay, TaskNumber, clinical_time};

/// One part of a stay. Written `expected_discharge` or `task.3.owner`, on the wire too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Field {
    Identity,
    Place,
    Consultant,
    Specialty,
    LocalAuthority,
    AdmittedAs,
    ExpectedDischarge,
    Pathway(PathwayStage),
    WhatMatters,
    Answer(PatientQuestion),
    RedGreen,
    DelayReason,
    Discharge,
    Task(TaskNumber, TaskField),
}

/// One part of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum TaskField {
    State,
    Owner,
    Due,
    Blocking,
    After,
}

const PLAIN: [(Field, &str); 17] = [
    (Field::Identity, "identity"),
    (Field::Place, "place"),
    (Field::Consultant, "consultant"),
    (Field::Specialty, "specialty"),
    (Field::LocalAuthority, "local_authority"),
    (Field::AdmittedAs, "admitted_as"),
    (Field::ExpectedDischarge, "expected_discharge"),
    (Field::Pathway(PathwayStage::Proposed), "pathway_proposed"),
    (Field::Pathway(PathwayStage::Agreed), "pathway_agreed"),
    (Field::Pathway(PathwayStage::Actual), "pathway_actual"),
    (Field::WhatMatters, "what_matters"),
    (Field::Answer(PatientQuestion::WhatIsWrong), "what_is_wrong"),
    (Field::Answer(PatientQuestion::WhatHappensNext), "what_happens_next"),
    (Field::Answer(PatientQuestion::WhatIsNeeded), "what_is_needed"),
    (Field::RedGreen, "red_green"),
    (Field::DelayReason, "delay_reason"),
    (Field::Discharge, "discharge"),
];

/// Why a text names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no field called that")]
pub struct NotAField;

impl Field {
    /// What the field says now, in words for the person who has to choose between two values.
    pub fn value(self, stay: &Stay) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "Not recorded".to_owned());
        match self {
            Self::Identity => stay.patient.name.to_string(),
            Self::Place => format!("{}, {}", stay.place.ward, stay.place.in_words()),
            Self::Consultant => text(&stay.consultant),
            Self::Specialty => text(&stay.specialty),
            Self::LocalAuthority => text(&stay.local_authority),
            Self::AdmittedAs => text(&stay.admitted_as.words()),
            Self::ExpectedDischarge => clinical_time::date_or_not_recorded(stay.expected_discharge),
            Self::Pathway(stage) => stay.pathways.at(stage).map_or_else(|| "Not recorded".to_owned(), |p| p.short().to_owned()),
            Self::WhatMatters => text(&stay.what_matters),
            Self::Answer(question) => text(&stay.answers.get(&question).cloned()),
            Self::RedGreen => text(&stay.days.last().map(|record| record.colour.to_string())),
            Self::DelayReason => text(&stay.delays.last().map(|record| record.reason.label().to_owned())),
            Self::Discharge => stay.status.words(),
            Self::Task(number, field) => stay.task(number).map_or_else(String::new, |task| field.value(task)),
        }
    }

    /// "expected date of discharge", for a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Place => "ward and bed",
            Self::Consultant => "consultant",
            Self::Specialty => "specialty",
            Self::LocalAuthority => "local authority",
            Self::AdmittedAs => "kind of admission",
            Self::ExpectedDischarge => "expected date of discharge",
            Self::Pathway(PathwayStage::Proposed) => "proposed pathway",
            Self::Pathway(PathwayStage::Agreed) => "agreed pathway",
            Self::Pathway(PathwayStage::Actual) => "actual pathway",
            Self::WhatMatters => "what matters to me",
            Self::Answer(question) => question.words(),
            Self::RedGreen => "red or green day",
            Self::DelayReason => "primary reason of delay",
            Self::Discharge => "discharge",
            Self::Task(_, TaskField::State) => "state of the task",
            Self::Task(_, TaskField::Owner) => "owner of the task",
            Self::Task(_, TaskField::Due) => "due time of the task",
            Self::Task(_, TaskField::Blocking) => "whether the task blocks discharge",
            Self::Task(_, TaskField::After) => "what the task waits for",
        }
    }
}

impl TaskField {
    fn value(self, task: &crate::Task) -> String {
        match self {
            Self::State => task.state.words(),
            Self::Owner => task.owner_in_words(),
            Self::Due => task.due.map_or_else(|| "no due time".to_owned(), clinical_time::date_time),
            Self::Blocking => if task.blocking { "blocks discharge" } else { "does not block discharge" }.to_owned(),
            Self::After => task.after.iter().map(|number| format!("task {number}")).collect::<Vec<_>>().join(", "),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Task(number, field) => write!(f, "task.{number}.{}", <&str>::from(field)),
            plain => f.write_str(PLAIN.iter().find(|(field, _)| field == plain).map_or("", |(_, name)| name)),
        }
    }
}

impl FromStr for Field {
    type Err = NotAField;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some((field, _)) = PLAIN.iter().find(|(_, name)| *name == text) {
            return Ok(*field);
        }
        let (number, field) = text.strip_prefix("task.").and_then(|rest| rest.split_once('.')).ok_or(NotAField)?;
        let number = number.parse().map_err(|_| NotAField)?;
        Ok(Self::Task(TaskNumber(number), field.parse().map_err(|_| NotAField)?))
    }
}

impl TryFrom<String> for Field {
    type Error = NotAField;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn every_field_reads_back() {
        let tasks = TaskField::iter().map(|field| Field::Task(TaskNumber(12), field));
        for field in PLAIN.iter().map(|(field, _)| *field).chain(tasks) {
            assert_eq!(field.to_string().parse(), Ok(field));
            assert!(!field.words().is_empty());
        }
        assert!("task.x.owner".parse::<Field>().is_err());
        assert!("task.1.colour".parse::<Field>().is_err());
    }
}
