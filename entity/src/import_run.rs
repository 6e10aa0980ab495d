//! One import of a file.

use sea_orm::entity::prelude::*;

/// What was imported, by whom, and what became of each row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Lower-case hex; tells that the same file comes again.
    pub file_hash: String,
    pub file_name: String,
    pub imported_by: String,
    pub at: DateTimeUtc,
    /// JSON: the outcome of each row.
    pub outcomes: String,
}

impl ActiveModelBehavior for ActiveModel {}
