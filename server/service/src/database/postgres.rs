//! Opening `PostgreSQL`.

use std::time::Duration;

use super::{Database, DatabaseKind, OpenError, options};

/// Enough for a busy server, and few enough for several servers at one database's usual limit of 100.
const CONNECTIONS: u32 = 16;

/// A connection that idled this long is tried before it is used again.
const IDLE: Duration = Duration::from_secs(30);

pub async fn open(url: &str) -> Result<Database, OpenError> {
    let mut options = options(url);
    options.max_connections(CONNECTIONS).test_before_acquire_if_idle_for(IDLE).set_application_name("homeward");
    let pool = sea_orm::Database::connect(options).await?;
    Ok(Database { writer: pool.clone(), reader: pool, kind: DatabaseKind::Postgres })
}
