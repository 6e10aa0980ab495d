//! The schema holds what the entities say, and refuses what the ward has no word for, on both databases.

use migration::{Migrator, MigratorTrait};
use sea_orm::{DatabaseConnection, DbErr, EntityTrait};
use testbed::{databases, empty_databases};

#[tokio::test]
async fn migrating_twice_is_migrating_once() {
    for database in &empty_databases().await {
        let connection = database.open().await;
        for _ in 0..2 {
            Migrator::up(&connection, None).await.expect("the migrations run");
        }
        assert_eq!(Migrator::get_pending_migrations(&connection).await.expect("they are listed").len(), 0);
    }
}

macro_rules! every_entity_is_readable {
    ($($table:ident),* $(,)?) => {
        const READABLE: &[&str] = &[$(stringify!($table)),*];

        async fn read_each(connection: &DatabaseConnection) -> Result<(), DbErr> {
            $(entity::$table::Entity::find().one(connection).await?;)*
            Ok(())
        }
    };
}

every_entity_is_readable!(
    account,
    account_role,
    admin_event,
    bed,
    census,
    census_row,
    census_rules,
    census_sums,
    chart_decision,
    delay_reason,
    discharge_day,
    event,
    import_run,
    log_head,
    long_stay_review,
    long_stay_sign_off,
    note,
    patient,
    receipt,
    red_green_day,
    residence_review,
    session,
    situation_report,
    stay,
    task,
    task_dependency,
    task_kind,
    team,
    view,
    ward,
);

#[tokio::test]
async fn every_column_of_every_entity_exists() {
    for database in &databases().await {
        assert_eq!(read_each(&database.open().await).await, Ok(()), "{}", database.url());
    }
}

#[test]
fn the_list_of_entities_is_complete() {
    let listed = include_str!("../../entity/src/lib.rs").lines().filter_map(|line| line.strip_prefix("pub mod "));
    assert_eq!(listed.map(|name| name.trim_end_matches(';')).collect::<Vec<_>>(), READABLE);
}

#[tokio::test]
async fn the_log_begins_at_nothing() {
    for database in &databases().await {
        let heads = entity::log_head::Entity::find().all(&database.open().await).await;
        assert_eq!(heads, Ok(vec![entity::log_head::Model { id: 1, sequence: 0 }]));
    }
}
