//! A test's database is fresh, migrated and its own.

use sea_orm::{ConnectionTrait, Database, DbErr};
use testbed::{TestDatabase, databases, empty_databases};

async fn run(database: &TestDatabase, sql: &str) -> Result<u64, DbErr> {
    let connection = Database::connect(database.url()).await?;
    let result = connection.execute_unprepared(sql).await?;
    connection.close().await?;
    Ok(result.rows_affected())
}

const A_WARD: &str = "INSERT INTO ward (code, name, position) VALUES ('W1', 'Elgar', 1)";

#[tokio::test]
async fn two_tests_do_not_meet() {
    for (mine, yours) in databases().await.iter().zip(&databases().await) {
        assert_eq!(run(mine, A_WARD).await, Ok(1));
        assert_eq!(run(yours, A_WARD).await, Ok(1));
    }
}

#[tokio::test]
async fn an_empty_one_has_no_wards_table() {
    let [_sqlite, postgres] = &empty_databases().await;
    assert!(run(postgres, A_WARD).await.is_err());
}

#[test]
fn each_test_may_bring_its_own_runtime() {
    for _ in 0..3 {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async { assert_eq!(run(&TestDatabase::postgres().await, A_WARD).await, Ok(1)) });
    }
}

#[tokio::test]
async fn one_in_use_can_be_forgotten() {
    let database = TestDatabase::postgres().await;
    let connection = Database::connect(database.url()).await.expect("it can be opened");
    connection.execute_unprepared(A_WARD).await.expect("it is migrated");
    drop(database);
    assert_eq!(run(&TestDatabase::postgres().await, A_WARD).await, Ok(1));
}
