//! One review of the criteria to reside: the history that the discharge-ready date is derived from. The log alone keeps those
//! that were withdrawn.

use sea_orm::entity::prelude::*;

/// Whether the patient met the criteria to reside, when somebody looked.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "residence_review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// 1 and on, in its stay, in the order of their times.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// `met` or `not met`.
    pub outcome: String,
    /// JSON list of the criteria that were met.
    pub criteria: String,
    pub reviewed_by: String,
    pub reviewed_at: DateTimeUtc,
    /// The London day that the review is for.
    pub on_date: Date,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
