//! The discharges of each day kept together, so that a report of years need not read them one by one.

use sea_orm_migration::{
    prelude::*,
    schema::{date, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(discharge_day()).await
    }
}

fn discharge_day() -> TableCreateStatement {
    Table::create()
        .table("discharge_day")
        .col(date("on_date").primary_key())
        .col(text_null("edition"))
        .col(text_null("discharges"))
        .check(Check::named("discharge_day_is_kept_by_an_edition", Expr::cust("(edition IS NULL) = (discharges IS NULL)")))
        .take()
}
