//! What the trust lead has decided about the charts of the two years.

use chrono::{DateTime, Days, Utc};
use domain::{
    Actor, Problem, Role, london,
    report::{
        Asked, ChartName,
        chart::{ChartStep, Target},
        reports::monday_of,
    },
};
use service::Hospital;

/// How long ago the long stays began to be judged anew.
const REBASED: Days = Days::new(26 * 7);

/// A third of all discharges before noon (`domain.md` 6.2.7), and fewer long stays since there is a ward for rehabilitation.
pub(super) async fn decide(hospital: &Hospital, colleagues: &[Actor], now: DateTime<Utc>) -> Result<(), Problem> {
    let Some(lead) = colleagues.iter().find(|actor| actor.has(Role::TrustLead)) else {
        return Ok(());
    };
    let today = london::date(now);
    let everybody = Asked::lately(today);
    let target = |chart, value| ChartStep::SetTarget(Target { chart, value });
    let reason = "Orchard Ward opened for rehabilitation".to_owned();
    for (chart, step) in [
        (ChartName::BeforeNoon, target(ChartName::BeforeNoon, 0.33)),
        (ChartName::LongStays, ChartStep::Rebase { from: monday_of(today - REBASED), reason }),
        (ChartName::LongStays, target(ChartName::LongStays, 60.0)),
    ] {
        hospital.decide_chart(lead, chart, &everybody, step).await?;
    }
    Ok(())
}
