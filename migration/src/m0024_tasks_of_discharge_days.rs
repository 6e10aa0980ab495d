//! The tasks of those who left on a day, kept with its discharges. What was kept before lacks them, and is kept anew: nothing
//! stands here that the stays don't say. `PostgreSQL` no longer packs the documents that a report of a year reads by the hundred.

use sea_orm_migration::{
    prelude::*,
    schema::{date, text_null},
    sea_orm::DbBackend,
};

const TABLE: &str = "discharge_day";

/// The second statement writes what is packed already.
const NOT_PACKED: &str = "\
    ALTER TABLE census_sums ALTER COLUMN sums SET STORAGE EXTERNAL;
    UPDATE census_sums SET sums = sums || '';
    ALTER TABLE discharge_day ALTER COLUMN discharges SET STORAGE EXTERNAL, ALTER COLUMN tasks SET STORAGE EXTERNAL;";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).take()).await?;
        manager.create_table(discharge_day()).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(NOT_PACKED).await?;
        }
        Ok(())
    }
}

fn discharge_day() -> TableCreateStatement {
    let is_kept = |what: &'static str| Expr::cust(format!("(edition IS NULL) = ({what} IS NULL)"));
    Table::create()
        .table(TABLE)
        .col(date("on_date").primary_key())
        .col(text_null("edition"))
        .col(text_null("discharges"))
        .col(text_null("tasks"))
        .check(Check::named("discharge_day_is_kept_by_an_edition", is_kept("discharges").and(is_kept("tasks"))))
        .take()
}
