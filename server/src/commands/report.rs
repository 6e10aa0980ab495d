//! `homeward report`: a report as a file, for a schedule.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use domain::{
    AccountId, Actor, Grant, clinical_time, london,
    report::{Asked, Report, ReportName},
};
use service::{Hospital, clock};

use crate::{report_file, settings::Settings};

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

pub(super) async fn report(settings: &Settings, wanted: Wanted) -> Result<()> {
    let (title, names) = reports(&wanted.name)?;
    let format = wanted.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let hospital = super::open_hospital(settings).await?;
    let asked = period(&hospital, wanted.from, wanted.to)?;
    let mut reports = hospital.take_reports(&operator(), &names, &asked, &format).await?;
    if wanted.outside {
        reports = reports.into_iter().map(Report::for_outside).collect();
    }
    let Some(written) = report_file::write(title, &reports, &format) else {
        bail!("the file's name ends in .pdf or .xlsx, or for one report in .csv, which says how it is written");
    };
    std::fs::write(&wanted.file, written?.bytes).with_context(|| format!("writing {}", wanted.file.display()))?;
    let (from, to) = (clinical_time::date(asked.from), clinical_time::date(asked.to));
    println!("{title} ({from} to {to}) is in {}", wanted.file.display());
    Ok(())
}

/// One report by its name, or all of them as a board pack.
fn reports(name: &str) -> Result<(&'static str, Vec<ReportName>)> {
    if name == "pack" {
        return Ok(("Board pack", ReportName::chosen([])?));
    }
    let report: Option<ReportName> = name.parse().ok();
    let report = report
        .with_context(|| format!("there is no report {name:?}: expected pack or one of {}", ReportName::words().join(", ")))?;
    Ok((report.title(), vec![report]))
}

/// The last four weeks, where nothing else is said.
pub(super) fn period(hospital: &Hospital, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Asked> {
    let usual = Asked::lately(london::date(hospital.now()));
    let asked = Asked { from: from.unwrap_or(usual.from), to: to.unwrap_or(usual.to), ..usual };
    if asked.from > asked.to {
        bail!("--from is after --to");
    }
    Ok(asked)
}

/// Sees figures, and no patient.
pub(super) fn operator() -> Actor {
    let id: AccountId = clock::new_id();
    Actor { id, name: "whoever runs the server".to_owned(), grants: vec![Grant::TrustLead] }
}
