//! Wards with their beds, and the teams that own tasks.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, text, text_null},
};

use crate::columns::{flag, key, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(ward()).await?;
        manager.create_table(bed()).await?;
        manager.create_table(team()).await
    }
}

fn ward() -> TableCreateStatement {
    Table::create()
        .table("ward")
        .col(text("code").primary_key())
        .col(text("name"))
        .col(text_null("specialty"))
        .col(integer("position"))
        .col(flag("retired"))
        .take()
}

fn bed() -> TableCreateStatement {
    Table::create()
        .table("bed")
        .col(text("ward"))
        .col(text("name"))
        .col(text_null("bay"))
        .col(integer("position"))
        .col(flag("closed"))
        .primary_key(&mut key(["ward", "name"]))
        .foreign_key(&mut names(("bed", "ward"), ("ward", "code")))
        .take()
}

fn team() -> TableCreateStatement {
    Table::create()
        .table("team")
        .col(text("code").primary_key())
        .col(text("name"))
        .col(one_of("kind", &["internal", "partner"]))
        .col(integer("position"))
        .col(flag("retired"))
        .take()
}
