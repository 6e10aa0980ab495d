//! Who looked at which patient.

use sea_orm_migration::{
    prelude::*,
    schema::{text, uuid},
};

use crate::columns::{index, instant, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let view = Table::create()
            .table("view")
            .col(uuid("id").primary_key())
            .col(instant("at"))
            .col(uuid("account_id"))
            .col(text("account_name"))
            .col(one_of("what", &["search", "patient page"]))
            .col(uuid("stay_id"))
            .foreign_key(&mut names(("view", "stay_id"), ("stay", "id")))
            .take();
        manager.create_table(view).await?;
        manager.create_index(index("view", ["stay_id", "at"])).await?;
        manager.create_index(index("view", ["account_id", "at"])).await
    }
}
