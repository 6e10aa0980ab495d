//! Who left on the days of a period: from the days that are kept, or else from the stays alone, since what is asked of a
//! discharge stands in its row.

use std::{collections::BTreeMap, sync::Arc};

use chrono::Days;
use domain::{
    AdmittedAs, Problem, StayId, WardCode, london,
    report::{Asked, Departure, DischargeRow},
    stay::Destination,
};
use entity::{patient, stay};
use sea_orm::{
    Condition, ConnectionTrait, QueryResult,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use strum::IntoEnumIterator;
use tokio::task::yield_now;

use super::{
    discharge_days::{Counting, KeptDays},
    side_by_side,
};
use crate::{
    Hospital,
    error::{Fault, OrProblem},
    rows::{from_json, parse, parse_some},
};

/// What the stays that ended are called in a statement.
pub(super) const GONE: &str = "gone";
const NEXT: &str = "next";

impl Hospital {
    /// The discharges that are asked for, in no order.
    pub(super) async fn departures(&self, asked: &Asked) -> Result<Vec<DischargeRow>, Problem> {
        Ok(self.departures_into(asked, Vec::push).await?.into_iter().flatten().collect())
    }

    /// What each part of the period adds up to. The discharges that are asked for are told to `add` in no order, and of days
    /// that are kept, one day's at a time.
    pub(super) async fn departures_into<Sums, Add>(&self, asked: &Asked, add: Add) -> Result<Vec<Sums>, Problem>
    where
        Sums: Default + Send + 'static,
        Add: Fn(&mut Sums, DischargeRow) + Clone + Send + Sync + 'static,
    {
        let counting = Arc::new(Counting::current(self.reader()).await.or_problem()?);
        let reading = |part| {
            let (hospital, counting, add) = (self.clone(), Arc::clone(&counting), add.clone());
            async move {
                let mut sums = Sums::default();
                read(hospital.reader(), &part, &counting, |row| add(&mut sums, row)).await?;
                Ok(sums)
            }
        };
        side_by_side::read(asked, reading).await.or_problem()
    }
}

/// The days that are kept, and the stays of the others.
async fn read(
    db: &impl ConnectionTrait,
    asked: &Asked,
    counting: &Counting,
    mut tell: impl FnMut(DischargeRow) + Send,
) -> Result<(), Fault> {
    let KeptDays { kept, others } = KeptDays::with_discharges(db, asked, counting).await?;
    for others in &others {
        read_stays(db, others, counting).await?.into_iter().for_each(&mut tell);
    }
    for day in &kept {
        let discharges: Vec<DischargeRow> = from_json(day, "the discharges of a day")?;
        discharges.into_iter().filter(|row| asked.fits_discharge(row)).for_each(&mut tell);
        yield_now().await;
    }
    Ok(())
}

/// The discharges that are asked for, each from the row of its stay.
pub(super) async fn read_stays(
    db: &impl ConnectionTrait,
    asked: &Asked,
    counting: &Counting,
) -> Result<Vec<DischargeRow>, Fault> {
    let Counting { rules, specialties, .. } = counting;
    let departures = db.query_all(&departures(left(asked, specialties))).await?;
    let mut found = Vec::with_capacity(departures.len());
    for row in &departures {
        let departure = departure(row)?;
        let specialty = specialties.get(&departure.ward).map(String::as_str);
        let discharge = DischargeRow::of_departure(departure, specialty, rules);
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
    let site = asked.site.as_ref().map(|site| gone(stay::Column::Ward).is_in(site.wards.iter().map(WardCode::as_str)));
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
    let authority = asked.local_authority.as_ref().map(|authority| gone(stay::Column::LocalAuthority).eq(authority));
    left.add_option(site).add_option(authority).add_option(ward).add_option(specialty).add_option(pathway)
}

fn gone(column: stay::Column) -> Expr {
    Expr::col((GONE, column))
}

fn departures(left: Condition) -> SelectStatement {
    let columns = [
        stay::Column::Id,
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
        stay::Column::LocalAuthority,
    ];
    let of_patient = Expr::col((patient::Entity, patient::Column::Id)).equals((GONE, stay::Column::PatientId));
    let mut departures = Query::select();
    departures.columns(columns.map(|column| (GONE, column))).column((patient::Entity, patient::Column::Born));
    departures.expr(next_admission());
    departures.from_as(stay::Entity, GONE).inner_join(patient::Entity, of_patient).cond_where(left);
    departures
}

/// When the patient was next admitted. A stay that was recorded by mistake is none.
fn next_admission() -> Expr {
    let next = |column: stay::Column| Expr::col((NEXT, column));
    let mut admissions = Query::select();
    admissions.expr(next(stay::Column::AdmittedAt).min()).from_as(stay::Entity, NEXT);
    admissions.and_where(next(stay::Column::PatientId).equals((GONE, stay::Column::PatientId)));
    admissions.and_where(next(stay::Column::Id).equals((GONE, stay::Column::Id)).not());
    admissions.and_where(next(stay::Column::AdmittedAt).gte(gone(stay::Column::DischargedAt)));
    admissions.and_where(next(stay::Column::VoidedAt).is_null());
    Expr::SubQuery(None, Box::new(admissions.into()))
}

fn departure(row: &QueryResult) -> Result<Departure, Fault> {
    let text = |index| row.try_get_by_index::<Option<String>>(index);
    let pathway = |index| parse_some(text(index)?.as_ref(), "a pathway");
    Ok(Departure {
        stay: StayId(row.try_get_by_index(0)?),
        ward: parse(&row.try_get_by_index::<String>(1)?, "a ward code")?,
        specialty: row.try_get_by_index(2)?,
        admitted_at: row.try_get_by_index(3)?,
        discharged_at: row.try_get_by_index(4)?,
        destination: destination(row.try_get_by_index(5)?)?,
        // The reviews are not read: the day that follows from them stands in the row.
        ready_on: row.try_get_by_index(6)?,
        expected_discharge: row.try_get_by_index(7)?,
        proposed: pathway(8)?,
        actual: pathway(9)?,
        admitted_as: AdmittedAs {
            classification: parse_some(text(10)?.as_ref(), "a patient classification")?,
            method: parse_some(text(11)?.as_ref(), "an admission method")?,
        },
        local_authority: row.try_get_by_index(12)?,
        born: row.try_get_by_index(13)?,
        next_admission: row.try_get_by_index(14)?,
    })
}

fn destination(stored: Option<String>) -> Result<Destination, Fault> {
    Ok(parse_some(stored.as_ref(), "a destination")?.unwrap_or(Destination::NotRecorded))
}
