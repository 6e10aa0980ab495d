//! One count of everybody in a bed.

use sea_orm::entity::prelude::*;

/// A frozen count; written once, never changed. A recount is another version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "census")]
pub struct Model {
    /// The instant that was counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub at: DateTimeUtc,
    /// 1 for the first count of the instant.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub counted_at: DateTimeUtc,
    /// Who asked for a recount; `None` where the server counted by itself.
    pub counted_by: Option<String>,
    /// Why it was counted again; `None` exactly in the first version (a CHECK holds it).
    pub reason: Option<String>,
    pub row_count: i32,
    pub rules_edition: String,
}

impl ActiveModelBehavior for ActiveModel {}
