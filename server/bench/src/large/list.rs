//! Every discharge of all the years in one workbook, and the memory that it takes.

use std::{
    fs,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use chrono::Days;
use domain::london;
use tokio::{io::AsyncReadExt, time::sleep};

use super::trust::Trust;
use crate::{house, report::Report};

/// In kB. What a program needs to write any list, and a page of it.
const LIMIT: u64 = 300_000;
const LOOK_EVERY: Duration = Duration::from_millis(50);

pub async fn measure(trust: &Trust, report: &mut Report) -> Result<()> {
    let folder = house::folder()?;
    let file = folder.path().join("discharges.xlsx");
    let from = london::date(service::clock::now()) - Days::new(u64::from(trust.years) * 365 + 1);
    let mut homeward = house::homeward(&trust.url);
    homeward.args(["discharges", "--from", &from.to_string()]).arg(&file).env("TMPDIR", folder.path()).stdout(Stdio::piped());
    let begun = Instant::now();
    let mut homeward = homeward.spawn()?;
    let status = format!("/proc/{}/status", homeward.id().context("a process")?);
    let mut most = 0;
    let ended = loop {
        most = most.max(peak(&status));
        match homeward.try_wait()? {
            Some(ended) => break ended,
            None => sleep(LOOK_EVERY).await,
        }
    };
    if !ended.success() {
        bail!("the list could not be written");
    }
    let mut said = String::new();
    homeward.stdout.take().context("a pipe")?.read_to_string(&mut said).await?;
    let rows = said.split(' ').next().unwrap_or_default();
    let (seconds, megabytes) = (begun.elapsed().as_secs(), fs::metadata(&file)?.len() / 1_000_000);
    let figure = format!("{}: {rows} discharges as a workbook of {megabytes} MB, {seconds} s", trust.kind.name());
    report.state(&figure, &format!("{} MB", most / 1_000), "at most 300 MB of memory", most <= LIMIT);
    Ok(())
}

/// The most memory that a process has held so far, in kB.
fn peak(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}
