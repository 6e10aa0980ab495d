//! The discharges of each day that is over, kept together: a report of years reads days and no stays.
//!
//! Whatever saves a stay forgets the days that it says something of, in the same transaction (`rows::save`). Both that and the
//! keeping of a day take the day's row first, so that one waits for the other, on however many servers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Problem, WardCode, london,
    report::{Asked, DischargeRow, DischargeRules},
};
use entity::{discharge_day, stay};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use sha2::{Digest, Sha256};

use super::departures;
use crate::{
    Hospital,
    census::usual_specialties,
    error::{Fault, OrProblem},
    log,
    rows::{self, from_json, to_json},
};

/// Raised whenever a [`DischargeRow`] is written in another way, so that days of before are kept anew.
const SHAPE: u32 = 2;

/// By what a discharge is counted, besides what its stay says.
pub(super) struct Counting {
    pub rules: DischargeRules,
    /// The usual specialty of each ward that has one.
    pub specialties: BTreeMap<WardCode, String>,
    /// Another word whenever any of these is another.
    edition: String,
}

impl Counting {
    pub(super) async fn current(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        let (rules, specialties) = (DischargeRules::default(), usual_specialties(db).await?);
        let edition = log::hex(&Sha256::digest(to_json(&(SHAPE, &rules, &specialties))?.as_bytes()));
        Ok(Self { rules, specialties, edition })
    }
}

/// The days of a period that are kept, each with its discharges as they are written.
pub(super) async fn kept(
    db: &impl ConnectionTrait,
    asked: &Asked,
    counting: &Counting,
) -> Result<BTreeMap<NaiveDate, String>, Fault> {
    let days = discharge_day::Entity::find()
        .filter(discharge_day::Column::OnDate.between(asked.from, asked.to))
        .filter(discharge_day::Column::Edition.eq(counting.edition.as_str()))
        .all(db)
        .await?;
    Ok(days.into_iter().filter_map(|day| Some((day.on_date, day.discharges?))).collect())
}

/// The discharges of a kept day.
pub(super) fn read(discharges: &str) -> Result<Vec<DischargeRow>, Fault> {
    from_json(discharges, "the discharges of a day")
}

impl Hospital {
    /// Keeps together the discharges of every day that is over and is not kept, the latest first. Answers how many days.
    pub async fn keep_discharge_days(&self) -> Result<usize, Problem> {
        self.keep_what_is_not().await.or_problem()
    }

    async fn keep_what_is_not(&self) -> Result<usize, Fault> {
        let counting = Counting::current(self.reader()).await?;
        let mut kept = 0;
        for day in self.days_not_kept(&counting).await? {
            if self.0.stopping.is_cancelled() {
                break;
            }
            self.keep_day(day, &counting).await?;
            kept += 1;
        }
        Ok(kept)
    }

    /// The latest first.
    async fn days_not_kept(&self, counting: &Counting) -> Result<Vec<NaiveDate>, Fault> {
        let first = stay::Entity::find().select_only().column_as(stay::Column::DischargedAt.min(), "first");
        let first: Option<Option<DateTime<Utc>>> = first.into_tuple().one(self.reader()).await?;
        let Some(first) = first.flatten() else {
            return Ok(Vec::new());
        };
        let kept = discharge_day::Entity::find().filter(discharge_day::Column::Edition.eq(counting.edition.as_str()));
        let kept: Vec<NaiveDate> =
            kept.select_only().column(discharge_day::Column::OnDate).into_tuple().all(self.reader()).await?;
        let (kept, today) = (BTreeSet::from_iter(kept), london::date(self.now()));
        let mut days: Vec<NaiveDate> =
            london::date(first).iter_days().take_while(|day| *day < today).filter(|day| !kept.contains(day)).collect();
        days.reverse();
        Ok(days)
    }

    async fn keep_day(&self, day: NaiveDate, counting: &Counting) -> Result<(), Fault> {
        let transaction = self.begin().await?;
        rows::save_days(&transaction, vec![rows::forgotten(day)]).await?;
        let discharges = departures::read_stays(&transaction, &Asked::everybody(day), counting).await?;
        let (edition, discharges) = (Set(Some(counting.edition.clone())), Set(Some(to_json(&discharges)?)));
        let kept = discharge_day::ActiveModel { edition, discharges, ..rows::forgotten(day) };
        rows::save_days(&transaction, vec![kept]).await?;
        Ok(transaction.commit().await?)
    }
}
