//! What administrators and sign-ins leave behind: an event of their own, in the transaction that made the change.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Actor, ChartDecisionId, StayId, long_stay_review::ReviewWeek, report::WhichPatients};
use entity::admin_event;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::Serialize;

use crate::{clock, error::Fault, rows::to_json};

/// Something that happened besides ward work.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum AdminEvent {
    AccountAdded { account: String, grants: Vec<domain::Grant> },
    GrantsSet { account: String, grants: Vec<domain::Grant> },
    PasswordSet { account: String },
    AccountOpened { account: String },
    AccountClosed { account: String },
    SessionsEnded { account: String },
    SignedIn,
    SignInFailed,
    WardSaved { ward: String },
    TeamSaved { team: String },
    KindSaved { task_kind: String },
    KindRetired { task_kind: String },
    ListChecked { import: String },
    ListImported { import: String },
    CensusRecounted { at: DateTime<Utc>, version: u32, reason: String },
    ReportTaken { report: String, format: String },
    StayReviewed { stay: StayId, week: ReviewWeek, version: u32 },
    ReviewSignedOff { week: ReviewWeek, number: u32 },
    SituationReportSigned { day: NaiveDate, version: u32, reason: Option<String> },
    ChartTargetSet { chart: String, patients: WhichPatients, target: f64 },
    ChartRebased { chart: String, patients: WhichPatients, from: NaiveDate, reason: String },
    ChartDecisionWithdrawn { chart: String, decision: ChartDecisionId, reason: String },
}

/// Who an event is by: an account, or whoever runs the server.
pub(crate) enum By<'a> {
    Actor(&'a Actor),
    Operator,
}

impl By<'_> {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Actor(actor) => &actor.name,
            Self::Operator => "whoever runs the server",
        }
    }
}

pub(crate) async fn record(db: &impl ConnectionTrait, by: By<'_>, event: &AdminEvent) -> Result<(), Fault> {
    let payload = to_json(event)?;
    let kind = serde_json::from_str::<Kind>(&payload).map_err(|_| Fault::Broken("an event without a kind"))?.kind;
    let actor_id = match by {
        By::Actor(actor) => Some(actor.id.0),
        By::Operator => None,
    };
    let row = admin_event::ActiveModel {
        id: Set(clock::new_id()),
        at: Set(clock::now()),
        actor_id: Set(actor_id),
        actor_name: Set(by.name().to_owned()),
        kind: Set(kind),
        payload: Set(payload),
    };
    admin_event::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

#[derive(serde::Deserialize)]
struct Kind {
    kind: String,
}
