//! The number of the latest entry in the log.

use sea_orm::entity::prelude::*;

/// The one row (`id` 1) that every writer adds to inside its transaction. The row's lock is held until the
/// commit, so that sequence order is commit order.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log_head")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// 0 before the first entry.
    pub sequence: i64,
}

impl ActiveModelBehavior for ActiveModel {}
