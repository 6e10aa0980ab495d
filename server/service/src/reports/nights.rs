//! The censuses that a report counts.

use std::ops::RangeInclusive;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Problem, london,
    report::{Asked, Nights, Snapshot, SnapshotHour, bands::LONG_STAYS, reports},
};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Expr, ExprTrait},
};

use super::side_by_side;
use crate::{
    Hospital,
    census::sums,
    error::{Fault, OrProblem},
};

/// Patients of at least 7, 14 and 21 nights.
pub(super) type LongStays = [u32; LONG_STAYS.len()];

impl Hospital {
    /// The nights that began on the days of the period: each by the census at its end, which is the next day's midnight.
    pub(super) async fn nights(&self, asked: &Asked) -> Result<Nights, Problem> {
        let counting = |part: Asked| {
            let hospital = self.clone();
            async move { count(hospital.reader(), &part).await }
        };
        let mut nights = Nights::default();
        side_by_side::read(asked, counting).await.or_problem()?.into_iter().for_each(|part| nights.append(part));
        Ok(nights)
    }

    /// How many long stays there were at a day's midnight; `None` where there was no census.
    pub(super) async fn long_stays_at(&self, day: NaiveDate, asked: &Asked) -> Result<Option<LongStays>, Problem> {
        Ok(self.long_stays_on(&[midnight(day)], asked).await?.pop().map(|(_, counts)| counts))
    }

    /// How many long stays there were at each Monday's midnight of the period. A Monday without a census has no figure.
    pub(super) async fn long_stays_by_week(
        &self,
        period: RangeInclusive<NaiveDate>,
        asked: &Asked,
    ) -> Result<Vec<(NaiveDate, LongStays)>, Problem> {
        let mondays: Vec<DateTime<Utc>> = reports::mondays(*period.start(), *period.end()).map(midnight).collect();
        self.long_stays_on(&mondays, asked).await
    }

    async fn long_stays_on(&self, midnights: &[DateTime<Utc>], asked: &Asked) -> Result<Vec<(NaiveDate, LongStays)>, Problem> {
        let among = |at: Expr| at.is_in(midnights.iter().copied());
        let censuses = sums::latest(self.reader(), among).await.or_problem()?;
        Ok(censuses.iter().map(|(at, sums)| (london::date(*at), sums.long_stays(asked))).collect())
    }
}

async fn count(db: &impl ConnectionTrait, asked: &Asked) -> Result<Nights, Fault> {
    let (first, last) = (midnight(asked.from + Days::new(1)), midnight(asked.to + Days::new(1)));
    let mut nights = Nights::default();
    let censuses = sums::latest(db, |at| at.between(first, last)).await?;
    censuses.into_iter().for_each(|(at, sums)| nights.add(at, sums, asked));
    Ok(nights)
}

pub(super) fn midnight(day: NaiveDate) -> DateTime<Utc> {
    Snapshot { date: day, hour: SnapshotHour::MIDNIGHT }.at()
}
