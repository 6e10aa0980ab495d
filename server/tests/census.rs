//! The demo hospital's two years, counted in three ways that know nothing of each other: the frozen census, the stays as they
//! are stored, and the log read again.

use chrono::{DateTime, TimeDelta, Utc};
use domain::london;
use mimalloc::MiMalloc;
use sea_orm::{ConnectionTrait, Statement};
use server::demo::{DemoOptions, DemoSize, load};
use service::{Hospital, Settings, database::Database};
use testbed::TestDatabase;

/// Two years in an unoptimised build: with the allocator of the program itself it takes two thirds of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::test(flavor = "multi_thread")]
async fn every_night_of_two_years_is_the_same_by_stays_by_log_and_frozen_on_sqlite() {
    every_night_is_the_same_in_three_ways(TestDatabase::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_night_of_two_years_is_the_same_by_stays_by_log_and_frozen_on_postgres() {
    every_night_is_the_same_in_three_ways(TestDatabase::postgres().await).await;
}

async fn every_night_is_the_same_in_three_ways(empty: TestDatabase) {
    let database = Database::open(empty.url()).await.expect("a database");
    let settings = Settings { test_patients: true, ..Settings::default() };
    let hospital = Hospital::open(database.clone(), settings).await.expect("a hospital");
    let now: DateTime<Utc> = "2026-11-19T14:20:31.123456Z".parse().expect("an instant");
    let summary = load(&hospital, DemoOptions { size: DemoSize::General, years: 2 }, now, &mut |line| println!("{line}"))
        .await
        .expect("a demo");
    assert_eq!(summary.nights, 730);

    let midnights = (0..730).rev().map(|night| london::start_of(london::date(now) - TimeDelta::days(night)));
    let frozen = nights(&database, FROZEN).await;
    assert_eq!(frozen.iter().map(|(night, _)| *night).collect::<Vec<_>>(), midnights.collect::<Vec<_>>());
    assert_eq!(frozen, nights(&database, BY_STAYS).await);
    let check = hospital.verify_census().await.expect("a check");
    let patients: i64 = frozen.iter().map(|(_, patients)| patients).sum();
    assert_eq!((check.counts, i64::try_from(check.rows), check.differences), (730, Ok(patients), vec![]));
}

const FROZEN: &str = "SELECT at, count(*) AS patients FROM census_row GROUP BY at ORDER BY at";

/// Everybody who came by a night, without everybody who had left by then.
const BY_STAYS: &str = "WITH turn (at, turn) AS ( \
        SELECT admitted_at, 1 FROM stay WHERE voided_at IS NULL \
        UNION ALL SELECT discharged_at, -1 FROM stay WHERE voided_at IS NULL AND discharged_at IS NOT NULL \
        UNION ALL SELECT at, 0 FROM census), \
    total AS (SELECT at, turn, sum(turn) OVER (ORDER BY at RANGE UNBOUNDED PRECEDING) AS patients FROM turn) \
    SELECT at, patients FROM total WHERE turn = 0 ORDER BY at";

/// Each night with the patients in a bed.
async fn nights(database: &Database, question: &str) -> Vec<(DateTime<Utc>, i64)> {
    let db = database.reader();
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), question)).await.expect("rows");
    rows.iter().map(|row| (row.try_get("", "at").expect("an instant"), row.try_get("", "patients").expect("a number"))).collect()
}
