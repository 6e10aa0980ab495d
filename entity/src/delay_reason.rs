//! Why a patient who could leave was still here: one reason a day.

use sea_orm::entity::prelude::*;

/// The primary reason of one stay on one day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delay_reason")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// A London day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub on_date: Date,
    /// Code in the national list.
    pub reason: String,
    /// Which edition of the list the code is from.
    pub list_version: String,
    /// The code that the board had suggested, whatever was chosen.
    pub suggested: Option<String>,
    pub chosen_by: String,
    pub chosen_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
