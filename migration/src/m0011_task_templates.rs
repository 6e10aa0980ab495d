//! The kinds of task that a pathway brings along.

use sea_orm_migration::{prelude::*, schema::text};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What the standard catalogue starts with, for a hospital that has it already.
const PROPOSED: [(&str, &[&str]); 6] = [
    (r#"["0","1","2","3"]"#, &["T03", "T04", "T05", "T06", "T07", "T32", "T36", "T43"]),
    (r#"["1","2","3"]"#, &["T02", "T12", "T13", "T14"]),
    (r#"["1"]"#, &["T08", "T17"]),
    (r#"["2"]"#, &["T09", "T20"]),
    (r#"["3"]"#, &["T15", "T21", "T22", "T23"]),
    (r#"["2","3"]"#, &["T37"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = text("proposed_on").default("[]").take();
        manager.alter_table(Table::alter().table("task_kind").add_column(column).take()).await?;
        for (pathways, codes) in PROPOSED {
            let fill = Query::update()
                .table("task_kind")
                .value("proposed_on", pathways)
                .and_where(Expr::col("code").is_in(codes.iter().copied()))
                .take();
            manager.execute(fill).await?;
        }
        Ok(())
    }
}
