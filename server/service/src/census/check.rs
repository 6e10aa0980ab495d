//! Checking the census: does the log still give every frozen figure?

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::{Problem, StayId, report::CensusRow};

use super::{replay::Replay, rules::CensusRules, stored};
use crate::{
    Hospital,
    error::{Fault, OrProblem},
};

/// What a check of the whole census found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CensusCheck {
    /// Instants that were counted again.
    pub counts: usize,
    /// Rows that were compared.
    pub rows: usize,
    pub differences: Vec<CensusDifference>,
}

/// A frozen count that the log no longer gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CensusDifference {
    pub at: DateTime<Utc>,
    /// Of the frozen count.
    pub version: u32,
    /// Patients in a bed as they were frozen.
    pub frozen: usize,
    /// Patients in a bed as the log has them.
    pub recounted: usize,
    /// Stays that are in one of the two alone, or in each with another row.
    pub stays: Vec<StayId>,
}

impl Hospital {
    /// Counts the latest version of every frozen instant again, from the log and by the rules of its time, and compares row
    /// by row.
    ///
    /// For whoever runs the server: it is asked on the command line, not over the network.
    pub async fn verify_census(&self) -> Result<CensusCheck, Problem> {
        self.check_census().await.or_problem()
    }

    async fn check_census(&self) -> Result<CensusCheck, Fault> {
        let db = self.reader();
        let mut check = CensusCheck { counts: 0, rows: 0, differences: Vec::new() };
        let mut editions: HashMap<String, CensusRules> = HashMap::new();
        let counts = stored::latest_counts(db).await?;
        let Some((first, _)) = counts.first() else {
            return Ok(check);
        };
        let mut replay = Replay::begin(db, first.at).await?;
        for (count, edition) in counts {
            if !editions.contains_key(&edition) {
                editions.insert(edition.clone(), CensusRules::of_edition(db, &edition).await?);
            }
            let frozen = stored::rows_of(db, count.at, count.version);
            let (frozen, ()) = tokio::try_join!(frozen, replay.advance(count.at))?;
            let recounted = replay.rows(&editions[&edition]);
            check.counts += 1;
            check.rows += frozen.len();
            let stays = differing(&frozen, &recounted);
            if !stays.is_empty() || frozen.len() != count.patients as usize {
                let (frozen, recounted) = (frozen.len(), recounted.len());
                check.differences.push(CensusDifference { at: count.at, version: count.version, frozen, recounted, stays });
            }
        }
        Ok(check)
    }
}

/// The stays whose rows differ, in their order. Both sides come by stay.
fn differing(frozen: &[CensusRow], recounted: &[CensusRow]) -> Vec<StayId> {
    if frozen == recounted {
        return Vec::new();
    }
    let mut rows: BTreeMap<StayId, [Option<&CensusRow>; 2]> = BTreeMap::new();
    for (side, of_side) in [frozen, recounted].into_iter().enumerate() {
        of_side.iter().for_each(|row| rows.entry(row.stay).or_default()[side] = Some(row));
    }
    rows.into_iter().filter(|(_, [frozen, recounted])| frozen != recounted).map(|(stay, _)| stay).collect()
}
