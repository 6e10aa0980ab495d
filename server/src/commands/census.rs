//! `homeward census`: who was in a bed at each midnight, frozen, counted again and checked.

use anyhow::{Context, Result, bail};
use domain::{Problem, clinical_time};
use service::{CensusDifference, Hospital};

use crate::{
    cli::{Census, SnapshotOfDay},
    settings::Settings,
};

/// Stays that are named of one count; the rest are a number.
const NAMED: usize = 5;

pub(super) async fn census(settings: &Settings, what: Census) -> Result<()> {
    let hospital = super::open_hospital(settings).await?;
    match what {
        Census::Freeze => freeze(&hospital).await,
        Census::Recount { at, reason } => recount(&hospital, at, &reason).await,
        Census::Verify => verify(&hospital).await,
    }
}

async fn freeze(hospital: &Hospital) -> Result<()> {
    let frozen = hospital.freeze_due(hospital.now()).await?;
    hospital.add_censuses_up().await?;
    hospital.keep_discharge_days().await?;
    println!("Counts frozen: {}, with {} patients in a bed.", frozen.counts, frozen.rows);
    Ok(())
}

async fn recount(hospital: &Hospital, SnapshotOfDay(snapshot): SnapshotOfDay, reason: &str) -> Result<()> {
    let count = match hospital.recount_census_as_operator(snapshot.at(), reason).await {
        Err(Problem::NotFound) => bail!("nothing was frozen at {}", clinical_time::date_time(snapshot.at())),
        other => other.context("recounting")?,
    };
    println!("{}: version {}, {} patients in a bed.", clinical_time::date_time(count.at), count.version, count.patients);
    Ok(())
}

async fn verify(hospital: &Hospital) -> Result<()> {
    let check = hospital.verify_census().await?;
    check.differences.iter().for_each(|difference| println!("{}", line(difference)));
    if !check.differences.is_empty() {
        bail!("{} of {} counts differ from what the log says", check.differences.len(), check.counts);
    }
    println!("The census is what the log says. Counts: {}, with {} patients in a bed.", check.counts, check.rows);
    Ok(())
}

/// By stays, not by names: whoever runs the server need not learn who was ill.
fn line(difference: &CensusDifference) -> String {
    let CensusDifference { at, version, frozen, recounted, stays } = difference;
    let mut named: Vec<String> = stays.iter().take(NAMED).map(ToString::to_string).collect();
    if stays.len() > NAMED {
        named.push(format!("{} more", stays.len() - NAMED));
    }
    let at = clinical_time::date_time(*at);
    format!("{at}  version {version}: {frozen} frozen, {recounted} by the log; stays {}", named.join(", "))
}
