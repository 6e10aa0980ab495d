//! What was decided about a chart so far. Nothing is taken out of it: a decision is replaced, or withdrawn with a reason.

use chrono::{DateTime, NaiveDate, Utc};

use super::{ChartName, Target};
use crate::{ChartDecisionId, clinical_time, report::xmr::Rebase};

/// Of one chart of some patients, the oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartDecisions {
    pub chart: ChartName,
    pub all: Vec<ChartDecision>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ChartDecision {
    pub id: ChartDecisionId,
    pub what: Decided,
    pub at: DateTime<Utc>,
    /// The name of who decided.
    pub by: String,
    pub withdrawn: Option<Withdrawn>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Decided {
    Target(Target),
    Rebased {
        /// The Monday of the first week of the new process.
        from: NaiveDate,
        reason: String,
    },
}

/// A decision that holds no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    pub at: DateTime<Utc>,
    pub by: String,
    pub reason: String,
}

impl ChartDecisions {
    /// About which nothing was decided.
    pub fn none(chart: ChartName) -> Self {
        Self { chart, all: Vec::new() }
    }

    /// The last target, unless it was withdrawn: one that was replaced doesn't come back.
    pub fn target(&self) -> Option<Target> {
        let last = self.all.iter().rev().find(|decision| matches!(decision.what, Decided::Target(_)));
        match last?.what {
            Decided::Target(target) if last?.withdrawn.is_none() => Some(target),
            _ => None,
        }
    }

    /// Whether a decision is what the chart goes by.
    pub fn is_in_force(&self, decision: &ChartDecision) -> bool {
        let is_target = |it: &ChartDecision| matches!(it.what, Decided::Target(_));
        let is_replaced =
            is_target(decision) && self.all.iter().rev().find(|it| is_target(it)).is_some_and(|it| it.id != decision.id);
        decision.withdrawn.is_none() && !is_replaced
    }

    pub fn in_force(&self) -> impl Iterator<Item = &ChartDecision> {
        self.all.iter().filter(|decision| self.is_in_force(decision))
    }

    /// Where a chart of these weeks is rebased: at the week that was named or, where it has no figure, the next one.
    pub fn rebases(&self, weeks: &[NaiveDate]) -> Vec<Rebase> {
        let rebase = |decision: &ChartDecision| match &decision.what {
            Decided::Rebased { from, reason } => {
                let at = weeks.iter().position(|week| week >= from)?;
                Some((*from, Rebase { at, reason: reason.clone() }))
            }
            Decided::Target(_) => None,
        };
        let mut rebases: Vec<(NaiveDate, Rebase)> = self.in_force().filter_map(rebase).collect();
        rebases.sort_by_key(|(from, _)| *from);
        rebases.into_iter().map(|(_, rebase)| rebase).collect()
    }
}

impl Decided {
    /// "Target: at most 40 patients", "Rebased from 02-Mar-2026: the discharge lounge opened".
    pub fn words(&self) -> String {
        match self {
            Self::Target(target) => format!("Target: {}", target.words()),
            Self::Rebased { from, reason } => format!("Rebased from {}: {reason}", clinical_time::date(*from)),
        }
    }
}

impl ChartDecision {
    /// "set by Helen Whitlock, 05-Mar-2026 09:30".
    pub fn signature(&self) -> String {
        format!("{}, {}", self.by, clinical_time::date_time(self.at))
    }
}

impl Withdrawn {
    /// "Withdrawn by Helen Whitlock, 06-Mar-2026 10:00: the lounge closed again".
    pub fn words(&self) -> String {
        format!("Withdrawn by {}, {}: {}", self.by, clinical_time::date_time(self.at), self.reason)
    }
}
