//! As what a patient was admitted: the classification and the method, by the groups of the NHS data dictionary.

use sea_orm_migration::prelude::*;

use crate::columns::one_of_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let classifications = ["ordinary", "day_case", "regular_day", "regular_night", "mother_and_baby"];
        let methods = ["elective", "emergency", "maternity", "birth", "transfer"];
        // SQLite adds one column at a time.
        for column in [one_of_null("classification", &classifications), one_of_null("admission_method", &methods)] {
            manager.alter_table(Table::alter().table("stay").add_column(column).take()).await?;
        }
        Ok(())
    }
}
