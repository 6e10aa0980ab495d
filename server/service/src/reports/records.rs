//! What the records of those who are here lack.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Actor, Problem, Stay, StayId,
    report::{
        Asked,
        document::Section,
        reports::quality::{self, Here},
    },
};
use entity::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{place, who};
use crate::{Hospital, error::OrProblem};

impl Hospital {
    pub(super) async fn quality(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (now, names, wards) = (self.now(), self.names().await?, self.all_wards().await?);
        let mut stays: Vec<_> = self.here(asked).await?.into_iter().map(|(stay, _)| stay).collect();
        stays.sort_by(|one, other| {
            let ward = |stay: &Stay| wards.iter().position(|ward| ward.code == stay.place.ward);
            let bed = |stay: &Stay| stay.place.bed.clone().unwrap_or_default();
            ward(one).cmp(&ward(other)).then_with(|| domain::place::bed_order(&bed(one), &bed(other)))
        });
        let last = self.last_entries(&stays.iter().map(|stay| stay.id).collect::<Vec<_>>()).await?;
        let here = stays.iter().map(|stay| {
            let who = who(actor, stay);
            let place = place(&stay.place, who.is_some(), names.as_ref());
            let last_entry = last.get(&stay.id).copied().unwrap_or(stay.admitted_at);
            Here { stay, last_entry, place, who }
        });
        Ok(quality::sections(here.collect(), now))
    }

    /// When anything was last recorded of each stay.
    async fn last_entries(&self, stays: &[StayId]) -> Result<HashMap<StayId, DateTime<Utc>>, Problem> {
        let mut last = HashMap::with_capacity(stays.len());
        for chunk in stays.chunks(1_000) {
            let entries = event::Entity::find()
                .filter(event::Column::StayId.is_in(chunk.iter().map(|stay| stay.0)))
                .select_only()
                .column(event::Column::StayId)
                .column_as(event::Column::RecordedAt.max(), "last")
                .group_by(event::Column::StayId);
            let entries: Vec<(Uuid, DateTime<Utc>)> = entries.into_tuple().all(self.reader()).await.or_problem()?;
            last.extend(entries.into_iter().map(|(stay, at)| (StayId(stay), at)));
        }
        Ok(last)
    }
}
