//! The log keeps its order and its bytes, in the year that an entry was recorded, on both databases.

use entity::event;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, Database, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, prelude::Uuid,
};
use testbed::{TestDatabase, databases};

/// Microseconds since 1970 ⇒ an entry recorded then.
fn entry(sequence: i64, recorded_micros: i64) -> event::Model {
    let recorded_at = sea_orm::prelude::ChronoDateTimeUtc::from_timestamp_micros(recorded_micros).expect("a real time");
    event::Model {
        sequence,
        stay_id: Uuid::from_u128(1),
        ward: "W1".into(),
        from_ward: None,
        position: sequence,
        actor_id: Uuid::from_u128(2),
        actor_name: "Amara Obi".into(),
        made_at: recorded_at,
        recorded_at,
        mutation_id: Uuid::from_u128(3),
        kind: "task completed".into(),
        payload: r#"{ "b":1,"a" : "Zoë" }"#.into(),
        previous_hash: String::new(),
        hash: "00".into(),
    }
}

async fn write(connection: &DatabaseConnection, entry: event::Model) -> bool {
    entry.into_active_model().insert(connection).await.is_ok()
}

#[tokio::test]
async fn an_entry_comes_back_as_it_was_written() {
    for database in &databases().await {
        let connection = Database::connect(database.url()).await.expect("the database opens");
        let written = entry(1, 1_795_000_000_123_456);
        assert!(write(&connection, written.clone()).await);
        assert_eq!(event::Entity::find_by_id(1).one(&connection).await, Ok(Some(written)));
    }
}

/// Within the years, before them and after them; whole seconds, milliseconds and microseconds. `SQLite` sorts text.
#[tokio::test]
async fn instants_sort_by_time() {
    let instants = [
        0,
        1_790_000_000_000_000,
        1_790_000_000_000_001,
        1_790_000_000_100_000,
        1_790_000_000_120_000,
        1_790_000_000_120_001,
        1_790_000_001_000_000,
        2_240_000_000_000_000,
    ];
    for database in &databases().await {
        let connection = Database::connect(database.url()).await.expect("the database opens");
        for (sequence, instant) in (1..).zip(instants.into_iter().rev()) {
            assert!(write(&connection, entry(sequence, instant)).await, "{instant}");
        }
        let by_time = event::Entity::find().order_by_asc(event::Column::RecordedAt);
        let sequences = by_time.select_only().column(event::Column::Sequence).into_tuple::<i64>().all(&connection).await;
        assert_eq!(sequences, Ok((1..=8).rev().collect()));
        let since = event::Entity::find().filter(event::COLUMN.recorded_at.gte(entry(1, instants[3]).recorded_at));
        assert_eq!(since.all(&connection).await.map(|entries| entries.len()), Ok(5));
    }
}

#[tokio::test]
async fn no_number_is_given_twice() {
    for database in &databases().await {
        let connection = Database::connect(database.url()).await.expect("the database opens");
        assert!(write(&connection, entry(1, 1_790_000_000_000_000)).await);
        assert!(!write(&connection, entry(1, 1_790_000_000_000_000)).await);
        let same_place = event::Model { position: 1, ..entry(2, 1_790_000_000_000_000) };
        assert!(!write(&connection, same_place).await);
    }
}

#[tokio::test]
async fn postgres_keeps_each_year_apart() {
    let database = TestDatabase::postgres().await;
    let connection = Database::connect(database.url()).await.expect("the database opens");
    assert!(write(&connection, entry(1, 1_790_000_000_000_000)).await);
    let moved = connection.execute_unprepared("UPDATE event_2026 SET hash = '01'").await.expect("2026 has a partition");
    assert_eq!(moved.rows_affected(), 1);
}
