//! How a person has arranged the board for themselves.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let layout = Table::alter().table("account").add_column(text_null("board_layout")).take();
        manager.alter_table(layout).await
    }
}
