//! What the ward relies on when it opens its database.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Statement};
use testbed::{TestDatabase, databases, empty_databases};
use tokio::task::JoinSet;

use super::{Database, DatabaseKind, OpenError};

async fn open(url: &str) -> Database {
    Database::open(url).await.expect("the database opens")
}

async fn head(database: &Database) -> i64 {
    let heads = entity::log_head::Entity::find().all(database.reader()).await.expect("it is migrated");
    heads.iter().map(|head| head.sequence).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_migrate_once() {
    for database in &empty_databases().await {
        let mut servers = JoinSet::new();
        for _ in 0..6 {
            let url = database.url().to_owned();
            servers.spawn(async move { open(&url).await.migrate().await });
        }
        assert_eq!(servers.join_all().await, vec![Ok(()); 6], "{}", database.url());
        assert_eq!(head(&open(database.url()).await).await, 0);
    }
}

#[tokio::test]
async fn a_migrated_database_needs_nothing_more() {
    for database in &databases().await {
        assert_eq!(open(database.url()).await.migrate().await, Ok(()));
    }
}

/// Two servers on one file, each with transactions that read before they write.
#[tokio::test(flavor = "multi_thread")]
async fn no_write_is_lost_on_sqlite() {
    let file = TestDatabase::sqlite().await;
    let servers = [open(file.url()).await, open(file.url()).await];
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let server = servers[writer % 2].clone();
        writers.spawn(async move {
            for _ in 0..20 {
                read_and_add(&server).await.expect("it waits for its turn");
            }
        });
    }
    writers.join_all().await;
    assert_eq!(head(&servers[0]).await, 160);
}

async fn read_and_add(server: &Database) -> Result<(), DbErr> {
    let transaction = server.begin().await?;
    let heads = entity::log_head::Entity::find().all(&transaction).await?;
    let add = format!("UPDATE log_head SET sequence = {}", heads[0].sequence + 1);
    transaction.execute_unprepared(&add).await?;
    transaction.commit().await
}

#[tokio::test]
async fn what_is_not_committed_did_not_happen() {
    for database in &databases().await {
        let server = open(database.url()).await;
        let transaction = server.begin().await.expect("it begins");
        transaction.execute_unprepared("UPDATE log_head SET sequence = 9").await.expect("it writes");
        assert_eq!(head(&server).await, 0, "a reader saw it");
        drop(transaction);
        assert_eq!(head(&server).await, 0);
    }
}

#[tokio::test]
async fn readers_of_sqlite_cannot_write() {
    let file = TestDatabase::sqlite().await;
    let server = open(file.url()).await;
    assert!(server.reader().execute_unprepared("UPDATE log_head SET sequence = 1").await.is_err());
    assert!(server.writer().execute_unprepared("UPDATE log_head SET sequence = 1").await.is_ok());
}

#[rstest::rstest]
#[case("pragma_journal_mode WHERE journal_mode = 'wal'")]
#[case("pragma_synchronous WHERE synchronous = 2")] // FULL
#[case("pragma_foreign_keys WHERE foreign_keys = 1")]
#[case("pragma_busy_timeout WHERE timeout = 10000")]
#[tokio::test]
async fn the_writer_of_sqlite_is_durable_strict_and_patient(#[case] setting: &str) {
    let file = TestDatabase::sqlite().await;
    let server = open(file.url()).await;
    let ask = Statement::from_string(server.writer().get_database_backend(), format!("SELECT 1 FROM {setting}"));
    assert!(server.writer().query_one_raw(ask).await.expect("the setting exists").is_some());
}

#[tokio::test]
async fn readers_of_sqlite_keep_more_of_the_file_than_usual() {
    let file = TestDatabase::sqlite().await;
    let server = open(file.url()).await;
    let ask = "SELECT cache_size FROM pragma_cache_size";
    let ask = Statement::from_string(server.reader().get_database_backend(), ask);
    let row = server.reader().query_one_raw(ask).await.expect("the setting exists").expect("a value");
    assert_eq!(row.try_get_by_index::<i32>(0), Ok(-32_768));
}

#[tokio::test]
async fn a_missing_folder_is_made() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let server = open(&format!("sqlite:{}/var/board/homeward.db", folder.path().display())).await;
    assert_eq!((server.migrate().await, server.kind()), (Ok(()), DatabaseKind::Sqlite));
    assert_eq!(server.close().await, Ok(()));
}

#[tokio::test]
async fn an_address_that_cannot_work_is_refused_without_its_password() {
    assert!(matches!(Database::open("mysql://amara:secret@db/board").await, Err(OpenError::UnknownKind)));
    assert!(matches!(Database::open("sqlite::memory:").await, Err(OpenError::InMemory)));
    let address = TestDatabase::postgres().await.url().replace("homeward@", "homeward:secret@");
    let error = Database::open(&address.replace("/test_", "/absent_")).await.expect_err("there is no such database");
    assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
}
