//! The discharges of one day and the tasks of those who left, kept together.

use sea_orm::entity::prelude::*;

/// What the stays that ended on a day say of it, for reports that read days and no stays. It says nothing that they don't: it
/// is forgotten when one of them is changed, and written anew.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "discharge_day")]
pub struct Model {
    /// The ward date.
    #[sea_orm(primary_key, auto_increment = false)]
    pub on_date: Date,
    /// By which rules and specialties it was counted; none while the day is to be read from its stays.
    pub edition: Option<String>,
    /// JSON: a list of `domain`'s `DischargeRow`s. None along with the edition.
    pub discharges: Option<String>,
    /// JSON: a list of `domain`'s `TasksOfStay`, of those who had tasks. None along with the edition.
    pub tasks: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
