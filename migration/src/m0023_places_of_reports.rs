//! What reports are narrowed down by besides: the site of a ward, and the local authority of a patient.
//!
//! Censuses are added up anew, by local authority too; of those of before none is known.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("ward", "site"),
            ("stay", "local_authority"),
            ("census_row", "local_authority"),
            ("chart_decision", "site"),
            ("chart_decision", "local_authority"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(text_null(column)).take()).await?;
        }
        manager.exec_stmt(Query::delete().from_table("census_sums").take()).await
    }
}
