//! `SQLite` files, copied from one that was migrated once.

use std::fs;

use migration::{Migrator, MigratorTrait};
use sea_orm::{Database, DbErr};
use tempfile::TempDir;
use tokio::sync::OnceCell;

static MIGRATED: OnceCell<Vec<u8>> = OnceCell::const_new();

/// A folder for one database, away when it is dropped.
pub fn folder() -> TempDir {
    tempfile::Builder::new().prefix("homeward-sqlite.").tempdir().expect("a temporary folder can be made")
}

pub fn url_in(folder: &TempDir) -> String {
    format!("sqlite:{}", folder.path().join("homeward.db").display())
}

/// Writes a migrated database to the address.
pub async fn write_migrated(url: &str) {
    let bytes = MIGRATED.get_or_init(|| async { migrate().await.expect("the migrations run on SQLite") }).await;
    fs::write(file_of(url), bytes).expect("a temporary file can be written");
}

async fn migrate() -> Result<Vec<u8>, DbErr> {
    let folder = folder();
    let url = url_in(&folder);
    let database = Database::connect(format!("{url}?mode=rwc")).await?;
    Migrator::up(&database, None).await?;
    database.close().await?;
    fs::read(file_of(&url)).map_err(|error| DbErr::Custom(error.to_string()))
}

fn file_of(url: &str) -> &str {
    url.trim_start_matches("sqlite:")
}
