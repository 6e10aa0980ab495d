//! What administrators and sign-ins leave behind: an event of their own, in the transaction that made the change.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{AccountId, Actor, ChartDecisionId, Grant, StayId, long_stay_review::ReviewWeek, report::WhichPatients};
use entity::admin_event;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::Serialize;
use uuid::Uuid;

use crate::{clock, error::Fault, rows::to_json};

/// Something that happened besides ward work.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum AdminEvent {
    AccountAdded { account: String, grants: Vec<Grant> },
    GrantsSet { account: String, grants: Vec<Grant> },
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

/// Who an event is by.
pub(crate) enum By<'a> {
    /// An account.
    Actor(&'a Actor),
    /// Whoever runs the server, and needs no account for it.
    Operator,
    /// Somebody of whom nothing is known: they did not get in.
    Nobody,
}

/// The id under which no account is.
const NO_ACCOUNT: AccountId = AccountId(Uuid::nil());
const OPERATOR: &str = "whoever runs the server";

/// Whoever runs the server, to ask for figures. They see no patient.
pub fn operator() -> Actor {
    Actor { id: NO_ACCOUNT, name: OPERATOR.to_owned(), grants: vec![Grant::TrustLead] }
}

impl<'a> By<'a> {
    /// Of an actor who may be the [`operator`].
    pub(crate) fn of(actor: &'a Actor) -> Self {
        if actor.id == NO_ACCOUNT { Self::Operator } else { Self::Actor(actor) }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Actor(actor) => &actor.name,
            Self::Operator => OPERATOR,
            Self::Nobody => "nobody who is signed in",
        }
    }
}

pub(crate) async fn record(db: &impl ConnectionTrait, by: By<'_>, event: &AdminEvent) -> Result<(), Fault> {
    let payload = to_json(event)?;
    let kind = serde_json::from_str::<Kind>(&payload).map_err(|_| Fault::Broken("an event without a kind"))?.kind;
    let actor_id = match by {
        By::Actor(actor) => Some(actor.id.0),
        By::Operator | By::Nobody => None,
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
