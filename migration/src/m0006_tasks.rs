//! Tasks, and which waits for which.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, text_null, uuid, uuid_null},
};

use crate::columns::{flag, instant, instant_null, key, names, one_of, one_of_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(task()).await?;
        manager.create_index(open_tasks("task_open_by_owner_team").col("owner_team").col("due_at").take()).await?;
        manager.create_table(task_dependency()).await
    }
}

const STATES: [&str; 8] = ["to do", "requested", "accepted", "in progress", "waiting", "done", "not needed", "cancelled"];

/// The tasks of a stay are found by the primary key, which the stay leads.
fn task() -> TableCreateStatement {
    Table::create()
        .table("task")
        .col(uuid("stay_id"))
        .col(big_integer("number"))
        .col(text_null("kind"))
        .col(text("title"))
        .col(text("owner_team"))
        .col(uuid_null("owner_id"))
        .col(text_null("owner_name"))
        .col(one_of("state", &STATES))
        .col(flag("blocking"))
        .col(text_null("waiting_on"))
        .col(one_of_null("waiting_for", &["arrangements", "availability"]))
        .col(instant_null("due_at"))
        .col(text_null("reason"))
        .col(instant("created_at"))
        .col(instant("changed_at"))
        .col(text("changed_by"))
        .col(instant_null("finished_at"))
        .primary_key(&mut key(["stay_id", "number"]))
        .foreign_key(&mut names(("task", "stay_id"), ("stay", "id")))
        .check(Check::named("task_open_or_finished", open_or_finished()))
        .take()
}

/// Open tasks are indexed by `finished_at`, so it has to say the same as the state.
fn open_or_finished() -> Expr {
    Expr::cust("(finished_at IS NULL) = (state NOT IN ('done', 'not needed', 'cancelled'))")
}

/// What the lists of open tasks read. The condition is not on the state: `SQLite` uses a partial index only
/// where it sees the condition in the query, and it does not look into parameters.
fn open_tasks(name: &str) -> IndexCreateStatement {
    Index::create().name(name).table("task").and_where(Expr::col("finished_at").is_null()).take()
}

fn task_dependency() -> TableCreateStatement {
    Table::create()
        .table("task_dependency")
        .col(uuid("stay_id"))
        .col(big_integer("number"))
        .col(big_integer("depends_on"))
        .primary_key(&mut key(["stay_id", "number", "depends_on"]))
        .foreign_key(&mut names(("task_dependency", "stay_id"), ("stay", "id")))
        .take()
}
