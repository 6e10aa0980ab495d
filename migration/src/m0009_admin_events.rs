//! The audit of what is not ward work.

use sea_orm_migration::{
    prelude::*,
    schema::{text, uuid, uuid_null},
};

use crate::columns::{index, instant};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let admin_event = Table::create()
            .table("admin_event")
            .col(uuid("id").primary_key())
            .col(instant("at"))
            .col(uuid_null("actor_id"))
            .col(text("actor_name"))
            .col(text("kind"))
            .col(text("payload"))
            .take();
        manager.create_table(admin_event).await?;
        manager.create_index(index("admin_event", ["at"])).await
    }
}
