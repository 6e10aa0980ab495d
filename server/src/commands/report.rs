//! `homeward report`: a report as a file, for a schedule.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::{Days, NaiveDate};
use domain::{
    clinical_time, london,
    report::{Asked, Report, ReportName, reports::situation},
};
use service::{Hospital, operator};

use crate::{
    report_file::{Format, format_of},
    settings::Settings,
};

/// What a schedule asks for.
pub(super) struct Wanted {
    pub name: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Where to write; its ending says in which format.
    pub file: PathBuf,
    /// Without names and small numbers.
    pub outside: bool,
}

/// What the situation report is called on the command line.
const SITREP: &str = "sitrep";

/// What is to be written.
struct Written {
    title: &'static str,
    /// Which days it is about.
    of: String,
    bytes: Vec<u8>,
}

pub(super) async fn report(settings: &Settings, wanted: Wanted) -> Result<()> {
    let ending = wanted.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let hospital = super::open_hospital(settings).await?;
    let asked = period(&hospital, wanted.from, wanted.to)?;
    let Written { title, of, bytes } = if wanted.name == SITREP {
        if wanted.from.is_some_and(|from| from != asked.to) {
            bail!("a situation report is of one day: say which with --to, and leave --from out");
        }
        situation_report(&hospital, asked.to, &format(&ending, 1)?, wanted.outside).await?
    } else {
        figures(&hospital, &wanted.name, &asked, &ending, wanted.outside).await?
    };
    std::fs::write(&wanted.file, bytes).with_context(|| format!("writing {}", wanted.file.display()))?;
    println!("{title} ({of}) is in {}", wanted.file.display());
    Ok(())
}

async fn figures(hospital: &Hospital, name: &str, asked: &Asked, ending: &str, outside: bool) -> Result<Written> {
    let (title, names) = reports(name)?;
    let format = format(ending, names.len())?;
    names.iter().for_each(|name| eprintln!("Counting {} …", name.being_counted(asked)));
    let reports = hospital.take_reports(&operator(), &names, asked, format.ending).await?;
    let of = format!("{} to {}", clinical_time::date(asked.from), clinical_time::date(asked.to));
    Ok(Written { title, of, bytes: written(title, reports, &format, outside)? })
}

/// As CSV, in the layout of the national file, which is made to leave the trust as it is.
async fn situation_report(hospital: &Hospital, day: NaiveDate, format: &Format, outside: bool) -> Result<Written> {
    let (title, of) = (situation::TITLE, clinical_time::date(day));
    let bytes = if format.ending == "csv" {
        let (headings, rows) = hospital.published_situation(&operator(), day).await?;
        interop::write_csv(&headings, &rows)
    } else {
        let report = hospital.take_situation_report(&operator(), day, format.ending).await;
        let report = report.with_context(|| format!("there is no census of the midnight after {of}"))?;
        written(title, vec![report], format, outside)?
    };
    Ok(Written { title, of, bytes })
}

fn written(title: &str, reports: Vec<Report>, format: &Format, outside: bool) -> Result<Vec<u8>> {
    let reports: Vec<Report> = if outside { reports.into_iter().map(Report::for_outside).collect() } else { reports };
    Ok((format.write)(title, &reports)?)
}

fn format(ending: &str, reports: usize) -> Result<Format> {
    format_of(ending, reports)
        .context("the file's name ends in .pdf or .xlsx, or for one report in .csv, which says how it is written")
}

/// One report by its name, or all of them as a board pack.
fn reports(name: &str) -> Result<(&'static str, Vec<ReportName>)> {
    if name == "pack" {
        return Ok(("Board pack", ReportName::chosen([])?));
    }
    let report: Option<ReportName> = name.parse().ok();
    let report = report.with_context(|| {
        format!("there is no report {name:?}: expected {SITREP}, pack or one of {}", ReportName::words().join(", "))
    })?;
    Ok((report.title(), vec![report]))
}

/// The four weeks up to the last day, which is yesterday, where nothing else is said.
pub(super) fn period(hospital: &Hospital, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Asked> {
    let after = to.map_or_else(|| london::date(hospital.now()), |to| to + Days::new(1));
    let usual = Asked::lately(after);
    let asked = Asked { from: from.unwrap_or(usual.from), ..usual };
    if asked.from > asked.to {
        bail!("--from is after --to");
    }
    Ok(asked)
}
