//! The log: what happened, who did it and when. Timeline, audit trail and live stream all read it.

use sea_orm::entity::prelude::*;

/// One entry; written once, never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// 1 and on without gaps, in the order of the commits; handed out by [`log_head`](super::log_head).
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub stay_id: Uuid,
    /// Where the patient was after it; decides who may see it.
    pub ward: String,
    /// The ward that the patient left by it.
    pub from_ward: Option<String>,
    /// 1 and on without gaps, in its stay.
    pub position: i64,
    pub actor_id: Uuid,
    /// As it was then: a later change of name does not rewrite history.
    pub actor_name: String,
    /// When the person did it, by the device's clock.
    pub made_at: DateTimeUtc,
    /// When the server wrote it; `PostgreSQL` partitions the log by this year (UTC).
    pub recorded_at: DateTimeUtc,
    pub mutation_id: Uuid,
    pub kind: String,
    /// JSON, verbatim: the hash is over these very bytes.
    pub payload: String,
    /// The hash of the entry before in the same stay; empty in the first.
    pub previous_hash: String,
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
