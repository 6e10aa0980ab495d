//! `homeward discharges`: every discharge of a period in one file, however many they are.

use std::{
    fs::File,
    io::BufWriter,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use domain::{
    Actor,
    report::{Asked, Report, ReportName, document::Cell, reports::discharge_list},
};
use interop::report::{self as files, ExportError, List};
use service::{Hospital, operator};
use tokio::sync::mpsc;

use super::report::period;
use crate::settings::Settings;

/// Days that are read ahead of the writing.
const AHEAD: usize = 4;
/// Discharges after which it is said how far the reading has come.
const SAY_EVERY: usize = 100_000;

type Rows = Vec<Vec<Cell>>;

pub(super) async fn discharges(settings: &Settings, from: Option<NaiveDate>, to: Option<NaiveDate>, file: &Path) -> Result<()> {
    let format = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if !matches!(format.as_str(), "csv" | "xlsx") {
        bail!("the file's name ends in .csv or .xlsx, which says how it is written");
    }
    let hospital = super::open_hospital(settings).await?;
    let (by, asked) = (operator(), period(&hospital, from, to)?);
    let opening = opening(&hospital, &by, &asked);
    let (read, rows) = mpsc::channel(AHEAD);
    let path = file.to_owned();
    let excel = format == "xlsx";
    let writing = tokio::task::spawn_blocking(move || write(path, excel, &opening, rows));
    let reading = hand_on(&hospital, &by, &asked, &format, read).await;
    // Where the writing failed, nobody listened to the reading any more: the first is what is said.
    let count = writing.await?.with_context(|| format!("writing {}", file.display()))?;
    reading?;
    let discharges = if count == 1 { "discharge is" } else { "discharges are" };
    println!("{count} {discharges} in {}", file.display());
    Ok(())
}

fn opening(hospital: &Hospital, by: &Actor, asked: &Asked) -> Report {
    Report {
        title: "Discharges".to_owned(),
        asked: asked.in_words(ReportName::Flow, ToString::to_string),
        counted_at: hospital.now(),
        by: by.name.clone(),
        sections: Vec::new(),
    }
}

/// Reads the days in their order. Ends early where nobody listens.
async fn hand_on(hospital: &Hospital, by: &Actor, asked: &Asked, format: &str, to: mpsc::Sender<Rows>) -> Result<()> {
    let names = hospital.directory(by).await?;
    let mut list = hospital.take_discharges(by, asked, format).await?;
    let (mut read, mut next) = (0, SAY_EVERY);
    while let Some(day) = list.next_day().await? {
        read += day.len();
        if read >= next {
            eprintln!("{read} discharges so far …");
            next = read + SAY_EVERY;
        }
        let rows: Rows = day.iter().map(|row| discharge_list::row(row, &names)).collect();
        if to.send(rows).await.is_err() {
            break;
        }
    }
    Ok(())
}

fn write(path: PathBuf, excel: bool, opening: &Report, mut days: mpsc::Receiver<Rows>) -> Result<u64, ExportError> {
    let columns = discharge_list::columns();
    let list = List { report: opening, heading: "Discharges", columns: &columns, figures: &discharge_list::FIGURES };
    let rows = std::iter::from_fn(|| days.blocking_recv()).flatten().map(Ok);
    let to = BufWriter::new(File::create(path)?);
    if excel { files::xlsx_list(list, rows, to) } else { files::csv_list(list, rows, to) }
}
