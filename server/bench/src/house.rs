//! A server with the demo hospital, in a process of its own, as a hospital would run it.

use std::{
    env,
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::client::Client;

pub struct House {
    pub folder: TempDir,
    /// `127.0.0.1:PORT`.
    pub address: String,
    /// The session of the discharge coordinator.
    pub cookie: String,
    _server: Child,
}

const FILE: &str = "homeward.db";
const COORDINATOR: &str = "tom.reyes";
const PASSWORD: &str = "homeward demo ward";

impl House {
    /// The demo hospital on a file of its own.
    pub async fn open() -> Result<Self> {
        let folder = folder()?;
        let url = format!("sqlite:{}", folder.path().join(FILE).display());
        eprintln!("filling the demo hospital …");
        let filled = homeward(&url).args(["demo"]).stdout(Stdio::null()).stderr(Stdio::null()).status().await?;
        if !filled.success() {
            bail!("the demo hospital could not be filled");
        }
        let (house, _) = Self::serve_in(folder, &url).await?;
        Ok(house)
    }

    /// A server on a database with a demo hospital, and how long it took to begin.
    pub async fn serve(url: &str) -> Result<(Self, Duration)> {
        Self::serve_in(folder()?, url).await
    }

    async fn serve_in(folder: TempDir, url: &str) -> Result<(Self, Duration)> {
        let begun = Instant::now();
        let mut server = homeward(url);
        // Patient, so that a report is measured to its figures.
        server
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--sign-in-tries", "1000", "--report-patience", "600"])
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        let mut server = server.spawn()?;
        let mut lines = BufReader::new(server.stdout.take().context("a pipe")?).lines();
        let address = loop {
            let line = lines.next_line().await?.context("the server ended before it was ready")?;
            if let Some(address) = line.strip_prefix("Homeward is ready on http://") {
                break address.to_owned();
            }
        };
        let mut client = Client::connect(&address).await?;
        client.fetch("/sign-in", "identity").await?;
        let started_in = begun.elapsed();
        // What it says later is read and dropped, so that it is never held up.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let cookie = client.sign_in(COORDINATOR, PASSWORD).await?;
        Ok((Self { folder, address, cookie, _server: server }, started_in))
    }

    /// For a house that has waited for so long that its session is locked.
    pub async fn client_signed_in_anew(&self) -> Result<Client> {
        let mut client = Client::connect(&self.address).await?;
        let cookie = client.sign_in(COORDINATOR, PASSWORD).await?;
        Ok(client.with_cookie(&cookie))
    }

    pub async fn client(&self) -> Result<Client> {
        Ok(Client::connect(&self.address).await?.with_cookie(&self.cookie))
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }
}

/// Beside the build, not in a memory disk: what is measured includes the flush.
pub fn folder() -> Result<TempDir> {
    Ok(tempfile::tempdir_in(env::var("HOMEWARD_BENCH_FOLDER").unwrap_or_else(|_| "target".to_owned()))?)
}

/// The program on a database.
pub fn homeward(url: &str) -> Command {
    let program = env::var("HOMEWARD_BIN").unwrap_or_else(|_| "target/release/homeward".to_owned());
    let mut command = Command::new(program);
    command.env("DATABASE_URL", url).env("HOMEWARD_LOG", "warn");
    command
}
