//! What `homeward` can be asked on the command line.

mod backup;
mod census;
mod demo;
mod discharges;
mod import;
mod report;
mod serve;
mod user;
mod verify_log;
mod views;

use anyhow::{Context, Result};
use service::{Hospital, database::Database};
use tracing_subscriber::EnvFilter;

use crate::{cli::Verb, demo::DemoOptions, panics, settings::Settings};

/// A board answers hundreds of streams: fewer threads than this starve each other on small machines.
const FEWEST_THREADS: usize = 4;

pub fn run(verb: Verb, settings: Settings) -> Result<()> {
    let threads = std::thread::available_parallelism().map_or(FEWEST_THREADS, |cores| cores.get().max(FEWEST_THREADS));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()?;
    runtime.block_on(async {
        match verb {
            Verb::Serve => serve::serve(&settings).await,
            Verb::Migrate => migrate(&settings).await,
            Verb::Demo { sheet: Some(file), .. } => demo::write_sheet(&file),
            Verb::Demo { size, years, no_history, live, speed, .. } => {
                let years = if no_history { 0 } else { years.unwrap_or(size.usual_years()) };
                demo::demo(&settings, DemoOptions { size, years }, live.then_some(speed)).await
            }
            Verb::Import { file, dry_run, ward, by } => import::import(&settings, &file, dry_run, ward, &by).await,
            Verb::User { username, name, roles, password_stdin } => {
                user::add(&settings, username, name, &roles, password_stdin).await
            }
            Verb::Backup { to } => backup::backup(&settings, &to).await,
            Verb::VerifyLog => verify_log::verify_log(&settings).await,
            Verb::Census { what } => census::census(&settings, what).await,
            Verb::Report { name, from, to, outside, file } => {
                report::report(&settings, report::Wanted { name, from, to, file, outside }).await
            }
            Verb::Discharges { from, to, file } => discharges::discharges(&settings, from, to, &file).await,
            Verb::Views { stay, account } => views::views(&settings, stay, account).await,
        }
    })
}

/// Libraries that tell at every start that there was nothing to do. What the setting names comes after, and wins.
const CHATTERS: &str = "sqlx=warn,sea_orm_migration=warn,";

/// Log lines go to standard error: standard output is for what was asked. Of a panic they say where it was, and no more.
pub fn start_logging(settings: &Settings) {
    let filter = |wanted: &str| EnvFilter::try_new(format!("{CHATTERS}{wanted}"));
    let filter = filter(settings.log_filter()).or_else(|_| filter("info")).unwrap_or_default();
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    panics::log_the_place_alone();
    if settings.json_logs() { lines.json().init() } else { lines.init() }
}

async fn open_database(settings: &Settings) -> Result<Database> {
    let database = Database::open(settings.database_url()).await.context("opening the database")?;
    database.migrate().await.context("bringing the database's schema up to date")?;
    Ok(database)
}

/// The hospital on a database that is up to date.
async fn open_hospital(settings: &Settings) -> Result<Hospital> {
    let hospital = Hospital::open(open_database(settings).await?, settings.hospital()?).await?;
    hospital.lay_out().await?;
    Ok(hospital)
}

async fn migrate(settings: &Settings) -> Result<()> {
    open_database(settings).await?;
    println!("The database is up to date.");
    Ok(())
}
