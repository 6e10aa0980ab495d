//! What was answered to a mutation, so that sending it twice does it once.

use sea_orm::entity::prelude::*;

/// One mutation and its answer. Mutations are unique here and not in the log, since a table that is
/// partitioned by time can hold no other unique key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "receipt")]
pub struct Model {
    /// Made on the device.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mutation_id: Uuid,
    pub stay_id: Uuid,
    /// Its last entry in the log; `None` where it changed nothing.
    pub sequence: Option<i64>,
    /// JSON: the answer.
    pub outcome: String,
    pub recorded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
