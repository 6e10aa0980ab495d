//! What a board round records: the day's colour, the answers to the patient's questions, and tasks that rest.

use sea_orm_migration::{
    prelude::*,
    schema::{date, text, text_null, uuid},
};

use crate::columns::{instant, instant_null, key, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(red_green_day()).await?;
        manager.alter_table(Table::alter().table("stay").add_column(text("answers").default("{}")).take()).await?;
        manager.alter_table(Table::alter().table("task").add_column(instant_null("parked_at")).take()).await
    }
}

fn red_green_day() -> TableCreateStatement {
    Table::create()
        .table("red_green_day")
        .col(uuid("stay_id"))
        .col(date("on_date"))
        .col(one_of("colour", &["red", "green"]))
        .col(text_null("cause"))
        .col(text_null("words"))
        .col(text("said_by"))
        .col(instant("said_at"))
        .primary_key(&mut key(["stay_id", "on_date"]))
        .foreign_key(&mut names(("red_green_day", "stay_id"), ("stay", "id")))
        .check(Check::named("red_green_day_red_has_a_cause", Expr::cust("(colour = 'red') = (cause IS NOT NULL)")))
        .take()
}
