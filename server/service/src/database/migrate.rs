//! Bringing the schema up to date, by one server at a time.

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

use super::{Database, DatabaseKind};

/// Names the lock that migrating servers share; any number will do that nothing else locks.
const LOCK: &str = "SELECT pg_advisory_xact_lock(4850577244)";

/// All pending changes are one transaction, so a schema is never left half way.
pub async fn migrate(database: &Database) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    wait_for_turn(&transaction, database.kind).await?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// `SQLite` has let in one writer at `BEGIN IMMEDIATE`; `PostgreSQL` needs a lock, held until the commit.
async fn wait_for_turn(transaction: &DatabaseTransaction, kind: DatabaseKind) -> Result<(), DbErr> {
    match kind {
        DatabaseKind::Sqlite => Ok(()),
        DatabaseKind::Postgres => transaction.execute_unprepared(LOCK).await.map(|_| ()),
    }
}
