//! Columns and constraints that several tables share, in the words of `sea_orm_migration::schema`.

use sea_orm_migration::{prelude::*, schema};

/// An instant, in UTC.
pub fn instant(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone(name)
}

/// An instant that may not have come.
pub fn instant_null(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone_null(name)
}

/// One of the listed words.
pub fn one_of(name: &'static str, words: &[&str]) -> ColumnDef {
    schema::text(name).check(among(name, words)).take()
}

/// One of the listed words, or none.
pub fn one_of_null(name: &'static str, words: &[&str]) -> ColumnDef {
    schema::text_null(name).check(among(name, words)).take()
}

/// False unless said otherwise.
pub fn flag(name: &'static str) -> ColumnDef {
    schema::boolean(name).default(false).take()
}

/// A primary key of several columns.
pub fn key<const N: usize>(columns: [&'static str; N]) -> IndexCreateStatement {
    columns.into_iter().fold(Index::create(), |mut key, column| key.col(column).take())
}

/// `column` of `table` names a row of `other` by its `key`.
pub fn names(
    (table, column): (&'static str, &'static str),
    (other, key): (&'static str, &'static str),
) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}")).from(table, column).to(other, key).take()
}

/// An index of `table` over the columns, named after them.
pub fn index<const N: usize>(table: &'static str, columns: [&'static str; N]) -> IndexCreateStatement {
    key(columns).name(format!("{table}_by_{}", columns.join("_"))).table(table).take()
}

fn among(name: &'static str, words: &[&str]) -> Expr {
    Expr::col(name).is_in(words.iter().copied())
}
