//! Notes on a stay.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, uuid},
};

use crate::columns::{instant, instant_null, key, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let note = Table::create()
            .table("note")
            .col(uuid("stay_id"))
            .col(big_integer("number"))
            .col(text("text"))
            .col(one_of("visibility", &["internal", "shared with partners"]))
            .col(text("author_name"))
            .col(instant("written_at"))
            .col(instant_null("withdrawn_at"))
            .primary_key(&mut key(["stay_id", "number"]))
            .foreign_key(&mut names(("note", "stay_id"), ("stay", "id")))
            .take();
        manager.create_table(note).await
    }
}
