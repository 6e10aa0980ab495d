//! Whether a day brought the patient nearer to home: one answer a day.

use sea_orm::entity::prelude::*;

/// The colour of one day of one stay.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "red_green_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    /// A London day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub on_date: Date,
    /// `red` or `green`.
    pub colour: String,
    /// Why it was red; `None` exactly where it was green (a CHECK holds it).
    pub cause: Option<String>,
    pub words: Option<String>,
    pub said_by: String,
    pub said_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "stay_id", to = "id")]
    pub stay: BelongsTo<super::stay::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
