//! The census: everybody in a bed at each midnight, and at a second hour where the trust wants one, counted from the log and
//! frozen.
//!
//! A count says what the log knew at its instant: what was recorded later, whatever time it is about, is not in it. So the
//! log gives the same count whenever it is asked, and a count is made again only by a person with a reason, as another
//! version beside the first (`docs/decisions/0013-census.md`).

mod check;
mod due;
mod nightly;
mod recount;
mod replay;
mod rules;
mod stored;
pub(crate) mod sums;

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use domain::{Actor, Problem, permission::Deed, report::CensusRow};

pub use check::{CensusCheck, CensusDifference};
pub use due::Frozen;
pub(crate) use rules::usual_specialties;
pub(crate) use stored::latest_rows;

use crate::{Hospital, allowed::require, error::OrProblem};

/// One frozen count, without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CensusCount {
    /// The instant that was counted.
    pub at: DateTime<Utc>,
    /// 1 for the first count of the instant.
    pub version: u32,
    pub counted_at: DateTime<Utc>,
    /// Who asked for a recount; `None` where the server counted by itself.
    pub counted_by: Option<String>,
    /// Why it was counted again; `None` for the first version.
    pub reason: Option<String>,
    /// Patients in a bed.
    pub patients: u32,
}

impl Hospital {
    /// Every version of every count in the range, by instant, the first version first.
    pub async fn census_counts(
        &self,
        actor: &Actor,
        instants: RangeInclusive<DateTime<Utc>>,
    ) -> Result<Vec<CensusCount>, Problem> {
        require(actor, Deed::SeeFigures)?;
        stored::counts(self.reader(), instants).await.or_problem()
    }

    /// The rows of the latest version of each count in the range, by instant and then by stay.
    ///
    /// They name stays, not patients. Ten years of a large trust are five million of them: ask for what is shown.
    pub async fn census_rows(&self, actor: &Actor, instants: RangeInclusive<DateTime<Utc>>) -> Result<Vec<CensusRow>, Problem> {
        require(actor, Deed::SeeFigures)?;
        latest_rows(self.reader(), instants).await.or_problem()
    }
}
