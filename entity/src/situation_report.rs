//! One signature under the situation report of a day.

use sea_orm::entity::prelude::*;

/// The figures as they were signed; written once, never changed. An amendment is another version.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "situation_report")]
pub struct Model {
    /// A London day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// 1 for the first signature.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// JSON: the figures.
    pub figures: String,
    pub remark: Option<String>,
    /// Why it was amended; `None` exactly in the first version (a CHECK holds it).
    pub reason: Option<String>,
    pub signed_by_id: Uuid,
    /// As they were called then.
    pub signed_by: String,
    pub signed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
