//! What is decided about a chart of the reports: kept with who and when, and never deleted.

mod stored;

use chrono::{DateTime, Utc};
use domain::{
    Actor, Problem, london,
    permission::Deed,
    report::{
        Asked, ChartDecisions, ChartName, WhichPatients,
        chart::{Change, ChartDecision, ChartStep, Decided, Withdrawn},
    },
};
use sea_orm::ConnectionTrait;

use self::stored::Written;
use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    clock,
    error::{Fault, OrProblem},
};

impl Hospital {
    /// Sets a target for a chart of the patients asked for, rebases it, or withdraws what was decided. What is so already is
    /// left as it is.
    pub async fn decide_chart(&self, actor: &Actor, chart: ChartName, asked: &Asked, step: ChartStep) -> Result<(), Problem> {
        require(actor, Deed::DecideCharts)?;
        self.require_ward(asked).await?;
        let patients = chart.patients(asked);
        let transaction = self.begin().await.or_problem()?;
        let decisions = stored::read(&transaction, chart, &patients).await.or_problem()?;
        let Some(change) = decisions.decide(step, london::date(self.now()))? else {
            return Ok(());
        };
        let of = Of { chart, patients, by: &actor.name, at: self.now() };
        if let Some(event) = of.write(&transaction, change).await.or_problem()? {
            audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        }
        transaction.commit().await.or_problem()
    }

    pub(super) async fn chart_decisions(&self, chart: ChartName, asked: &Asked) -> Result<ChartDecisions, Problem> {
        stored::read(self.reader(), chart, &chart.patients(asked)).await.or_problem()
    }
}

/// About which chart it is, and by whom.
struct Of<'a> {
    chart: ChartName,
    patients: WhichPatients,
    by: &'a str,
    at: DateTime<Utc>,
}

impl Of<'_> {
    /// What happened; `None` where somebody else did the same at the same moment.
    async fn write(self, db: &impl ConnectionTrait, change: Change) -> Result<Option<AdminEvent>, Fault> {
        let Self { chart, patients, by, at } = self;
        let name = <&str>::from(chart).to_owned();
        let what = match change {
            Change::Decide(what) => what,
            Change::Withdraw { decision, reason } => {
                let withdrawal = Withdrawn { at, by: by.to_owned(), reason };
                let written = stored::withdraw(db, decision, &withdrawal).await?;
                let event = AdminEvent::ChartDecisionWithdrawn { chart: name, decision, reason: withdrawal.reason };
                return Ok((written == Written::Now).then_some(event));
            }
        };
        let decision = ChartDecision { id: clock::new_id(), what, at, by: by.to_owned(), withdrawn: None };
        stored::insert(db, (chart, &patients), &decision).await?;
        Ok(Some(match decision.what {
            Decided::Target(target) => AdminEvent::ChartTargetSet { chart: name, patients, target: target.value },
            Decided::Rebased { from, reason } => AdminEvent::ChartRebased { chart: name, patients, from, reason },
        }))
    }
}
