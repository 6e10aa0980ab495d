//! The weekly review of long stays: what was said of each, version by version, and who signed the week off.

use sea_orm_migration::{
    prelude::*,
    schema::{date, integer, text, uuid},
};

use crate::columns::{index, instant, key, names};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(review()).await?;
        manager.create_index(index("long_stay_review", ["week"])).await?;
        manager.create_table(sign_off()).await
    }
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("long_stay_review")
        .col(uuid("stay_id"))
        .col(date("week"))
        .col(integer("version"))
        .col(text("agreed"))
        .col(text("standing"))
        .col(uuid("written_by_id"))
        .col(text("written_by"))
        .col(instant("written_at"))
        .primary_key(&mut key(["stay_id", "week", "version"]))
        .foreign_key(&mut names(("long_stay_review", "stay_id"), ("stay", "id")))
        .check(Check::named("long_stay_review_versions_begin_at_one", Expr::cust("version >= 1")))
        .take()
}

fn sign_off() -> TableCreateStatement {
    Table::create()
        .table("long_stay_sign_off")
        .col(date("week"))
        .col(integer("number"))
        .col(integer("reviewed"))
        .col(integer("patients"))
        .col(text("present"))
        .col(uuid("signed_by_id"))
        .col(text("signed_by"))
        .col(instant("signed_at"))
        .primary_key(&mut key(["week", "number"]))
        .check(Check::named("long_stay_sign_off_counts_a_part", Expr::cust("reviewed BETWEEN 1 AND patients")))
        .take()
}
