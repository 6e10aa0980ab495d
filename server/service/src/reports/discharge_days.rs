//! The discharges of each day that is over, and the tasks of those who left on it, kept together: a report of years reads days
//! and no stays.
//!
//! Whatever saves a stay forgets the days that it says something of, in the same transaction (`rows::save`). Both that and the
//! keeping of a day take the day's row first, so that one waits for the other, on however many servers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Problem, WardCode, london,
    report::{Asked, DischargeRules},
};
use entity::{discharge_day, stay};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use sha2::{Digest, Sha256};

use super::{departures, task_times};
use crate::{
    Hospital,
    census::usual_specialties,
    error::{Fault, OrProblem},
    log,
    rows::{self, to_json},
};

/// Raised whenever a `DischargeRow` or a `TasksOfStay` is written in another way, so that days of before are kept anew.
const SHAPE: u32 = 3;

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

/// What is kept of the days of a period.
pub(super) struct KeptDays {
    /// As it is written.
    pub kept: Vec<String>,
    /// The same question of each run of days that are not kept.
    pub others: Vec<Asked>,
}

impl KeptDays {
    /// Of one ward nothing is kept: it has fewer stays than a day has of all wards.
    async fn of(
        db: &impl ConnectionTrait,
        asked: &Asked,
        counting: &Counting,
        what: discharge_day::Column,
    ) -> Result<Self, Fault> {
        if asked.ward.is_some() {
            return Ok(Self { kept: Vec::new(), others: vec![asked.clone()] });
        }
        let days = discharge_day::Entity::find()
            .filter(discharge_day::Column::OnDate.between(asked.from, asked.to))
            .filter(discharge_day::Column::Edition.eq(counting.edition.as_str()))
            .select_only()
            .columns([discharge_day::Column::OnDate, what]);
        let days: Vec<(NaiveDate, Option<String>)> = days.into_tuple().all(db).await?;
        let kept: BTreeMap<NaiveDate, String> = days.into_iter().filter_map(|(day, kept)| Some((day, kept?))).collect();
        Ok(Self { others: gaps(asked, |day| kept.contains_key(&day)), kept: kept.into_values().collect() })
    }

    /// With their discharges.
    pub(super) async fn with_discharges(db: &impl ConnectionTrait, asked: &Asked, counting: &Counting) -> Result<Self, Fault> {
        Self::of(db, asked, counting, discharge_day::Column::Discharges).await
    }

    /// With the tasks of those who left.
    pub(super) async fn with_tasks(db: &impl ConnectionTrait, asked: &Asked, counting: &Counting) -> Result<Self, Fault> {
        Self::of(db, asked, counting, discharge_day::Column::Tasks).await
    }
}

fn gaps(asked: &Asked, is_kept: impl Fn(NaiveDate) -> bool) -> Vec<Asked> {
    let mut gaps: Vec<Asked> = Vec::new();
    for day in asked.from.iter_days().take_while(|day| *day <= asked.to).filter(|day| !is_kept(*day)) {
        match gaps.last_mut().filter(|gap| gap.to + Days::new(1) == day) {
            Some(gap) => gap.to = day,
            None => gaps.push(Asked { from: day, to: day, ..asked.clone() }),
        }
    }
    gaps
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
        let asked = Asked::everybody(day);
        let discharges = departures::read_stays(&transaction, &asked, counting).await?;
        let tasks = task_times::of_those_who_left(&transaction, &asked, counting).await?;
        let tasks = task_times::by_stay(&discharges, tasks);
        let (discharges, tasks) = (Set(Some(to_json(&discharges)?)), Set(Some(to_json(&tasks)?)));
        let kept = discharge_day::ActiveModel {
            edition: Set(Some(counting.edition.clone())),
            discharges,
            tasks,
            ..rows::forgotten(day)
        };
        rows::save_days(&transaction, vec![kept]).await?;
        Ok(transaction.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_not_kept_are_asked_for_in_runs() {
        let asked = Asked::lately("2026-03-29".parse().expect("a day"));
        let kept = ["2026-03-01", "2026-03-05", "2026-03-06", "2026-03-27"].map(|day| day.parse().expect("a day"));
        let found = gaps(&asked, |day| kept.contains(&day));
        let found: Vec<_> = found.iter().map(|gap| format!("{} to {}", gap.from, gap.to)).collect();
        assert_eq!(found, ["2026-03-02 to 2026-03-04", "2026-03-07 to 2026-03-26", "2026-03-28 to 2026-03-28"]);
        assert!(gaps(&asked, |_| true).is_empty());
    }
}
