//! Somebody looked at a patient.

use sea_orm::entity::prelude::*;

/// One look; written once, never changed. What was searched for is not kept: it may be a name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub account_id: Uuid,
    /// As the person was called then.
    pub account_name: String,
    /// `search`, `patient page` or `long-stay review`.
    pub what: String,
    pub stay_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
