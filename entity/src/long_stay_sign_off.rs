//! A signature under a week of long-stay reviews.

use sea_orm::entity::prelude::*;

/// Written once, never changed; a week can be signed off again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "long_stay_sign_off")]
pub struct Model {
    /// The Monday of the week, a London day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub week: Date,
    /// 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub reviewed: i32,
    pub patients: i32,
    /// Who was at the meeting.
    pub present: String,
    pub signed_by_id: Uuid,
    /// As they were called then.
    pub signed_by: String,
    pub signed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
