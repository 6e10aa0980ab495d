//! Decisions about charts as rows.

use domain::{
    ChartDecisionId,
    report::{
        ChartDecisions, ChartName, WhichPatients,
        chart::{ChartDecision, Decided, Target, Withdrawn},
    },
};
use entity::chart_decision::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::error::Fault;

/// The patients as the columns have them.
struct Patients {
    site: Option<String>,
    ward: Option<String>,
    specialty: Option<String>,
    pathway: Option<String>,
    local_authority: Option<String>,
    delay_reason: Option<String>,
}

impl Patients {
    fn of(which: &WhichPatients) -> Self {
        Self {
            ward: which.ward.as_ref().map(ToString::to_string),
            site: which.site.clone(),
            specialty: which.specialty.clone(),
            local_authority: which.local_authority.clone(),
            pathway: which.pathway.map(|pathway| <&str>::from(pathway).to_owned()),
            delay_reason: which.reason.map(|reason| reason.to_string()),
        }
    }

    fn condition(self) -> Condition {
        let is = |column: Column, value: Option<String>| value.map_or_else(|| column.is_null(), |value| column.eq(value));
        Condition::all()
            .add(is(Column::Site, self.site))
            .add(is(Column::Ward, self.ward))
            .add(is(Column::Specialty, self.specialty))
            .add(is(Column::Pathway, self.pathway))
            .add(is(Column::LocalAuthority, self.local_authority))
            .add(is(Column::DelayReason, self.delay_reason))
    }
}

pub async fn read(db: &impl ConnectionTrait, chart: ChartName, patients: &WhichPatients) -> Result<ChartDecisions, Fault> {
    let rows = Entity::find()
        .filter(Column::Chart.eq(<&str>::from(chart)))
        .filter(Patients::of(patients).condition())
        .order_by_asc(Column::DecidedAt)
        .order_by_asc(Column::Id);
    let all = rows.all(db).await?.into_iter().map(|row| decision(chart, row)).collect::<Result<_, _>>()?;
    Ok(ChartDecisions { chart, all })
}

fn decision(chart: ChartName, row: Model) -> Result<ChartDecision, Fault> {
    let what = match (row.target, row.rebased_from, row.reason) {
        (Some(value), None, None) => Decided::Target(Target { chart, value }),
        (None, Some(from), Some(reason)) => Decided::Rebased { from, reason },
        _ => return Err(Fault::Broken("a decision about a chart that is neither a target nor a rebasing")),
    };
    let withdrawn = row.withdrawn_at.zip(row.withdrawn_by).zip(row.withdrawn_reason);
    let withdrawn = withdrawn.map(|((at, by), reason)| Withdrawn { at, by, reason });
    Ok(ChartDecision { id: ChartDecisionId(row.id), what, at: row.decided_at, by: row.decided_by, withdrawn })
}

pub async fn insert(
    db: &impl ConnectionTrait,
    (chart, patients): (ChartName, &WhichPatients),
    decision: &ChartDecision,
) -> Result<(), Fault> {
    let (target, rebased_from, reason) = match &decision.what {
        Decided::Target(target) => (Some(target.value), None, None),
        Decided::Rebased { from, reason } => (None, Some(*from), Some(reason.clone())),
    };
    let Patients { site, ward, specialty, pathway, local_authority, delay_reason } = Patients::of(patients);
    let row = ActiveModel {
        id: Set(decision.id.0),
        chart: Set(<&str>::from(chart).to_owned()),
        ward: Set(ward),
        site: Set(site),
        specialty: Set(specialty),
        local_authority: Set(local_authority),
        pathway: Set(pathway),
        delay_reason: Set(delay_reason),
        target: Set(target),
        rebased_from: Set(rebased_from),
        reason: Set(reason),
        decided_at: Set(decision.at),
        decided_by: Set(decision.by.clone()),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        withdrawn_reason: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn withdraw(db: &impl ConnectionTrait, decision: ChartDecisionId, withdrawal: &Withdrawn) -> Result<Written, Fault> {
    let done = Entity::update_many()
        .col_expr(Column::WithdrawnAt, withdrawal.at.into())
        .col_expr(Column::WithdrawnBy, withdrawal.by.as_str().into())
        .col_expr(Column::WithdrawnReason, withdrawal.reason.as_str().into())
        .filter(Column::Id.eq(decision.0))
        .filter(Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    Ok(if done.rows_affected == 1 { Written::Now } else { Written::Before })
}

/// Whether a row was changed, or stood so already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Now,
    Before,
}
