//! The whole hospital's board, against the bare query and serialisation of the same rows.

use std::time::Instant;

use anyhow::Result;
use serde_json::{Map, Value};
use sqlx::{Column, Row, SqliteConnection, ValueRef, sqlite::SqliteConnectOptions, sqlite::SqliteRow};

use crate::{
    house::House,
    report::{Report, median, milliseconds},
};

const TURNS: usize = 25;
const LIMIT: usize = 50_000;

/// The least that answers the same question: the columns of the board, row by row, as JSON.
const QUERIES: [&str; 3] = [
    "SELECT s.id, s.ward, s.bay, s.bed, s.admitted_at, s.consultant, s.specialty, s.expected_discharge, s.pathway_proposed, \
     s.pathway_agreed, s.criteria, s.ready_since, s.reviewed_at, s.what_matters, s.version, s.field_versions, p.family_name, p.given_name, \
     p.title, p.nhs_number, p.hospital_number, p.born, p.sex FROM stay s JOIN patient p ON p.id = s.patient_id \
     WHERE s.discharged_at IS NULL AND s.voided_at IS NULL",
    "SELECT t.stay_id, t.number, t.kind, t.title, t.owner_team, t.owner_name, t.state, t.blocking, t.waiting_on, t.waiting_for, t.due_at, \
     t.changed_at, t.changed_by FROM task t JOIN stay s ON s.id = t.stay_id WHERE s.discharged_at IS NULL AND s.voided_at IS NULL AND \
     (t.finished_at IS NULL OR t.finished_at >= date('now'))",
    "SELECT ward, bay, name FROM bed WHERE NOT closed ORDER BY ward, position",
];

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let mut client = house.client().await?;
    let options = SqliteConnectOptions::new().filename(house.database()).read_only(true);
    let mut bare = sqlx::ConnectOptions::connect(&options).await?;
    let (mut ours, mut reference, mut bytes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TURNS {
        let (body, _, took) = client.fetch("/api/v1/board", "identity").await?;
        bytes = body.len();
        ours.push(took);
        let begun = Instant::now();
        let json = query(&mut bare).await?;
        reference.push(begun.elapsed());
        assert!(!json.is_empty());
    }
    let (ours, reference) = (median(ours), median(reference));
    let ratio = ours.as_secs_f64() / reference.as_secs_f64();
    let figure = format!("whole board, GET /api/v1/board, {} kB, over HTTP", bytes / 1_000);
    report.compare(&figure, &milliseconds(ours), &milliseconds(reference), ratio, "at most 2× bare query and JSON", ratio <= 2.0);
    let (packed, _, _) = client.fetch("/api/v1/board", "br").await?;
    let kilobytes = format!("{} kB", packed.len() / 1_000);
    report.state("whole board in Brotli, as served", &kilobytes, "at most 50 kB", packed.len() <= LIMIT);
    Ok(())
}

async fn query(connection: &mut SqliteConnection) -> Result<Vec<u8>> {
    let mut tables = Vec::new();
    for query in QUERIES {
        let rows = sqlx::query(query).fetch_all(&mut *connection).await?;
        tables.push(Value::Array(rows.iter().map(object).collect()));
    }
    Ok(serde_json::to_vec(&tables)?)
}

fn object(row: &SqliteRow) -> Value {
    let value = |index: usize| match row.try_get_raw(index) {
        Ok(raw) if raw.is_null() => Value::Null,
        _ => row
            .try_get_unchecked::<String, _>(index)
            .map(Value::from)
            .or_else(|_| row.try_get_unchecked::<i64, _>(index).map(Value::from))
            .or_else(|_| row.try_get_unchecked::<uuid::Uuid, _>(index).map(|id| Value::from(id.to_string())))
            .unwrap_or(Value::Null),
    };
    Value::Object(
        row.columns().iter().enumerate().map(|(index, column)| (column.name().to_owned(), value(index))).collect::<Map<_, _>>(),
    )
}
