//! `homeward import`.

use std::path::Path;

use anyhow::{Context, Result};
use domain::{
    WardCode,
    list::{ListReport, RowOutcome},
};
use service::Upload;

use crate::settings::Settings;

pub(super) async fn import(settings: &Settings, file: &Path, dry_run: bool, ward: Option<String>, by: &str) -> Result<()> {
    let bytes = std::fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let ward = ward.map(|code| code.parse::<WardCode>().with_context(|| format!("{code:?} is no ward's code"))).transpose()?;
    let file_name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let hospital = super::open_hospital(settings).await?;
    let actor = hospital.actor_named(by).await?;
    let report = hospital.import_file(&actor, Upload { file_name, bytes, ward }, dry_run).await?;
    print(&report);
    Ok(())
}

fn print(report: &ListReport) {
    for row in &report.rows {
        println!("row {:>4}  {:<9}  {:<4}  {}", row.number, word(row.outcome), row.bed, row.name);
        for change in &row.changes {
            println!("            + {change}");
        }
        for problem in &row.problems {
            println!("            ! {}", problem.sentence(row.number));
        }
    }
    if !report.ignored.is_empty() {
        println!("Columns that were left out: {}", report.ignored.join(", "));
    }
    let verb = if report.dry_run { "Nothing was changed. It would be:" } else { "Done:" };
    let count = |outcome| report.count(outcome);
    println!(
        "{verb} {} new, {} changed, {} unchanged, {} left out; {} problems.",
        count(RowOutcome::Created),
        count(RowOutcome::Changed),
        count(RowOutcome::Unchanged),
        count(RowOutcome::Left),
        report.problems()
    );
}

fn word(outcome: RowOutcome) -> &'static str {
    match outcome {
        RowOutcome::Created => "new",
        RowOutcome::Changed => "changed",
        RowOutcome::Unchanged => "unchanged",
        RowOutcome::Left => "left out",
    }
}
