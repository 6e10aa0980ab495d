//! A team that owns tasks.

use sea_orm::entity::prelude::*;

/// A team of the trust or of a partner; retired rather than deleted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name: String,
    /// `internal` or `partner`; a partner sees only what is shared.
    pub kind: String,
    /// Its place in lists of teams, lowest first.
    pub position: i32,
    pub retired: bool,
}

impl ActiveModelBehavior for ActiveModel {}
