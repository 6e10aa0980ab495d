//! A `PostgreSQL` server of our own, started from the machine's binaries.

use std::{
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader, Read},
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use sea_orm::DatabaseConnection;
use tokio::time::{Instant, sleep};

const BINARIES_MISSING: &str =
    "PostgreSQL is missing, and these tests need its server: install it with `apt-get install postgresql`.";

/// Where Debian keeps each version it has.
const VERSIONS: &str = "/usr/lib/postgresql";

const PATIENCE: Duration = Duration::from_secs(30);

/// The running server. Its supervisor stops it when the process's end of the pipe is closed.
pub struct Cluster {
    folder: PathBuf,
    _supervisor: Child,
}

impl Cluster {
    /// Makes a new cluster and starts its server; the error is a sentence.
    pub fn start() -> Result<Self, String> {
        let binaries = newest_binaries().ok_or(BINARIES_MISSING)?;
        let mut supervisor = supervise(&binaries).spawn().map_err(|error| format!("PostgreSQL cannot be started: {error}"))?;
        let folder = folder_of(&mut supervisor)?;
        Ok(Self { folder, _supervisor: supervisor })
    }

    /// A connection to the server's own database, as soon as it lets one in.
    pub async fn wait_until_ready(&self) -> Result<DatabaseConnection, String> {
        let until = Instant::now() + PATIENCE;
        loop {
            match super::connect(&self.url_of("postgres")).await {
                Ok(admin) => return Ok(admin),
                Err(_) if Instant::now() < until => sleep(Duration::from_millis(20)).await,
                Err(error) => return Err(format!("PostgreSQL does not answer: {error}\n{}", self.log())),
            }
        }
    }

    pub fn url_of(&self, database: &str) -> String {
        format!("postgres://homeward@localhost/{database}?host={}", self.folder.display())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

fn newest_binaries() -> Option<PathBuf> {
    let versions = fs::read_dir(VERSIONS).ok()?.flatten().map(|version| version.path());
    let usable = versions.filter(|version| version.join("bin/postgres").exists());
    usable.max_by_key(|version| version_number(version)).map(|version| version.join("bin"))
}

fn version_number(version: &Path) -> u32 {
    version.file_name().and_then(OsStr::to_str).and_then(|name| name.parse().ok()).unwrap_or_default()
}

/// In a group of its own, so that an interrupt at the keyboard leaves it the time to clean up.
fn supervise(binaries: &Path) -> Command {
    let mut command = as_ordinary_user();
    command.args(["sh", "-c", include_str!("cluster.sh"), "homeward-postgres"]).arg(binaries);
    command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
    command
}

/// `PostgreSQL` refuses to run as root, which tests in a container often are.
fn as_ordinary_user() -> Command {
    if fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
        command
    } else {
        Command::new("env")
    }
}

/// The supervisor's first line, or what it complained of.
fn folder_of(supervisor: &mut Child) -> Result<PathBuf, String> {
    let mut line = String::new();
    if let Some(output) = supervisor.stdout.as_mut() {
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
    }
    if line.is_empty() {
        return Err(format!("PostgreSQL cannot be started: {}", complaint(supervisor)));
    }
    Ok(PathBuf::from(line.trim_end()))
}

fn complaint(supervisor: &mut Child) -> String {
    let mut complaint = String::new();
    if let Some(errors) = supervisor.stderr.as_mut() {
        // What could be read is said; there is nothing better to do with a second failure.
        let _ = errors.read_to_string(&mut complaint);
    }
    complaint
}
