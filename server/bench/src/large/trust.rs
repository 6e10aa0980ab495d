//! A large trust with some years of past stays, on one of the databases, and its server.

use std::{
    env,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use testbed::TestDatabase;

use crate::house::{self, House};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

pub struct Trust {
    pub kind: Kind,
    pub years: u32,
    pub url: String,
    pub house: House,
    /// From the start of the program to the answer to its first request.
    pub started_in: Duration,
    /// The database goes with it.
    _place: Place,
}

enum Place {
    File { _folder: TempDir },
    Server { _database: TestDatabase },
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

impl Trust {
    /// With nobody's past where there are no years: a hospital on its first day.
    pub async fn fill(kind: Kind, years: u32) -> Result<Self> {
        let (url, place) = match kind {
            Kind::Sqlite => {
                let folder = house::folder()?;
                (format!("sqlite:{}", folder.path().join("homeward.db").display()), Place::File { _folder: folder })
            }
            Kind::Postgres => {
                let database = TestDatabase::empty_postgres().await;
                (database.url().to_owned(), Place::Server { _database: database })
            }
        };
        eprintln!("{}: filling a large trust with {years} years of past stays …", kind.name());
        let begun = Instant::now();
        if kind == Kind::Postgres {
            ask(&url, &["ALTER SYSTEM SET autovacuum = on", "SELECT pg_reload_conf()"]).await?;
        }
        fill(&url, years).await?;
        if kind == Kind::Postgres {
            ask(&url, &["VACUUM (ANALYZE)"]).await?;
        }
        let gigabytes = f64::from(u32::try_from(size(&url).await? / 1_000_000)?) / 1_000.0;
        eprintln!("{}: filled in {} s, {gigabytes:.1} GB", kind.name(), begun.elapsed().as_secs());
        let (house, started_in) = House::serve(&url).await?;
        Ok(Self { kind, years, url, house, started_in, _place: place })
    }
}

async fn fill(url: &str, years: u32) -> Result<()> {
    let mut homeward = house::homeward(url);
    homeward.args(["demo", "--size", "large"]);
    match years {
        0 => homeward.arg("--no-history"),
        years => homeward.args(["--years", &years.to_string()]),
    };
    // What it says is progress here.
    if env::var("HOMEWARD_BENCH_QUIET").is_ok() {
        homeward.stdout(Stdio::null());
    } else {
        homeward.stdout(std::io::stderr());
    }
    if !homeward.status().await?.success() {
        bail!("the large trust could not be filled");
    }
    Ok(())
}

/// A server in a hospital looks after its tables by itself, also while they are filled; the private one is told to.
async fn ask(url: &str, statements: &[&'static str]) -> Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    for statement in statements {
        sqlx::query(*statement).execute(&mut connection).await?;
    }
    Ok(connection.close().await?)
}

/// In bytes.
async fn size(url: &str) -> Result<u64> {
    if let Some(file) = url.strip_prefix("sqlite:") {
        return Ok(std::fs::metadata(file)?.len());
    }
    let mut connection = PgConnection::connect(url).await?;
    let size: i64 = sqlx::query_scalar("SELECT pg_database_size(current_database())").fetch_one(&mut connection).await?;
    Ok(u64::try_from(size)?)
}
