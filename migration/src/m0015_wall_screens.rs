//! Accounts for screens on walls. What a column may say can't be changed on `SQLite`, so the table is made anew.

use sea_orm_migration::{
    prelude::*,
    schema::{text_null, uuid},
};

use crate::columns::{names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("ALTER TABLE account_role RENAME TO account_role_before").await?;
        db.execute_unprepared("DROP INDEX account_role_once").await?;
        manager.create_table(account_role()).await?;
        db.execute_unprepared(KEEP).await?;
        db.execute_unprepared("DROP TABLE account_role_before").await?;
        db.execute_unprepared(EACH_ROLE_ONCE).await?;
        Ok(())
    }
}

const KEEP: &str = "INSERT INTO account_role (id, account_id, role, ward, team) \
    SELECT id, account_id, role, ward, team FROM account_role_before";

/// As in `m0003_accounts`.
const EACH_ROLE_ONCE: &str = "CREATE UNIQUE INDEX account_role_once \
    ON account_role (account_id, role, coalesce(ward, ''), coalesce(team, ''))";

const ROLES: [&str; 6] = ["ward staff", "discharge coordinator", "team member", "trust lead", "administrator", "wall screen"];

fn account_role() -> TableCreateStatement {
    Table::create()
        .table("account_role")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(one_of("role", &ROLES))
        .col(text_null("ward"))
        .col(text_null("team"))
        .foreign_key(&mut names(("account_role", "account_id"), ("account", "id")))
        .foreign_key(&mut names(("account_role", "ward"), ("ward", "code")))
        .foreign_key(&mut names(("account_role", "team"), ("team", "code")))
        .take()
}
