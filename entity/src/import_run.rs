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
    /// The ward that was chosen for the list; `None` where the list has a ward column.
    pub ward: Option<String>,
    /// The file, until it has been brought in or a newer one was checked.
    pub content: Option<Vec<u8>>,
    /// JSON: the report on each row; `None` where the file could not be read.
    pub outcomes: Option<String>,
    /// Why the file could not be read.
    pub problem: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
