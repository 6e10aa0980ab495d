//! Databases for tests: a fresh, migrated one for each test, gone when the test is over.
//!
//! ```no_run
//! # async fn story() {
//! for database in testbed::databases().await {
//!     let url = database.url(); // open it, and tell the story
//! }
//! # }
//! ```
//!
//! `PostgreSQL` is a private server that the first test to ask for it starts from the machine's own binaries, one
//! for a test process. It stops when the process ends, however it ends.

mod server;
mod sqlite;

use sea_orm::{Database, DatabaseConnection};
use tempfile::TempDir;

/// A database that lives as long as this value.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File { _folder: TempDir },
    Server { name: String },
}

/// A fresh one of each kind, so that a story is told on both.
pub async fn databases() -> [TestDatabase; 2] {
    [TestDatabase::sqlite().await, TestDatabase::postgres().await]
}

/// A fresh one of each kind without any tables, for the tests of the migrations.
pub async fn empty_databases() -> [TestDatabase; 2] {
    [TestDatabase::empty_sqlite(), TestDatabase::empty_postgres().await]
}

impl TestDatabase {
    /// A migrated `SQLite` file in a folder of its own.
    pub async fn sqlite() -> Self {
        let database = Self::empty_sqlite();
        sqlite::write_migrated(&database.url).await;
        database
    }

    /// An address at which there is no `SQLite` file yet.
    pub fn empty_sqlite() -> Self {
        let folder = sqlite::folder();
        Self { url: sqlite::url_in(&folder), place: Place::File { _folder: folder } }
    }

    /// A migrated database of the private `PostgreSQL`.
    ///
    /// # Panics
    /// Where the server cannot be started; the message says what is missing.
    pub async fn postgres() -> Self {
        Self::on_server(server::Tables::Migrated).await
    }

    /// A database of the private `PostgreSQL` without any tables.
    ///
    /// # Panics
    /// Where the server cannot be started; the message says what is missing.
    pub async fn empty_postgres() -> Self {
        Self::on_server(server::Tables::None).await
    }

    async fn on_server(tables: server::Tables) -> Self {
        let made = server::create(tables).await.unwrap_or_else(|why| panic!("{why}"));
        Self { url: made.url, place: Place::Server { name: made.name } }
    }

    /// What `Database::open` takes.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A connection to it, whether or not it has tables; on `SQLite` the file is made where there is none.
    ///
    /// # Panics
    /// Where it can't be opened.
    pub async fn open(&self) -> DatabaseConnection {
        let new_file = if matches!(self.place, Place::File { .. }) { "?mode=rwc" } else { "" };
        Database::connect(format!("{}{new_file}", self.url)).await.unwrap_or_else(|why| panic!("{why}"))
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Place::Server { name } = &mut self.place {
            server::forget(std::mem::take(name));
        }
    }
}
