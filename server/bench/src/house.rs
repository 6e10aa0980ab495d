//! A server with the demo hospital, in a process of its own, as a hospital would run it.

use std::{env, path::PathBuf, process::Stdio};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::client::Client;

pub struct House {
    pub folder: tempfile::TempDir,
    /// `127.0.0.1:PORT`.
    pub address: String,
    /// The session of the discharge coordinator.
    pub cookie: String,
    _server: Child,
}

const COORDINATOR: &str = "tom.reyes";
const PASSWORD: &str = "homeward demo ward";

impl House {
    pub async fn open() -> Result<Self> {
        // Beside the build, not in a memory disk: what is measured includes the flush.
        let folder = tempfile::tempdir_in(env::var("HOMEWARD_BENCH_FOLDER").unwrap_or_else(|_| "target".to_owned()))?;
        eprintln!("filling the demo hospital …");
        let filled = homeward(&folder).args(["demo"]).stdout(Stdio::null()).stderr(Stdio::null()).status().await?;
        if !filled.success() {
            bail!("the demo hospital could not be filled");
        }
        let mut server = homeward(&folder);
        server
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--sign-in-tries", "1000"])
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
        // What it says later is read and dropped, so that it is never held up.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let cookie = Client::connect(&address).await?.sign_in(COORDINATOR, PASSWORD).await?;
        Ok(Self { folder, address, cookie, _server: server })
    }

    pub async fn client(&self) -> Result<Client> {
        Ok(Client::connect(&self.address).await?.with_cookie(&self.cookie))
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("homeward.db")
    }
}

fn homeward(folder: &tempfile::TempDir) -> Command {
    let program = env::var("HOMEWARD_BIN").unwrap_or_else(|_| "target/release/homeward".to_owned());
    let mut command = Command::new(program);
    command.env("DATABASE_URL", format!("sqlite:{}", folder.path().join("homeward.db").display())).env("HOMEWARD_LOG", "warn");
    command
}
