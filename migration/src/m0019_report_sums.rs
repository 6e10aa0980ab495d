//! What keeps the reports of a large trust quick, however many years it has: each census added up, how long a task rested, and
//! the indices by which a period's departures, their tasks and who came back are found.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, integer, text},
};

use crate::columns::{index, instant, key};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(census_sums()).await?;
        manager.alter_table(Table::alter().table("task").add_column(big_integer_null("rested_for")).take()).await?;
        manager.create_index(index("stay", ["ward", "discharged_at"])).await?;
        manager.create_index(stays_of_a_patient()).await?;
        let mut stays_without_times = Index::drop();
        stays_without_times.name("stay_by_patient_id").table("stay");
        manager.drop_index(stays_without_times).await
    }
}

fn census_sums() -> TableCreateStatement {
    let mut count = ForeignKey::create();
    count.name("census_sums_count").from_tbl("census_sums").from_col("at").from_col("version");
    count.to_tbl("census").to_col("at").to_col("version");
    Table::create()
        .table("census_sums")
        .col(instant("at"))
        .col(integer("version"))
        .col(text("sums"))
        .primary_key(&mut key(["at", "version"]))
        .foreign_key(&mut count)
        .take()
}

/// With all that is asked of them to see who came back, so that years of discharges need not be looked up one by one.
fn stays_of_a_patient() -> IndexCreateStatement {
    key(["patient_id", "admitted_at", "discharged_at", "id"]).name("stay_by_patient_id_admitted_at").table("stay").take()
}
