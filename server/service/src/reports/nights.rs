//! The censuses that a report counts.

use std::{collections::BTreeSet, ops::RangeInclusive};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Actor, Problem, london,
    report::{Asked, CensusRow, Snapshot, SnapshotHour, reports, snapshot},
};
use entity::{census, census_row};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Hospital, census::is_of_latest_version, error::OrProblem};

impl Hospital {
    /// The nights that began on the days of the period: each by the census at its end, which is the next day's midnight.
    pub(super) async fn nights(&self, actor: &Actor, asked: &Asked) -> Result<Vec<CensusRow>, Problem> {
        let rows = self.census_rows(actor, ends(asked)).await?;
        Ok(rows.into_iter().filter(|row| asked.fits(row)).collect())
    }

    /// Of how many of these nights there is a census. A server that was stopped, or is new, has some still to count.
    pub(super) async fn nights_counted(&self, actor: &Actor, asked: &Asked) -> Result<u32, Problem> {
        let counts = self.census_counts(actor, ends(asked)).await?;
        let midnights: BTreeSet<_> = counts.iter().map(|count| count.at).filter(|at| snapshot::is_midnight(*at)).collect();
        Ok(u32::try_from(midnights.len()).unwrap_or(u32::MAX))
    }

    /// The census at a day's midnight; `None` where there was none.
    pub(super) async fn census_at(
        &self,
        actor: &Actor,
        day: NaiveDate,
        asked: &Asked,
    ) -> Result<Option<Vec<CensusRow>>, Problem> {
        let at = midnight(day);
        if self.census_counts(actor, at..=at).await?.is_empty() {
            return Ok(None);
        }
        let rows = self.census_rows(actor, at..=at).await?;
        Ok(Some(rows.into_iter().filter(|row| asked.fits(row)).collect()))
    }

    /// How many patients of at least so many nights there were at each Monday's midnight of the period. Counted by the
    /// database: years of rows are not read for it.
    pub(super) async fn long_stays_by_week(
        &self,
        period: RangeInclusive<NaiveDate>,
        nights: u32,
        asked: &Asked,
    ) -> Result<Vec<(NaiveDate, u32)>, Problem> {
        let mondays: Vec<DateTime<Utc>> = reports::mondays(*period.start(), *period.end()).map(midnight).collect();
        let counted = census::Entity::find().select_only().column(census::Column::At);
        let counted = counted.filter(census::Column::At.is_in(mondays.iter().copied())).distinct();
        let counted: Vec<DateTime<Utc>> = counted.into_tuple().all(self.reader()).await.or_problem()?;

        let mut rows = census_row::Entity::find()
            .filter(census_row::Column::At.is_in(mondays.iter().copied()))
            .filter(is_of_latest_version(census::Column::At.is_in(mondays.iter().copied())))
            .filter(census_row::Column::Excluded.is_null())
            .filter(census_row::Column::LengthOfStay.gte(i32::try_from(nights).unwrap_or(i32::MAX)));
        if let Some(ward) = &asked.ward {
            rows = rows.filter(census_row::Column::Ward.eq(ward.to_string()));
        }
        if let Some(specialty) = &asked.specialty {
            rows = rows.filter(census_row::Column::Specialty.eq(specialty));
        }
        if let Some(pathway) = asked.pathway {
            rows = rows.filter(census_row::Column::Pathway.eq(<&str>::from(pathway)));
        }
        if let Some(reason) = asked.reason {
            rows = rows.filter(census_row::Column::Reason.eq(reason.to_string()));
        }
        let rows = rows.select_only().column(census_row::Column::At).column_as(census_row::Column::StayId.count(), "patients");
        let rows: Vec<(DateTime<Utc>, i64)> =
            rows.group_by(census_row::Column::At).into_tuple().all(self.reader()).await.or_problem()?;
        let patients = |at| rows.iter().find(|(counted_at, _)| *counted_at == at).map_or(0, |(_, patients)| *patients);
        // A Monday without a census has no figure; one on which nobody stayed long has 0.
        let weeks = mondays.into_iter().filter(|at| counted.contains(at));
        Ok(weeks.map(|at| (london::date(at), u32::try_from(patients(at)).unwrap_or(u32::MAX))).collect())
    }
}

/// The midnights at which the nights of the period end.
fn ends(asked: &Asked) -> RangeInclusive<DateTime<Utc>> {
    midnight(asked.from + Days::new(1))..=midnight(asked.to + Days::new(1))
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    Snapshot { date: day, hour: SnapshotHour::MIDNIGHT }.at()
}
