//! What a trust decides about the charts of its reports: a target, or from which week on a chart is judged anew.
//!
//! A chart has no CHECK: there will be more of them, and `SQLite` would copy the table for each.

use sea_orm_migration::{
    prelude::*,
    schema::{date_null, double_null, text, text_null, uuid},
};

use crate::columns::{instant, instant_null, one_of_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(chart_decision()).await
    }
}

fn chart_decision() -> TableCreateStatement {
    Table::create()
        .table("chart_decision")
        .col(uuid("id").primary_key())
        .col(text("chart"))
        .col(text_null("ward"))
        .col(text_null("specialty"))
        .col(one_of_null("pathway", &["0", "1", "2", "3"]))
        .col(text_null("delay_reason"))
        .col(double_null("target"))
        .col(date_null("rebased_from"))
        .col(text_null("reason"))
        .col(instant("decided_at"))
        .col(text("decided_by"))
        .col(instant_null("withdrawn_at"))
        .col(text_null("withdrawn_by"))
        .col(text_null("withdrawn_reason"))
        .check(Check::named("chart_decision_is_one_of_two", Expr::cust("(target IS NULL) = (rebased_from IS NOT NULL)")))
        .check(Check::named("chart_decision_rebasing_has_a_reason", Expr::cust("(rebased_from IS NULL) = (reason IS NULL)")))
        .check(Check::named(
            "chart_decision_withdrawal_is_whole",
            Expr::cust("(withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)"),
        ))
        .take()
}
