//! Patients, and the numbers that they were once known by.

use sea_orm_migration::{
    prelude::*,
    schema::{date_null, text, text_null, uuid},
};

use crate::columns::{index, key, names, one_of};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(patient()).await?;
        manager.create_index(index("patient", ["nhs_number"])).await?;
        manager.create_table(patient_alias()).await?;
        manager.create_index(index("patient_alias", ["patient_id"])).await
    }
}

fn patient() -> TableCreateStatement {
    let ten_digits = Expr::expr(Func::char_length(Expr::col("nhs_number"))).eq(10);
    Table::create()
        .table("patient")
        .col(uuid("id").primary_key())
        .col(text_null("nhs_number").check(ten_digits))
        .col(text_null("hospital_number").unique_key())
        .col(text("family_name"))
        .col(text("given_name"))
        .col(text_null("title"))
        .col(date_null("born"))
        .col(one_of("sex", &["female", "male", "indeterminate", "not known"]))
        .take()
}

fn patient_alias() -> TableCreateStatement {
    Table::create()
        .table("patient_alias")
        .col(one_of("kind", &["nhs number", "hospital number"]))
        .col(text("value"))
        .col(uuid("patient_id"))
        .primary_key(&mut key(["kind", "value"]))
        .foreign_key(&mut names(("patient_alias", "patient_id"), ("patient", "id")))
        .take()
}
