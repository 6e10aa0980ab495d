//! One stay in a bed at a census.

use sea_orm::entity::prelude::*;

/// How the stay stood, as the log knew it at the instant; written once, never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "census_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub at: DateTimeUtc,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stay_id: Uuid,
    pub ward: String,
    /// The stay's own, or else the ward's usual one.
    pub specialty: Option<String>,
    /// `None` too in counts of before it was recorded.
    pub local_authority: Option<String>,
    /// In whole years, on the London date of the instant.
    pub age: Option<i32>,
    /// A London day, as all days here.
    pub admitted_on: Date,
    /// In midnights.
    pub length_of_stay: i32,
    /// `met`, `not met` or `not reviewed`.
    pub criteria: String,
    pub reviewed_on: Option<Date>,
    /// The discharge ready date of those who do not meet the criteria to reside.
    pub ready_on: Option<Date>,
    /// Discharge pathway `0` to `3`, at the furthest stage that was recorded.
    pub pathway: Option<String>,
    /// The primary reason of delay of the day that was counted.
    pub reason: Option<String>,
    pub expected_discharge: Option<Date>,
    /// `red` or `green`; `None` where nothing was said of the day.
    pub colour: Option<String>,
    /// Why it was red; `None` unless it was (a CHECK holds it).
    pub red_cause: Option<String>,
    /// JSON: why the stay is left out of the long-stay counts; `None` where it is counted.
    pub excluded: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
