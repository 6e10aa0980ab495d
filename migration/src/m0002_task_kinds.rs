//! The trust's catalogue of tasks.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, text},
};

use crate::columns::{flag, names};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let task_kind = Table::create()
            .table("task_kind")
            .col(text("code").primary_key())
            .col(text("title"))
            .col(text("short"))
            .col(text("owner_team"))
            .col(text("due_rule"))
            .col(text("pathways"))
            .col(text("delay_reasons"))
            .col(text("depends_on"))
            .col(flag("blocking"))
            .col(flag("retired"))
            .col(integer("position"))
            .foreign_key(&mut names(("task_kind", "owner_team"), ("team", "code")))
            .take();
        manager.create_table(task_kind).await
    }
}
