//! What the records of those who are here lack.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    Actor, Problem, Stay, StayId,
    report::{
        Asked,
        document::Section,
        reports::quality::{self, Here},
    },
};
use entity::{event, stay};
use sea_orm::{
    Condition, ConnectionTrait,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{place, who};
use crate::{Hospital, error::OrProblem, rows::IDS_AT_ONCE};

impl Hospital {
    pub(super) async fn quality(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (now, names, wards) = (self.now(), self.names().await?, self.all_wards().await?);
        let mut stays: Vec<_> = self.here(asked).await?.into_iter().map(|(stay, _)| stay).collect();
        stays.sort_by(|one, other| {
            let ward = |stay: &Stay| wards.iter().position(|ward| ward.code == stay.place.ward);
            let bed = |stay: &Stay| stay.place.bed.clone().unwrap_or_default();
            ward(one).cmp(&ward(other)).then_with(|| domain::place::bed_order(&bed(one), &bed(other)))
        });
        let last = self.last_entries(&stays).await?;
        let here = stays.iter().map(|stay| {
            let who = who(actor, stay);
            let place = place(&stay.place, who.is_some(), names.as_ref());
            let last_entry = last.get(&stay.id).copied().unwrap_or(stay.admitted_at);
            Here { stay, last_entry, place, who }
        });
        Ok(quality::sections(here.collect(), now))
    }

    /// When anything was last recorded of each stay.
    async fn last_entries(&self, stays: &[Arc<Stay>]) -> Result<HashMap<StayId, DateTime<Utc>>, Problem> {
        let first = stays.iter().map(|stay| stay.admitted_at).min().unwrap_or_default();
        let mut last = HashMap::with_capacity(stays.len());
        for chunk in stays.chunks(IDS_AT_ONCE) {
            let entries = self.reader().query_all(&latest_entries(chunk, first)).await.or_problem()?;
            for row in entries {
                last.insert(StayId(row.try_get_by_index(0).or_problem()?), row.try_get_by_index(1).or_problem()?);
            }
        }
        Ok(last)
    }
}

/// The latest entry of each. Only the log since the `first` of the patients came is looked at: the years before say nothing of
/// them.
fn latest_entries(stays: &[Arc<Stay>], first: DateTime<Utc>) -> SelectStatement {
    let (of_stay, of_entry) = (|column| Expr::col((stay::Entity, column)), |column| Expr::col((event::Entity, column)));
    let is_latest = Condition::all()
        .add(of_entry(event::Column::StayId).equals((stay::Entity, stay::Column::Id)))
        .add(of_entry(event::Column::Position).equals((stay::Entity, stay::Column::Version)));
    let mut entries = Query::select();
    entries.column((stay::Entity, stay::Column::Id)).column((event::Entity, event::Column::RecordedAt));
    entries.from(stay::Entity).inner_join(event::Entity, is_latest);
    entries.and_where(of_stay(stay::Column::Id).is_in(stays.iter().map(|stay| stay.id.0)));
    entries.and_where(of_entry(event::Column::RecordedAt).gte(first));
    entries
}
