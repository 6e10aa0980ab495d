//! What a weekly meeting said of a stay.

use sea_orm::entity::prelude::*;

/// One version; written once, never changed. A correction is another version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "long_stay_review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// The Monday of the week, a London day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub week: Date,
    /// 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// JSON: what has to happen next, how far it is escalated, and what became of earlier actions.
    pub agreed: String,
    /// JSON: how the stay stood.
    pub standing: String,
    pub written_by_id: Uuid,
    /// As they were called then.
    pub written_by: String,
    pub written_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
