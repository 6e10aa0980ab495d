//! By which rules censuses were counted.

use sea_orm::entity::prelude::*;

/// One edition of the rules; written once, never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "census_rules")]
pub struct Model {
    /// SHA-256 of `rules`, in lower-case hex.
    #[sea_orm(primary_key, auto_increment = false)]
    pub edition: String,
    /// JSON: who is left out, and what stands in for what a stay does not say.
    pub rules: String,
}

impl ActiveModelBehavior for ActiveModel {}
