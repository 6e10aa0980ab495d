//! The census as a matter of course, on every server that runs.

use std::time::Duration;

use chrono::TimeDelta;
use tracing::{info, warn};

use super::replay::CLOCKS_DIFFER_BY;
use crate::Hospital;

/// However far the next count lies, a server looks this often whether one is due: clocks are set, machines sleep, and a
/// database that was away comes back.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(10);

impl Hospital {
    /// Freezes what is due now, adds up what was frozen before sums were kept, keeps together the discharges of days that are
    /// over, and from then on freezes each count as its time comes, until the hospital stops.
    pub fn count_nightly(&self) {
        let hospital = self.clone();
        tokio::spawn(async move {
            loop {
                hospital.freeze_and_say().await;
                hospital.add_up_and_say().await;
                hospital.keep_days_and_say().await;
                tokio::select! {
                    () = hospital.stopping() => return,
                    () = tokio::time::sleep(hospital.until_next_count()) => {}
                }
            }
        });
    }

    async fn freeze_and_say(&self) {
        match self.freeze_due(self.now()).await {
            Ok(frozen) if frozen.counts > 0 => info!(counts = frozen.counts, rows = frozen.rows, "the census is frozen"),
            Ok(_) => {}
            Err(problem) => warn!(%problem, "the census could not be frozen; trying again"),
        }
    }

    async fn add_up_and_say(&self) {
        match self.add_censuses_up().await {
            Ok(counts) if counts > 0 => info!(counts, "censuses of before were added up"),
            Ok(_) => {}
            Err(problem) => warn!(%problem, "censuses of before could not be added up; trying again"),
        }
    }

    async fn keep_days_and_say(&self) {
        match self.keep_discharge_days().await {
            Ok(days) if days > 0 => info!(days, "the discharges of days are kept together"),
            Ok(_) => {}
            Err(problem) => warn!(%problem, "the discharges of days could not be kept together; trying again"),
        }
    }

    fn until_next_count(&self) -> Duration {
        let now = self.now();
        let next = self.settings().snapshots.next_after(now - CLOCKS_DIFFER_BY).at() + CLOCKS_DIFFER_BY;
        (next - now).min(LONGEST_WAIT).to_std().unwrap_or_default()
    }
}
