//! One count of everybody in a bed, added up.

use sea_orm::entity::prelude::*;

/// The sums of a count, made from its rows and true for as long as they are: for ever. A count of before they were kept has
/// none until a server has added it up.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "census_sums")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub at: DateTimeUtc,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// JSON: `domain`'s `CensusSums`.
    pub sums: String,
}

impl ActiveModelBehavior for ActiveModel {}
