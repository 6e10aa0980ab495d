//! Who may sign in, as what, and where they are signed in.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, text, text_null, text_uniq, uuid},
};

use crate::columns::{index, instant, instant_null, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(account()).await?;
        manager.create_table(account_role()).await?;
        manager.get_connection().execute_unprepared(EACH_ROLE_ONCE).await?;
        manager.create_table(session()).await?;
        manager.create_index(index("session", ["account_id"])).await
    }
}

/// A unique key would count two roles without a ward as different, for both databases hold that no null
/// equals another.
const EACH_ROLE_ONCE: &str = "CREATE UNIQUE INDEX account_role_once \
    ON account_role (account_id, role, coalesce(ward, ''), coalesce(team, ''))";

const ROLES: [&str; 5] = ["ward staff", "discharge coordinator", "team member", "trust lead", "administrator"];

fn account() -> TableCreateStatement {
    let lower_case = Expr::col("username").eq(Func::lower(Expr::col("username")));
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(text_uniq("username").check(lower_case))
        .col(text("name"))
        .col(text("password_hash"))
        .col(boolean("active").default(true))
        .col(instant("created_at"))
        .col(instant("password_changed_at"))
        .take()
}

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

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(text("token_hash").primary_key())
        .col(uuid("account_id"))
        .col(instant("created_at"))
        .col(instant("last_seen_at"))
        .col(instant_null("locked_at"))
        .col(instant("expires_at"))
        .col(text_null("device"))
        .foreign_key(&mut names(("session", "account_id"), ("account", "id")))
        .take()
}
