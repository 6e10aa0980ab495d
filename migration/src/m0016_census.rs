//! The nightly census: who was in a bed at an instant, frozen.
//!
//! A large trust keeps some five million rows in ten years, and reads them by instant: their key begins with it. `SQLite`
//! keeps them in the order of the key, so that a night is one stretch of the file; on `PostgreSQL` they are written in that
//! order and stay in it.

use sea_orm_migration::{
    prelude::*,
    schema::{date, date_null, integer, integer_null, text, text_null, uuid},
    sea_orm::DbBackend,
};

use crate::columns::{instant, key, names, one_of, one_of_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(census_rules()).await?;
        manager.create_table(census()).await?;
        let row = match manager.get_database_backend() {
            DbBackend::Sqlite => census_row().extra("WITHOUT ROWID").take(),
            _ => census_row(),
        };
        manager.create_table(row).await?;
        manager.create_index(departures()).await
    }
}

fn census_rules() -> TableCreateStatement {
    Table::create().table("census_rules").col(text("edition").primary_key()).col(text("rules")).take()
}

fn census() -> TableCreateStatement {
    Table::create()
        .table("census")
        .col(instant("at"))
        .col(integer("version"))
        .col(instant("counted_at"))
        .col(text_null("counted_by"))
        .col(text_null("reason"))
        .col(integer("row_count"))
        .col(text("rules_edition"))
        .primary_key(&mut key(["at", "version"]))
        .foreign_key(&mut names(("census", "rules_edition"), ("census_rules", "edition")))
        .check(Check::named("census_recount_has_a_reason", Expr::cust("(version > 1) = (reason IS NOT NULL)")))
        .take()
}

fn census_row() -> TableCreateStatement {
    let mut count = ForeignKey::create();
    count.name("census_row_count").from_tbl("census_row").from_col("at").from_col("version");
    count.to_tbl("census").to_col("at").to_col("version");
    Table::create()
        .table("census_row")
        .col(instant("at"))
        .col(integer("version"))
        .col(uuid("stay_id"))
        .col(text("ward"))
        .col(text_null("specialty"))
        .col(integer_null("age"))
        .col(date("admitted_on"))
        .col(integer("length_of_stay"))
        .col(one_of("criteria", &["met", "not met", "not reviewed"]))
        .col(date_null("reviewed_on"))
        .col(date_null("ready_on"))
        .col(one_of_null("pathway", &["0", "1", "2", "3"]))
        .col(text_null("reason"))
        .col(date_null("expected_discharge"))
        .col(one_of_null("colour", &["red", "green"]))
        .col(text_null("red_cause"))
        .col(text_null("excluded"))
        .primary_key(&mut key(["at", "version", "stay_id"]))
        .foreign_key(&mut count)
        .foreign_key(&mut names(("census_row", "stay_id"), ("stay", "id")))
        .check(Check::named("census_row_red_has_a_cause", Expr::cust("(coalesce(colour, '') = 'red') = (red_cause IS NOT NULL)")))
        .take()
}

/// Who has left since an instant, whatever the log has grown by: with those who are here, who may have been here then.
fn departures() -> IndexCreateStatement {
    Index::create()
        .name("event_departures")
        .table("event")
        .col("recorded_at")
        .col("stay_id")
        .and_where(Expr::cust("kind IN ('patient_discharged', 'stay_voided')"))
        .take()
}
