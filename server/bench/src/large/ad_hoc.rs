//! A filter that nobody foresaw, against the same question in hand-written SQL: the delays of a year of one ward, specialty
//! and pathway, from the rows of its nights and of its discharges.

use std::time::Instant;

use anyhow::{Result, ensure};
use domain::{
    Actor, Grant, Pathway, london,
    report::{Asked, Report as Document, ReportName, document::Cell},
};
use sea_orm::{ConnectionTrait, Statement, Value};
use service::{Hospital, Settings, clock, database::Database};

use super::{
    pages::a_year,
    trust::{Kind, Trust},
};
use crate::report::{Report, median, milliseconds};

const TURNS: usize = 15;
const WARD: &str = "cedar-ward";
const SPECIALTY: &str = "Care of the elderly";

/// Every night by criteria and reason: what the report's tables of nights are added up from.
const NIGHTS: &str = "SELECT r.at, r.criteria, r.reason, count(*) AS patients FROM census_row r \
    JOIN (SELECT at, max(version) AS version FROM census WHERE at BETWEEN $1 AND $2 GROUP BY at) c \
        ON c.at = r.at AND c.version = r.version \
    WHERE r.at BETWEEN $1 AND $2 AND r.ward = $3 AND r.specialty = $4 AND r.pathway = $5 AND r.excluded IS NULL \
    GROUP BY r.at, r.criteria, r.reason";

/// The discharges by days from the ready date, of those whom the statistics count.
fn discharges(kind: Kind) -> String {
    let days = match kind {
        Kind::Sqlite => "julianday(date(s.discharged_at)) - julianday(s.ready_since)",
        Kind::Postgres => "(s.discharged_at AT TIME ZONE 'Europe/London')::date - s.ready_since",
    };
    format!(
        "SELECT {days} AS days, count(*) AS patients FROM stay s JOIN patient p ON p.id = s.patient_id \
         WHERE s.discharged_at >= $1 AND s.discharged_at < $2 AND s.voided_at IS NULL AND s.ward = $3 AND s.specialty = $4 \
         AND s.pathway_actual = $5 AND s.destination NOT IN ('died', 'another_hospital') \
         AND p.born < $6 GROUP BY 1"
    )
}

pub async fn measure(trust: &Trust, report: &mut Report) -> Result<()> {
    let database = Database::open(&trust.url).await?;
    let hospital = Hospital::open(database.clone(), Settings::default()).await?;
    let asked = Asked {
        ward: WARD.parse().ok(),
        specialty: Some(SPECIALTY.to_owned()),
        pathway: Some(Pathway::P1),
        ..a_year(london::date(clock::now()))
    };
    let actor = Actor { id: clock::new_id(), name: "Bench".to_owned(), grants: vec![Grant::TrustLead] };
    let (mut ours, mut reference) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let begun = Instant::now();
        let found = hospital.report(&actor, ReportName::Delays, &asked).await?;
        ours.push(begun.elapsed());
        let begun = Instant::now();
        let ready = by_hand(&database, trust.kind, &asked).await?;
        reference.push(begun.elapsed());
        ensure!(delay_days(&found) == Some(ready), "the report and the statement disagree: {:?} and {ready}", delay_days(&found));
    }
    hospital.stop();
    let (ours, reference) = (median(ours), median(reference));
    let ratio = ours.as_secs_f64() / reference.as_secs_f64();
    let figure = format!("{}: delays of a ward, specialty and pathway, {} y", trust.kind.name(), trust.years);
    report.compare(&figure, &milliseconds(ours), &milliseconds(reference), ratio, "at most 1.2× hand-written SQL", ratio <= 1.2);
    Ok(())
}

/// Answers the bed days of delay.
async fn by_hand(database: &Database, kind: Kind, asked: &Asked) -> Result<u64> {
    let db = database.reader();
    let ask = |sql: &str, values: Vec<Value>| Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let of = || [WARD.into(), SPECIALTY.into(), "1".into()];
    let midnight = |day: chrono::NaiveDate| london::start_of(day + chrono::Days::new(1));
    let nights: Vec<Value> = [midnight(asked.from).into(), midnight(asked.to).into()].into_iter().chain(of()).collect();
    let nights = db.query_all_raw(ask(NIGHTS, nights)).await?;
    let bounds = [london::start_of(asked.from).into(), midnight(asked.to).into()];
    let adults = (asked.to - chrono::Days::new(16 * 365)).into();
    let left: Vec<Value> = bounds.into_iter().chain(of()).chain([adults]).collect();
    let left = db.query_all_raw(ask(&discharges(kind), left)).await?;
    ensure!(!left.is_empty(), "nobody left");
    let mut ready = 0;
    for night in nights {
        let (criteria, patients): (String, i64) = (night.try_get("", "criteria")?, night.try_get("", "patients")?);
        ready += if criteria == "not met" { u64::try_from(patients)? } else { 0 };
    }
    Ok(ready)
}

/// As the report has them of the one ward.
fn delay_days(report: &Document) -> Option<u64> {
    let wards = report.sections.iter().find(|section| section.heading == "By ward")?;
    match wards.table.rows.first()?.get(1)? {
        Cell::Count(days) => Some(*days),
        _ => None,
    }
}
