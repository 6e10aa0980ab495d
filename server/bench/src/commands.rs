//! Commands acknowledged by 64 writers, with full durability and the log, against bare inserts in transactions of 32.

use std::time::{Duration, Instant};

use anyhow::Result;
use domain::{Command, Envelope, StayId};
use http_body_util::BodyExt;
use sqlx::{
    Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{house::House, report::Report};

const WRITERS: usize = 64;
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 3;

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let stays = stays(house).await?;
    let mut bare = open_bare(house).await?;
    let (mut ours, mut reference) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        ours.push(acknowledged(house, &stays, round).await?);
        reference.push(inserted(&mut bare).await?);
    }
    let (ours, reference) = (middle(ours), middle(reference));
    let figure = format!("commands acknowledged to {WRITERS} writers, over HTTP");
    let ratio = ours / reference;
    let third = "a third of bare SQLite in transactions of 32";
    report.compare(&figure, &format!("{ours:.0} /s"), &format!("{reference:.0} /s"), ratio, third, ratio >= 1.0 / 3.0);
    Ok(())
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

async fn stays(house: &House) -> Result<Vec<StayId>> {
    let (board, _, _) = house.client().await?.fetch("/api/v1/board", "identity").await?;
    let boards: Vec<domain::WardBoard> = serde_json::from_slice(&board)?;
    Ok(boards.iter().flat_map(|board| board.rows.iter().map(|row| row.stay.id)).collect())
}

/// Each writer has a patient and sets what matters to them, again and again, waiting for each answer.
async fn acknowledged(house: &House, stays: &[StayId], round: usize) -> Result<f64> {
    let until = Instant::now() + ROUND;
    let mut writers = Vec::new();
    for &stay in stays.iter().take(WRITERS) {
        let mut client = house.client().await?;
        writers.push(tokio::spawn(async move {
            let mut answers = 0_u32;
            while Instant::now() < until {
                let command =
                    Command::SetWhatMatters { words: format!("round {round}, number {answers}: going home to the garden") };
                let (mutation_id, made_at) = (service::clock::new_id(), service::clock::now());
                let envelope = Envelope { mutation_id, stay, seen: domain::Seen::new(), command, made_at };
                client.post("/api/v1/commands", &envelope).await?.into_body().collect().await?;
                answers += 1;
            }
            anyhow::Ok(answers)
        }));
    }
    let mut answers = 0;
    for writer in writers {
        answers += writer.await??;
    }
    Ok(f64::from(answers) / ROUND.as_secs_f64())
}

async fn open_bare(house: &House) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(house.folder.path().join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut connection = sqlx::ConnectOptions::connect(&options).await?;
    sqlx::query("CREATE TABLE entry (sequence INTEGER PRIMARY KEY, stay BLOB, payload TEXT)").execute(&mut connection).await?;
    Ok(connection)
}

/// Rows of the size of a log entry, 32 a transaction.
async fn inserted(connection: &mut SqliteConnection) -> Result<f64> {
    let begun = Instant::now();
    let payload = "x".repeat(400);
    let mut rows = 0_u32;
    while begun.elapsed() < ROUND {
        let mut transaction = connection.begin().await?;
        for _ in 0..32 {
            let insert = sqlx::query("INSERT INTO entry (stay, payload) VALUES (?, ?)");
            insert.bind(&[7_u8; 16][..]).bind(&payload).execute(&mut *transaction).await?;
            rows += 1;
        }
        transaction.commit().await?;
    }
    Ok(f64::from(rows) / begun.elapsed().as_secs_f64())
}
