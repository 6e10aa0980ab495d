//! The schema, one file a change, the same on `SQLite` and `PostgreSQL`. Append only: a change is a new file.

mod columns;
mod m0001_wards_and_teams;
mod m0002_task_kinds;
mod m0003_accounts;
mod m0004_patients;
mod m0005_stays;
mod m0006_tasks;
mod m0007_notes;
mod m0008_log;
mod m0009_admin_events;
mod m0010_imports;
mod m0011_task_templates;
mod m0012_rounds;
mod m0013_views;
mod m0014_board_layouts;
mod m0015_wall_screens;
mod m0016_census;
mod m0017_long_stay_reviews;
mod m0018_situation_reports;
mod m0019_report_sums;
mod m0020_chart_decisions;
mod m0021_admitted_as;
mod m0022_discharge_days;
mod m0023_places_of_reports;
mod m0024_tasks_of_discharge_days;
mod m0025_views_in_reviews;
mod m0026_latest_reviews;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

/// Every change, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_wards_and_teams::Migration),
            Box::new(m0002_task_kinds::Migration),
            Box::new(m0003_accounts::Migration),
            Box::new(m0004_patients::Migration),
            Box::new(m0005_stays::Migration),
            Box::new(m0006_tasks::Migration),
            Box::new(m0007_notes::Migration),
            Box::new(m0008_log::Migration),
            Box::new(m0009_admin_events::Migration),
            Box::new(m0010_imports::Migration),
            Box::new(m0011_task_templates::Migration),
            Box::new(m0012_rounds::Migration),
            Box::new(m0013_views::Migration),
            Box::new(m0014_board_layouts::Migration),
            Box::new(m0015_wall_screens::Migration),
            Box::new(m0016_census::Migration),
            Box::new(m0017_long_stay_reviews::Migration),
            Box::new(m0018_situation_reports::Migration),
            Box::new(m0019_report_sums::Migration),
            Box::new(m0020_chart_decisions::Migration),
            Box::new(m0021_admitted_as::Migration),
            Box::new(m0022_discharge_days::Migration),
            Box::new(m0023_places_of_reports::Migration),
            Box::new(m0024_tasks_of_discharge_days::Migration),
            Box::new(m0025_views_in_reviews::Migration),
            Box::new(m0026_latest_reviews::Migration),
        ]
    }
}
