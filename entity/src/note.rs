//! A note on a stay.

use sea_orm::entity::prelude::*;

/// Free text about a stay; withdrawn rather than deleted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// Unique in its stay.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub text: String,
    /// `internal` or `shared with partners`.
    pub visibility: String,
    pub author_name: String,
    pub written_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
