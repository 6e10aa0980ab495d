//! Who left on the days of a period, read from the stays alone: what is asked of a discharge stands in its row.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Days, Utc};
use domain::{
    AdmittedAs, PatientId, Problem, StayId, WardCode, london,
    report::{Asked, Departure, DischargeRow, DischargeRules, readmission::PatientStay},
    stay::Destination,
};
use entity::{patient, stay};
use sea_orm::{
    Condition, ConnectionTrait, QueryResult,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use strum::IntoEnumIterator;

use crate::{
    Hospital,
    error::{Fault, OrProblem},
    rows::{parse, parse_some},
};

/// What the stays that ended are called in a statement.
pub(super) const GONE: &str = "gone";
const OTHER: &str = "other";

/// Who comes back within the longest span that a report asks for has come back by then.
const BACK_WITHIN: Days = Days::new(32);

impl Hospital {
    /// The discharges that are asked for, in no order.
    pub(super) async fn departures(&self, asked: &Asked) -> Result<Vec<DischargeRow>, Problem> {
        let usual = Arc::new(self.usual_specialties().await?);
        let reading = parts(asked).into_iter().map(|part| {
            let (hospital, usual) = (self.clone(), Arc::clone(&usual));
            tokio::spawn(async move { read(hospital.reader(), &part, &usual).await })
        });
        let mut found = Vec::new();
        for part in reading.collect::<Vec<_>>() {
            let part = part.await.map_err(|_| Fault::Broken("discharges that could not be read to their end"));
            found.append(&mut part.and_then(std::convert::identity).or_problem()?);
        }
        Ok(found)
    }

    /// The stays of those who left, as far as they tell who of them came back.
    pub(super) async fn stays_of(&self, asked: &Asked, discharges: &[DischargeRow]) -> Result<Vec<PatientStay>, Problem> {
        let patients: HashSet<PatientId> = discharges.iter().filter(|row| row.is_counted()).map(|row| row.patient).collect();
        let left = left(asked, &self.usual_specialties().await?);
        let others = self.reader().query_all(&other_stays(asked, left)).await.or_problem()?;
        let mut stays: HashMap<StayId, PatientStay> = discharges.iter().map(|row| (row.stay, own_stay(row))).collect();
        for row in &others {
            let (id, stay) = other_stay(row).or_problem()?;
            stays.insert(id, stay);
        }
        Ok(stays.into_values().filter(|stay| patients.contains(&stay.patient)).collect())
    }

    /// Of the wards in use that have one.
    pub(super) async fn usual_specialties(&self) -> Result<BTreeMap<WardCode, String>, Problem> {
        let wards = self.all_wards().await?;
        Ok(wards.iter().filter_map(|ward| Some((ward.code.clone(), ward.specialty.clone()?))).collect())
    }
}

/// Parts of a long period are read side by side: fewer than there are connections, so that nobody else waits for a report.
const SIDE_BY_SIDE: u64 = 3;
/// Days that are read at once; fewer are not worth a second connection.
const FEW_DAYS: i64 = 31;

/// The same question of parts of the period.
fn parts(asked: &Asked) -> Vec<Asked> {
    let parts = if asked.days() > FEW_DAYS { SIDE_BY_SIDE } else { 1 };
    let days = u64::try_from(asked.days()).unwrap_or_default().div_ceil(parts);
    let begins = (0..parts).map(|part| asked.from + Days::new(part * days)).filter(|from| *from <= asked.to);
    begins.map(|from| Asked { from, to: Ord::min(asked.to, from + Days::new(days - 1)), ..asked.clone() }).collect()
}

async fn read(db: &impl ConnectionTrait, asked: &Asked, usual: &BTreeMap<WardCode, String>) -> Result<Vec<DischargeRow>, Fault> {
    let departures = db.query_all(&departures(left(asked, usual))).await?;
    let rules = DischargeRules::default();
    let mut found = Vec::with_capacity(departures.len());
    for row in &departures {
        let departure = departure(row)?;
        let specialty = usual.get(&departure.ward).map(String::as_str);
        let discharge = DischargeRow::of_departure(departure, specialty, &rules);
        found.extend(discharge.filter(|discharge| asked.fits_discharge(discharge)));
    }
    Ok(found)
}

/// The stays that ended and are asked for, as [`Asked::fits_discharge`] says it of a row.
pub(super) fn left(asked: &Asked, usual: &BTreeMap<WardCode, String>) -> Condition {
    let (first, after) = (london::start_of(asked.from), london::start_of(asked.to + Days::new(1)));
    let left = Condition::all()
        .add(gone(stay::Column::DischargedAt).gte(first))
        .add(gone(stay::Column::DischargedAt).lt(after))
        .add(gone(stay::Column::VoidedAt).is_null());
    let ward = asked.ward.as_ref().map(|ward| gone(stay::Column::Ward).eq(ward.as_str()));
    let specialty = asked.specialty.as_ref().map(|specialty| {
        let wards = usual.iter().filter(|(_, usual)| *usual == specialty).map(|(ward, _)| ward.as_str());
        let usual = gone(stay::Column::Ward).is_in(wards);
        gone(stay::Column::Specialty).eq(specialty).or(gone(stay::Column::Specialty).is_null().and(usual))
    });
    let pathway = asked.pathway.map(|pathway| {
        let destinations = Destination::iter().filter(|to| to.pathway() == Some(pathway)).map(<&str>::from);
        let usual = gone(stay::Column::Destination).is_in(destinations);
        let actual = gone(stay::Column::PathwayActual);
        actual.clone().eq(<&str>::from(pathway)).or(actual.is_null().and(usual))
    });
    left.add_option(ward).add_option(specialty).add_option(pathway)
}

fn gone(column: stay::Column) -> Expr {
    Expr::col((GONE, column))
}

fn departures(left: Condition) -> SelectStatement {
    let columns = [
        stay::Column::Id,
        stay::Column::PatientId,
        stay::Column::Ward,
        stay::Column::Specialty,
        stay::Column::AdmittedAt,
        stay::Column::DischargedAt,
        stay::Column::Destination,
        stay::Column::ReadySince,
        stay::Column::ExpectedDischarge,
        stay::Column::PathwayProposed,
        stay::Column::PathwayActual,
        stay::Column::Classification,
        stay::Column::AdmissionMethod,
    ];
    let of_patient = Expr::col((patient::Entity, patient::Column::Id)).equals((GONE, stay::Column::PatientId));
    let mut departures = Query::select();
    departures.columns(columns.map(|column| (GONE, column))).column((patient::Entity, patient::Column::Born));
    departures.from_as(stay::Entity, GONE).inner_join(patient::Entity, of_patient).cond_where(left);
    departures
}

fn departure(row: &QueryResult) -> Result<Departure, Fault> {
    let text = |index| row.try_get_by_index::<Option<String>>(index);
    let pathway = |index| parse_some(text(index)?.as_ref(), "a pathway");
    Ok(Departure {
        stay: StayId(row.try_get_by_index(0)?),
        patient: PatientId(row.try_get_by_index(1)?),
        ward: parse(&row.try_get_by_index::<String>(2)?, "a ward code")?,
        specialty: row.try_get_by_index(3)?,
        admitted_at: row.try_get_by_index(4)?,
        discharged_at: row.try_get_by_index(5)?,
        destination: destination(row.try_get_by_index(6)?)?,
        // The reviews are not read: the day that follows from them stands in the row.
        ready_on: row.try_get_by_index(7)?,
        expected_discharge: row.try_get_by_index(8)?,
        proposed: pathway(9)?,
        actual: pathway(10)?,
        admitted_as: AdmittedAs {
            classification: parse_some(text(11)?.as_ref(), "a patient classification")?,
            method: parse_some(text(12)?.as_ref(), "an admission method")?,
        },
        born: row.try_get_by_index(13)?,
    })
}

fn destination(stored: Option<String>) -> Result<Destination, Fault> {
    Ok(parse_some(stored.as_ref(), "a destination")?.unwrap_or(Destination::NotRecorded))
}

fn own_stay(row: &DischargeRow) -> PatientStay {
    PatientStay::told(row.patient, row.admitted_at, Some((row.discharged_at, row.destination)))
}

/// The further stays of those who left: those that ended in the period or later, and began not long after it.
fn other_stays(asked: &Asked, left: Condition) -> SelectStatement {
    let columns = [
        stay::Column::Id,
        stay::Column::PatientId,
        stay::Column::AdmittedAt,
        stay::Column::DischargedAt,
        stay::Column::Destination,
    ];
    let other = |column: stay::Column| Expr::col((OTHER, column));
    let of_patient = other(stay::Column::PatientId).equals((GONE, stay::Column::PatientId));
    let ended = other(stay::Column::DischargedAt);
    let mut others = Query::select();
    others.distinct().columns(columns.map(|column| (OTHER, column)));
    others.from_as(stay::Entity, GONE).join_as(sea_orm::JoinType::InnerJoin, stay::Entity, OTHER, of_patient);
    others.cond_where(left.add(gone(stay::Column::Id).equals((OTHER, stay::Column::Id)).not()));
    others.and_where(other(stay::Column::AdmittedAt).lt(london::start_of(asked.to + BACK_WITHIN)));
    others.and_where(ended.clone().is_null().or(ended.gte(london::start_of(asked.from))));
    others.and_where(other(stay::Column::VoidedAt).is_null());
    others
}

fn other_stay(row: &QueryResult) -> Result<(StayId, PatientStay), Fault> {
    let (patient, admitted_at) = (PatientId(row.try_get_by_index(1)?), row.try_get_by_index(2)?);
    let left = match row.try_get_by_index::<Option<DateTime<Utc>>>(3)? {
        Some(at) => Some((at, destination(row.try_get_by_index(4)?)?)),
        None => None,
    };
    Ok((StayId(row.try_get_by_index(0)?), PatientStay::told(patient, admitted_at, left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_period_is_asked_for_in_parts_that_miss_no_day() {
        let today = "2026-03-29".parse().expect("a day");
        for days in [1, 2, 31, 32, 33, 34, 365, 3_650] {
            let asked = Asked { from: today - Days::new(days), ..Asked::lately(today) };
            let asked_for: Vec<_> =
                parts(&asked).iter().flat_map(|part| part.from.iter_days().take_while(|day| *day <= part.to)).collect();
            assert_eq!(asked_for, asked.from.iter_days().take_while(|day| *day <= asked.to).collect::<Vec<_>>(), "{days}");
            assert_eq!(parts(&asked).len(), if days > 31 { 3 } else { 1 });
        }
    }
}
