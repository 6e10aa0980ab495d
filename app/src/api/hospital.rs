//! Wards with their beds, teams and kinds of task, for administrators.

use domain::{KindCode, Pathway, TaskKind, Ward, team::TeamKind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{DueRuleForm, Failure};
use crate::wire::Posted;

#[server(name = ReadWards, prefix = "/api/fn", endpoint = "wards", input = Posted, output = Posted)]
pub async fn wards() -> Result<Vec<Ward>, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.wards(&actor).await)
}

/// `beds` is a line a bay, as [`super::read_beds`] reads it.
#[server(name = SaveWard, prefix = "/api/fn", endpoint = "save-ward")]
pub async fn save_ward(
    code: String,
    name: String,
    #[server(default)] specialty: String,
    #[server(default)] site: String,
    #[server(default)] beds: String,
) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    let code = super::given(&code)?;
    let given = |words: String| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    let ward = Ward { code, name, specialty: given(specialty), site: given(site), beds: super::read_beds(&beds) };
    super::door::answer(hospital.save_ward(&actor, ward).await)
}

#[server(name = SaveTeam, prefix = "/api/fn", endpoint = "save-team")]
pub async fn save_team(code: String, name: String, kind: TeamKind) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    let team = domain::Team { code: super::given(&code)?, name, kind };
    super::door::answer(hospital.save_team(&actor, team).await)
}

/// A kind of task as its form sends it: lists of codes are written with spaces between them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KindForm {
    pub code: String,
    pub title: String,
    pub short: String,
    pub owner_team: String,
    pub due: DueRuleForm,
    #[serde(default)]
    pub pathways: Vec<Pathway>,
    #[serde(default)]
    pub proposed_on: Vec<Pathway>,
    #[serde(default)]
    pub after: String,
    #[serde(default)]
    pub delay_reasons: String,
    #[serde(default)]
    pub blocking: bool,
}

#[server(name = SaveKind, prefix = "/api/fn", endpoint = "save-kind")]
pub async fn save_kind(kind: KindForm) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.save_kind(&actor, kind.read()?).await)
}

#[server(name = RetireKind, prefix = "/api/fn", endpoint = "retire-kind")]
pub async fn retire_kind(code: KindCode) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.retire_kind(&actor, code).await)
}

impl KindForm {
    pub fn read(self) -> Result<TaskKind, Failure> {
        Ok(TaskKind {
            code: super::given(&self.code)?,
            title: self.title.trim().to_owned(),
            short: self.short.trim().to_owned(),
            owner_team: super::given(&self.owner_team)?,
            due: super::read_due_rule(&self.due)?,
            pathways: self.pathways,
            proposed_on: self.proposed_on,
            after: self.after.split_whitespace().map(super::given).collect::<Result<_, _>>()?,
            delay_reasons: self.delay_reasons.split_whitespace().map(super::given).collect::<Result<_, _>>()?,
            blocking: self.blocking,
        })
    }
}
