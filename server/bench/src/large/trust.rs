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
    /// From the start of the program to the first request that it takes.
    pub started_in: Duration,
    place: Place,
}

/// Gone with the trust.
enum Place {
    Folder(TempDir),
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
                (format!("sqlite:{}", folder.path().join("homeward.db").display()), Place::Folder(folder))
            }
            Kind::Postgres => {
                let database = TestDatabase::empty_postgres().await;
                (database.url().to_owned(), Place::Server { _database: database })
            }
        };
        eprintln!("{}: filling a large trust with {years} years of past stays …", kind.name());
        let begun = Instant::now();
        fill(&url, years).await?;
        if kind == Kind::Postgres {
            vacuum(&url).await?;
        }
        eprintln!("{}: filled in {} s", kind.name(), begun.elapsed().as_secs());
        let (house, started_in) = House::serve(&url).await?;
        Ok(Self { kind, years, url, house, started_in, place })
    }

    /// In bytes; `None` where the database is not a file.
    pub fn size(&self) -> Option<u64> {
        let Place::Folder(folder) = &self.place else { return None };
        std::fs::metadata(folder.path().join("homeward.db")).ok().map(|file| file.len())
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

/// A server in a hospital does so by itself; the private one is told.
async fn vacuum(url: &str) -> Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query("VACUUM (ANALYZE)").execute(&mut connection).await?;
    Ok(connection.close().await?)
}
