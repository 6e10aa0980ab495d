//! Frozen counts in the database: written once, read by instant.

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use domain::{
    StayId,
    criteria::CriteriaStatus,
    report::{CensusRow, CensusSums, Exclusion},
};
use entity::{census, census_row};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use super::{CensusCount, rules::CensusRules, sums};
use crate::{
    clock,
    error::Fault,
    rows::{self, ROWS_AT_ONCE, from_json, integer, number, parse, parse_some, to_json},
};

/// A count that is about to be frozen.
pub(super) struct NewCount<'a> {
    pub at: DateTime<Utc>,
    pub version: u32,
    /// Who asks for a recount, and why.
    pub recount: Option<(&'a str, &'a str)>,
    pub rules: &'a CensusRules,
    /// By stay.
    pub rows: &'a [CensusRow],
}

/// Writes a count with its rows. False where that version of it is there already: then nothing was written.
pub(super) async fn write(db: &DatabaseTransaction, count: &NewCount<'_>) -> Result<bool, Fault> {
    let head = census::ActiveModel {
        at: Set(count.at),
        version: Set(integer(count.version)?),
        counted_at: Set(clock::now()),
        counted_by: Set(count.recount.map(|(by, _)| by.to_owned())),
        reason: Set(count.recount.map(|(_, reason)| reason.to_owned())),
        row_count: Set(integer(count.rows.len())?),
        rules_edition: Set(count.rules.keep(db).await?),
    };
    let once = OnConflict::columns([census::Column::At, census::Column::Version]).do_nothing().to_owned();
    if census::Entity::insert(head).on_conflict(once).exec_without_returning(db).await? == 0 {
        return Ok(false);
    }
    for rows in count.rows.chunks(ROWS_AT_ONCE) {
        let rows: Vec<_> = rows.iter().map(|row| stored(row, count.version)).collect::<Result<_, Fault>>()?;
        census_row::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    sums::write(db, [((count.at, count.version), CensusSums::of(count.rows))]).await?;
    Ok(true)
}

/// The latest instant of which there is a count.
pub(super) async fn latest_instant(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, Fault> {
    let latest = census::Entity::find().order_by_desc(census::Column::At).one(db).await?;
    Ok(latest.map(|count| count.at))
}

/// The latest version of every count, by instant, with the edition of the rules by which it was made.
pub(super) async fn latest_counts(db: &impl ConnectionTrait) -> Result<Vec<(CensusCount, String)>, Fault> {
    let counts = census::Entity::find().order_by_asc(census::Column::At).order_by_asc(census::Column::Version).all(db).await?;
    let mut latest: Vec<(CensusCount, String)> = Vec::with_capacity(counts.len());
    for row in counts {
        let edition = row.rules_edition.clone();
        let count = count_from(row)?;
        if latest.last().is_some_and(|(before, _)| before.at == count.at) {
            latest.pop();
        }
        latest.push((count, edition));
    }
    Ok(latest)
}

pub(super) async fn counts(
    db: &impl ConnectionTrait,
    instants: RangeInclusive<DateTime<Utc>>,
) -> Result<Vec<CensusCount>, Fault> {
    let counts = census::Entity::find().filter(census::Column::At.between(*instants.start(), *instants.end()));
    let counts = counts.order_by_asc(census::Column::At).order_by_asc(census::Column::Version);
    counts.all(db).await?.into_iter().map(count_from).collect()
}

/// Whether a row is of the latest version of its count, among the counts of these instants.
fn is_of_latest_version(instants: Expr) -> Expr {
    let mut latest = Query::select();
    latest.column(census::Column::At).expr(Expr::col(census::Column::Version).max()).from(census::Entity);
    latest.and_where(instants).group_by_col(census::Column::At);
    Expr::tuple([Expr::col(census_row::Column::At), Expr::col(census_row::Column::Version)]).in_subquery(latest)
}

pub(crate) async fn latest_rows(
    db: &impl ConnectionTrait,
    instants: RangeInclusive<DateTime<Utc>>,
) -> Result<Vec<CensusRow>, Fault> {
    let (first, last) = instants.into_inner();
    let rows = census_row::Entity::find().filter(census_row::Column::At.between(first, last));
    let rows = rows.filter(is_of_latest_version(census::Column::At.between(first, last)));
    let rows = rows.order_by_asc(census_row::Column::At).order_by_asc(census_row::Column::StayId);
    rows.all(db).await?.into_iter().map(row_from).collect()
}

pub(super) async fn rows_of(db: &impl ConnectionTrait, at: DateTime<Utc>, version: u32) -> Result<Vec<CensusRow>, Fault> {
    let rows = census_row::Entity::find().filter(census_row::Column::At.eq(at));
    let rows = rows.filter(census_row::Column::Version.eq(version)).order_by_asc(census_row::Column::StayId);
    rows.all(db).await?.into_iter().map(row_from).collect()
}

fn count_from(row: census::Model) -> Result<CensusCount, Fault> {
    Ok(CensusCount {
        at: row.at,
        version: number(row.version)?,
        counted_at: row.counted_at,
        counted_by: row.counted_by,
        reason: row.reason,
        patients: number(row.row_count)?,
    })
}

fn stored(row: &CensusRow, version: u32) -> Result<census_row::ActiveModel, Fault> {
    let (colour, red_cause) = row.colour.map(rows::colour_words).unzip();
    let model = census_row::Model {
        at: row.at,
        version: integer(version)?,
        stay_id: row.stay.0,
        ward: row.ward.to_string(),
        specialty: row.specialty.clone(),
        local_authority: row.local_authority.clone(),
        age: row.age.map(integer).transpose()?,
        admitted_on: row.admitted_on,
        length_of_stay: integer(row.length_of_stay)?,
        criteria: rows::criteria_word(row.criteria).to_owned(),
        reviewed_on: row.reviewed_on,
        ready_on: row.ready_on,
        pathway: row.pathway.map(|pathway| <&str>::from(pathway).to_owned()),
        reason: row.reason.map(|reason| reason.to_string()),
        expected_discharge: row.expected_discharge,
        colour: colour.map(str::to_owned),
        red_cause: red_cause.flatten(),
        excluded: row.excluded.as_ref().map(to_json).transpose()?,
    };
    Ok(model.into_active_model())
}

fn row_from(row: census_row::Model) -> Result<CensusRow, Fault> {
    let excluded = |text: &String| from_json::<Exclusion>(text, "an exclusion");
    Ok(CensusRow {
        at: row.at,
        stay: StayId(row.stay_id),
        ward: parse(&row.ward, "a ward code")?,
        specialty: row.specialty,
        local_authority: row.local_authority,
        age: row.age.map(number).transpose()?,
        admitted_on: row.admitted_on,
        length_of_stay: number(row.length_of_stay)?,
        criteria: criteria_from(&row.criteria)?,
        reviewed_on: row.reviewed_on,
        ready_on: row.ready_on,
        pathway: parse_some(row.pathway.as_ref(), "a pathway")?,
        reason: parse_some(row.reason.as_ref(), "a delay reason")?,
        expected_discharge: row.expected_discharge,
        colour: row.colour.map(|_| rows::colour_from(row.red_cause.as_deref())).transpose()?,
        excluded: row.excluded.as_ref().map(excluded).transpose()?,
    })
}

fn criteria_from(word: &str) -> Result<CriteriaStatus, Fault> {
    let all = [CriteriaStatus::NotReviewed, CriteriaStatus::Met, CriteriaStatus::NotMet];
    all.into_iter().find(|status| rows::criteria_word(*status) == word).ok_or(Fault::Unreadable("a status of the criteria"))
}
