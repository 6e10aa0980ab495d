//! Opening `SQLite`: one connection that writes, a few that only read.

use std::{fs, str::FromStr, time::Duration};

use sea_orm::{ConnectOptions, DatabaseConnection, DbErr, RuntimeErr};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use tokio::time::{Instant, sleep};

use super::{Database, DatabaseKind, OpenError, options};

const READERS: u32 = 4;

/// What each reader keeps of the file, in KiB: enough for the upper levels of the trees of many years.
const READER_CACHE: u32 = 32_768;

/// Statements that the writer keeps ready: a batch of up to 64 commands writes one to each of some ten tables, and one of 63
/// rows is another statement than one of 64.
const STATEMENTS: usize = 640;

/// How long a statement waits for another process to finish writing.
const PATIENCE: Duration = Duration::from_secs(10);

pub async fn open(url: &str) -> Result<Database, OpenError> {
    make_folder(url)?;
    let writer = open_writer(url).await?;
    let reader = open_readers(url).await?;
    Ok(Database { writer, reader, kind: DatabaseKind::Sqlite })
}

fn make_folder(url: &str) -> Result<(), OpenError> {
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(OpenError::InMemory);
    }
    let file = SqliteConnectOptions::from_str(url).map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))?;
    file.get_filename().parent().map_or(Ok(()), fs::create_dir_all).map_err(OpenError::Folder)
}

/// Turning on the write-ahead log of a new file does not wait for another process that does the same, so it
/// is tried again.
async fn open_writer(url: &str) -> Result<DatabaseConnection, DbErr> {
    let until = Instant::now() + PATIENCE;
    loop {
        match connect_writer(url).await {
            Err(error) if is_busy(&error) && Instant::now() < until => sleep(Duration::from_millis(50)).await,
            outcome => return outcome,
        }
    }
}

async fn connect_writer(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = file_options(url);
    options.max_connections(1).min_connections(1).map_sqlx_sqlite_opts(|file| {
        file.statement_cache_capacity(STATEMENTS)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
    });
    sea_orm::Database::connect(options).await
}

async fn open_readers(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = file_options(url);
    options.max_connections(READERS).map_sqlx_sqlite_opts(|file| {
        file.read_only(true).busy_timeout(PATIENCE).pragma("cache_size", format!("-{READER_CACHE}"))
    });
    sea_orm::Database::connect(options).await
}

/// A file does not go away as a network does: its connections are never tried out and never replaced.
fn file_options(url: &str) -> ConnectOptions {
    let mut options = options(url);
    options.test_before_acquire(false).idle_timeout(None).max_lifetime(None);
    options
}

/// `SQLITE_BUSY`, with or without what it adds in its higher bits.
fn is_busy(error: &DbErr) -> bool {
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| code & 0xff == 5)
}
