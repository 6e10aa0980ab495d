//! Situation reports that were signed off, with the figures that were signed.

use sea_orm_migration::{
    prelude::*,
    schema::{date, integer, text, text_null, uuid},
};

use crate::columns::{instant, key};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let signed = Table::create()
            .table("situation_report")
            .col(date("day"))
            .col(integer("version"))
            .col(text("figures"))
            .col(text_null("remark"))
            .col(text_null("reason"))
            .col(uuid("signed_by_id"))
            .col(text("signed_by"))
            .col(instant("signed_at"))
            .primary_key(&mut key(["day", "version"]))
            .check(Check::named("situation_report_amendment_has_a_reason", Expr::cust("(version > 1) = (reason IS NOT NULL)")))
            .take();
        manager.create_table(signed).await
    }
}
