//! The log of what happened, its head, and the receipts of the mutations that made it.
//!
//! A large trust writes 230 million entries in ten years, so `PostgreSQL` partitions the log by year. A unique key
//! of a partitioned table must hold the partition's column: the true keys (`sequence`; `stay_id` with `position`)
//! are held by the writer, which hands out both under a lock, and mutations are unique in `receipt`.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, text, text_null, uuid},
    sea_orm::DbBackend,
};

use crate::columns::{index, instant, key};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.create_table(partitioned_log()).await?;
            manager.get_connection().execute_unprepared(&partitions()).await?;
        } else {
            manager.create_table(plain_log()).await?;
        }
        manager.create_index(index("event", ["recorded_at"])).await?;
        manager.create_table(receipt()).await?;
        manager.create_table(log_head()).await?;
        manager.execute(first_head()).await
    }
}

/// One table of `SQLite`, in which `sequence` is the row's own number. The unique key is also the index by which
/// a stay's entries are read.
fn plain_log() -> TableCreateStatement {
    event().primary_key(&mut key(["sequence"])).index(key(["stay_id", "position"]).name("event_in_stay").unique()).take()
}

fn partitioned_log() -> TableCreateStatement {
    event()
        .primary_key(&mut key(["sequence", "recorded_at"]))
        .index(key(["stay_id", "position", "recorded_at"]).name("event_in_stay").unique())
        .extra("PARTITION BY RANGE (recorded_at)")
        .take()
}

fn event() -> TableCreateStatement {
    Table::create()
        .table("event")
        .col(big_integer("sequence"))
        .col(uuid("stay_id"))
        .col(text("ward"))
        .col(text_null("from_ward"))
        .col(big_integer("position"))
        .col(uuid("actor_id"))
        .col(text("actor_name"))
        .col(instant("made_at"))
        .col(instant("recorded_at"))
        .col(uuid("mutation_id"))
        .col(text("kind"))
        .col(text("payload"))
        .col(text("previous_hash"))
        .col(text("hash"))
        .take()
}

/// A partition for each year, and one for whatever lies outside them.
fn partitions() -> String {
    let years = (2020..=2040).map(|year| {
        format!(
            "CREATE TABLE event_{year} PARTITION OF event \
             FOR VALUES FROM ('{year}-01-01 00:00:00+00') TO ('{}-01-01 00:00:00+00');\n",
            year + 1
        )
    });
    years.chain(["CREATE TABLE event_other PARTITION OF event DEFAULT;\n".to_owned()]).collect()
}

fn receipt() -> TableCreateStatement {
    Table::create()
        .table("receipt")
        .col(uuid("mutation_id").primary_key())
        .col(uuid("stay_id"))
        .col(big_integer_null("sequence"))
        .col(text("outcome"))
        .col(instant("recorded_at"))
        .take()
}

fn log_head() -> TableCreateStatement {
    Table::create()
        .table("log_head")
        .col(integer("id").primary_key().check(Expr::col("id").eq(1)))
        .col(big_integer("sequence"))
        .take()
}

fn first_head() -> InsertStatement {
    Query::insert().into_table("log_head").columns(["id", "sequence"]).values_panic([1.into(), 0.into()]).take()
}
