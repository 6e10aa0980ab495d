//! `homeward report`: a report as a file, for a schedule.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use domain::{
    AccountId, Actor, Grant, clinical_time, london,
    report::{Asked, ReportName},
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
    let name: ReportName =
        wanted.name.parse().ok().with_context(|| {
            format!("there is no report {:?}: expected one of {}", wanted.name, ReportName::words().join(", "))
        })?;
    let format = wanted.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let hospital = super::open_hospital(settings).await?;
    let asked = period(&hospital, wanted.from, wanted.to)?;
    let report = hospital.take_report(&operator(), name, &asked, &format).await?;
    let report = if wanted.outside { report.for_outside() } else { report };
    let Some(written) = report_file::write(&report, &format) else {
        bail!("the file's name ends in .csv, .xlsx or .pdf, which says how it is written");
    };
    std::fs::write(&wanted.file, written?.bytes).with_context(|| format!("writing {}", wanted.file.display()))?;
    let (from, to) = (clinical_time::date(asked.from), clinical_time::date(asked.to));
    println!("{} ({from} to {to}) is in {}", report.title, wanted.file.display());
    Ok(())
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
