//! A patient may have been looked at in the weekly review. What a column may say can't be changed on `SQLite`, so the table
//! is made anew.

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
        let db = manager.get_connection();
        db.execute_unprepared("ALTER TABLE view RENAME TO view_before").await?;
        db.execute_unprepared("DROP INDEX view_by_stay_id_at").await?;
        db.execute_unprepared("DROP INDEX view_by_account_id_at").await?;
        manager.create_table(view()).await?;
        db.execute_unprepared(KEEP).await?;
        db.execute_unprepared("DROP TABLE view_before").await?;
        manager.create_index(index("view", ["stay_id", "at"])).await?;
        manager.create_index(index("view", ["account_id", "at"])).await
    }
}

const KEEP: &str = "INSERT INTO view (id, at, account_id, account_name, what, stay_id) \
    SELECT id, at, account_id, account_name, what, stay_id FROM view_before";

fn view() -> TableCreateStatement {
    Table::create()
        .table("view")
        .col(uuid("id").primary_key())
        .col(instant("at"))
        .col(uuid("account_id"))
        .col(text("account_name"))
        .col(one_of("what", &["search", "patient page", "long-stay review"]))
        .col(uuid("stay_id"))
        .foreign_key(&mut names(("view", "stay_id"), ("stay", "id")))
        .take()
}
