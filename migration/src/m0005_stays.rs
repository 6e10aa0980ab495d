//! Stays, the reviews of their criteria to reside, and why they were delayed.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, date, date_null, integer, text, text_null, uuid},
};

use crate::columns::{index, instant, instant_null, key, names, one_of, one_of_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(stay()).await?;
        manager.create_index(open_stays_by_ward()).await?;
        manager.create_index(index("stay", ["admitted_at"])).await?;
        manager.create_index(index("stay", ["discharged_at"])).await?;
        manager.create_index(index("stay", ["patient_id"])).await?;
        manager.create_table(residence_review()).await?;
        manager.create_table(delay_reason()).await
    }
}

const PATHWAYS: [&str; 4] = ["0", "1", "2", "3"];

fn stay() -> TableCreateStatement {
    Table::create()
        .table("stay")
        .col(uuid("id").primary_key())
        .col(uuid("patient_id"))
        .col(text("ward"))
        .col(text_null("bay"))
        .col(text_null("bed"))
        .col(instant("admitted_at"))
        .col(text_null("consultant"))
        .col(text_null("specialty"))
        .col(date_null("expected_discharge"))
        .col(one_of_null("pathway_proposed", &PATHWAYS))
        .col(one_of_null("pathway_agreed", &PATHWAYS))
        .col(one_of_null("pathway_actual", &PATHWAYS))
        .col(text_null("what_matters"))
        .col(one_of("criteria", &["met", "not met", "not reviewed"]))
        .col(date_null("ready_since"))
        .col(instant_null("reviewed_at"))
        .col(instant_null("discharged_at"))
        .col(text_null("destination"))
        .col(instant_null("voided_at"))
        .col(text_null("void_reason"))
        .col(text("field_versions"))
        .col(big_integer("version"))
        .col(text("last_hash"))
        .foreign_key(&mut names(("stay", "patient_id"), ("patient", "id")))
        .foreign_key(&mut names(("stay", "ward"), ("ward", "code")))
        .take()
}

/// The board's own read. It has no parameters in its condition, so that `SQLite` can tell that a query fits it.
fn open_stays_by_ward() -> IndexCreateStatement {
    Index::create()
        .name("stay_open_by_ward")
        .table("stay")
        .col("ward")
        .and_where(Expr::col("discharged_at").is_null())
        .and_where(Expr::col("voided_at").is_null())
        .take()
}

fn residence_review() -> TableCreateStatement {
    Table::create()
        .table("residence_review")
        .col(uuid("stay_id"))
        .col(integer("number"))
        .col(one_of("outcome", &["met", "not met"]))
        .col(text("criteria"))
        .col(text("reviewed_by"))
        .col(instant("reviewed_at"))
        .col(date("on_date"))
        .primary_key(&mut key(["stay_id", "number"]))
        .foreign_key(&mut names(("residence_review", "stay_id"), ("stay", "id")))
        .take()
}

fn delay_reason() -> TableCreateStatement {
    Table::create()
        .table("delay_reason")
        .col(uuid("stay_id"))
        .col(date("on_date"))
        .col(text("reason"))
        .col(text("list_version"))
        .col(text_null("suggested"))
        .col(text("chosen_by"))
        .col(instant("chosen_at"))
        .primary_key(&mut key(["stay_id", "on_date"]))
        .foreign_key(&mut names(("delay_reason", "stay_id"), ("stay", "id")))
        .take()
}
