//! What each count adds up to, kept beside its rows: a report of years reads no rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{Problem, report::CensusSums};
use entity::{census, census_sums};
use sea_orm::{
    ActiveValue::Set,
    Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use tokio::task::yield_now;

use super::stored;
use crate::{
    Hospital,
    error::{Fault, OrProblem},
    rows::{from_json, integer, number, to_json},
};

/// An instant and the version of its count.
type Key = (DateTime<Utc>, u32);

/// Counts that are added up in one transaction.
const AT_ONCE: u64 = 30;

/// Writes the sums of counts, unless they are there already.
pub(super) async fn write(db: &impl ConnectionTrait, counts: impl IntoIterator<Item = (Key, CensusSums)>) -> Result<(), Fault> {
    for ((at, version), sums) in counts {
        let row = census_sums::ActiveModel { at: Set(at), version: Set(integer(version)?), sums: Set(to_json(&sums)?) };
        let once = OnConflict::columns([census_sums::Column::At, census_sums::Column::Version]).do_nothing().to_owned();
        census_sums::Entity::insert(row).on_conflict(once).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The sums of the latest version of each count at the instants that `among` picks of a column, in their order.
pub(crate) async fn latest(
    db: &impl ConnectionTrait,
    among: impl Fn(Expr) -> Expr,
) -> Result<Vec<(DateTime<Utc>, CensusSums)>, Fault> {
    let counts = census::Entity::find().filter(among(Expr::col(census::Column::At))).order_by_asc(census::Column::Version);
    let counts: Vec<(DateTime<Utc>, i32)> =
        counts.select_only().columns([census::Column::At, census::Column::Version]).into_tuple().all(db).await?;
    let latest: BTreeMap<DateTime<Utc>, i32> = counts.into_iter().collect();
    let kept = census_sums::Entity::find().filter(among(Expr::col(census_sums::Column::At))).all(db).await?;
    let mut kept: BTreeMap<(DateTime<Utc>, i32), String> =
        kept.into_iter().map(|row| ((row.at, row.version), row.sums)).collect();
    let mut found = Vec::with_capacity(latest.len());
    for (at, version) in latest {
        let sums = match kept.remove(&(at, version)) {
            Some(sums) => from_json(&sums, "the sums of a census")?,
            None => of_rows(db, (at, number(version)?)).await?,
        };
        found.push((at, sums));
        yield_now().await;
    }
    Ok(found)
}

async fn of_rows(db: &impl ConnectionTrait, (at, version): Key) -> Result<CensusSums, Fault> {
    Ok(CensusSums::of(&stored::rows_of(db, at, version).await?))
}

impl Hospital {
    /// Adds up the counts that have no sums, the latest first: those of before sums were kept. Answers how many.
    pub async fn add_censuses_up(&self) -> Result<usize, Problem> {
        self.add_up_what_is_not().await.or_problem()
    }

    async fn add_up_what_is_not(&self) -> Result<usize, Fault> {
        let mut added_up = 0;
        while !self.0.stopping.is_cancelled() {
            let keys = without_sums(self.reader()).await?;
            if keys.is_empty() {
                break;
            }
            let mut sums = Vec::with_capacity(keys.len());
            for key in keys {
                sums.push((key, of_rows(self.reader(), key).await?));
            }
            added_up += sums.len();
            let transaction = self.begin().await?;
            write(&transaction, sums).await?;
            transaction.commit().await?;
        }
        Ok(added_up)
    }
}

async fn without_sums(db: &impl ConnectionTrait) -> Result<Vec<Key>, Fault> {
    let none = "NOT EXISTS (SELECT 1 FROM census_sums WHERE census_sums.at = census.at AND census_sums.version = census.version)";
    let counts = census::Entity::find().filter(Condition::all().add(Expr::cust(none))).order_by_desc(census::Column::At);
    let counts: Vec<(DateTime<Utc>, i32)> =
        counts.select_only().columns([census::Column::At, census::Column::Version]).limit(AT_ONCE).into_tuple().all(db).await?;
    counts.into_iter().map(|(at, version)| Ok((at, number(version)?))).collect()
}
