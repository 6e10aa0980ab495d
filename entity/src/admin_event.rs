//! The audit of what is not ward work: users, wards, sign-ins, imports.

use sea_orm::entity::prelude::*;

/// One entry; written once, never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "admin_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    /// `None` where nobody was signed in.
    pub actor_id: Option<Uuid>,
    pub actor_name: String,
    pub kind: String,
    /// JSON, verbatim.
    pub payload: String,
}

impl ActiveModelBehavior for ActiveModel {}
