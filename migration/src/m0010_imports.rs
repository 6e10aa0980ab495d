//! The imports of files.

use sea_orm_migration::{
    prelude::*,
    schema::{blob_null, text, text_null, uuid},
};

use crate::columns::{index, instant};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let import_run = Table::create()
            .table("import_run")
            .col(uuid("id").primary_key())
            .col(text("file_hash"))
            .col(text("file_name"))
            .col(text("imported_by"))
            .col(instant("at"))
            .col(text_null("ward"))
            .col(blob_null("content"))
            .col(text_null("outcomes"))
            .col(text_null("problem"))
            .take();
        manager.create_table(import_run).await?;
        manager.create_index(index("import_run", ["file_hash"])).await
    }
}
