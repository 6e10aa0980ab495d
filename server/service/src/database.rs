//! The way into the database: one writer, many readers, and a schema that is up to date.
//!
//! ```no_run
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let database = service::database::Database::open("sqlite:var/homeward.db").await?;
//! database.migrate().await?;
//! # Ok(())
//! # }
//! ```

mod migrate;
mod postgres;
mod sqlite;
#[cfg(test)]
mod tests;

use std::time::Duration;

use sea_orm::{
    ConnectOptions, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// An open database. Cloning it is cheap and shares the connections.
#[derive(Clone, Debug)]
pub struct Database {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    kind: DatabaseKind,
}

/// Which database it is, for the few places where the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseKind {
    Sqlite,
    Postgres,
}

/// Why a database could not be opened. None of them repeats the address: it may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("a database's address begins with `sqlite:` or `postgres:`")]
    UnknownKind,
    #[error("SQLite in memory has no room for a writer beside its readers: give a file")]
    InMemory,
    #[error("the folder of the database cannot be made: {0}")]
    Folder(#[source] std::io::Error),
    #[error("the database cannot be opened: {0}")]
    Connect(#[from] DbErr),
}

impl Database {
    /// Opens `sqlite:path/to/file.db` (made where it is missing, with its folder) or `postgres://…`.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        match DatabaseKind::of(url)? {
            DatabaseKind::Sqlite => sqlite::open(url).await,
            DatabaseKind::Postgres => postgres::open(url).await,
        }
    }

    /// Brings the schema up to date. Servers that start at the same moment wait for one another.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        migrate::migrate(self).await
    }

    /// Begins a transaction that may write. On `SQLite` it takes the write lock at once (`BEGIN IMMEDIATE`):
    /// one that reads first and then writes would fail where another has written in between.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        self.writer.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await
    }

    /// For single statements that write; whatever reads first belongs in [`begin`](Self::begin).
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// For reads. On `SQLite` it cannot write, and never waits for the writer.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    pub fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// Waits for what is running, then lets go of every connection.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

impl DatabaseKind {
    fn of(url: &str) -> Result<Self, OpenError> {
        match url.split_once(':') {
            Some(("sqlite", _)) => Ok(Self::Sqlite),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres),
            _ => Err(OpenError::UnknownKind),
        }
    }
}

/// What both databases are opened with. `SeaORM` would write every statement to the log; it is kept quiet.
fn options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
    options
}
