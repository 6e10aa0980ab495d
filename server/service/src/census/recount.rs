//! Counting a frozen instant again: another version beside the first, with who asked and why.

use chrono::{DateTime, Utc};
use domain::{Problem, text};

use super::{
    CensusCount,
    replay::Replay,
    rules::CensusRules,
    stored::{self, NewCount},
};
use crate::{
    Hospital,
    audit::{self, AdminEvent, By},
    error::{Fault, OrProblem},
};

impl Hospital {
    /// Counts an instant again by the rules as they stand now, and gives the new version. For whoever runs the server.
    ///
    /// [`Problem::NotFound`] where nothing was frozen at that instant, [`Problem::Invalid`] without a reason.
    pub async fn recount_census_as_operator(&self, at: DateTime<Utc>, reason: &str) -> Result<CensusCount, Problem> {
        let reason =
            text::required(reason, "the reason", text::REASON).map_err(|refusal| Problem::invalid(refusal.to_string()))?;
        if stored::counts(self.reader(), at..=at).await.or_problem()?.is_empty() {
            return Err(Problem::NotFound);
        }
        self.count_again(at, reason).await.or_problem()
    }

    async fn count_again(&self, at: DateTime<Utc>, reason: String) -> Result<CensusCount, Fault> {
        let rules = CensusRules::current(self.reader()).await?;
        let rows = Replay::begin(self.reader(), at).await?.rows(&rules);
        loop {
            let transaction = self.begin().await?;
            let versions = stored::counts(&transaction, at..=at).await?;
            let version = versions.last().map_or(1, |count| count.version + 1);
            let recount = Some((By::Operator.name(), reason.as_str()));
            // Where somebody else takes this number at the same moment, the next one is free.
            if stored::write(&transaction, &NewCount { at, version, recount, rules: &rules, rows: &rows }).await? {
                audit::record(&transaction, By::Operator, &AdminEvent::CensusRecounted { at, version, reason }).await?;
                let mut versions = stored::counts(&transaction, at..=at).await?;
                transaction.commit().await?;
                return versions.pop().ok_or(Fault::Broken("a census without its count"));
            }
        }
    }
}
