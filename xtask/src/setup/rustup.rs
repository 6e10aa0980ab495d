//! rustup's way to the browser's standard library: a download, where the network allows it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::wasm::TARGET;
use crate::{house, program, say};

/// On a closed network rustup waits for ever rather than fail, so silence ends the attempt.
const PATIENCE: Duration = Duration::from_secs(20);
/// Once rustup has said that it is downloading, a slow line may need this long.
const DOWNLOAD: Duration = Duration::from_mins(5);

/// Whether the library was added.
pub fn add_target() -> bool {
    if !program::is_installed("rustup") || has_failed_before().is_file() {
        return false;
    }
    let mut added = false;
    let outcome = say::step("rustup", &format!("target add {TARGET}"), || {
        added = download()?;
        Ok(if added { "added" } else { "cannot download here" }.to_owned())
    });
    if !added {
        remember_failure();
    }
    outcome.is_ok() && added
}

fn download() -> anyhow::Result<bool> {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]).current_dir(house::root()).process_group(0);
    rustup.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = rustup.spawn()?;
    let lines = lines_of(&mut child);
    let mut patience = PATIENCE;
    loop {
        match lines.recv_timeout(patience) {
            Ok(line) if line.contains("downloading") || line.contains("installing") => {
                patience = DOWNLOAD;
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(child.wait()?.success()),
            Err(RecvTimeoutError::Timeout) => {
                end_group(&mut child)?;
                return Ok(false);
            }
        }
    }
}

fn lines_of(child: &mut Child) -> Receiver<String> {
    let (sender, lines) = channel();
    if let Some(output) = child.stderr.take() {
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
    }
    lines
}

/// rustup is a proxy that starts others: all of its group must end.
fn end_group(child: &mut Child) -> anyhow::Result<()> {
    program::quietly(Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]))?;
    child.wait()?;
    Ok(())
}

fn remember_failure() {
    let file = has_failed_before();
    let why = format!("`rustup target add {TARGET}` did not work here. Remove this file to have it tried again.\n");
    if fs::create_dir_all(house::cache()).and_then(|()| fs::write(&file, why)).is_err() {
        say::instead("rustup", "this cannot be remembered, and will be tried again next time");
    }
}

fn has_failed_before() -> PathBuf {
    house::cache().join("rustup-cannot-download")
}
