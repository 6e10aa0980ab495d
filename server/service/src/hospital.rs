//! The hospital as one value: what every use case needs.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use domain::{
    EscalationTimes, MutationId, Problem,
    report::{SnapshotTimes, sitrep::published::Provider},
};
use tokio_util::sync::CancellationToken;

use crate::{
    clock,
    database::Database,
    directory::DirectoryCache,
    error::{Fault, OrProblem},
    feed::Feed,
    passwords::Passwords,
    searches::Searches,
    sessions::SessionCache,
    sign_in::Tries,
    writer::Writer,
};

/// What a trust may choose.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether patients with an NHS number from the 999 test range may be admitted: only where nobody is real.
    pub test_patients: bool,
    /// A session that nobody touches for this long asks for the password again.
    pub idle_lock: Duration,
    /// A session ends after this, whatever happens.
    pub session_length: Duration,
    /// Wrong passwords that one account, and one address, may give within a quarter of an hour.
    pub sign_in_tries: u32,
    /// How late a task is when it climbs.
    pub escalation: EscalationTimes,
    /// When patients are counted.
    pub snapshots: SnapshotTimes,
    /// As whom the trust publishes its figures.
    pub provider: Provider,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            test_patients: false,
            idle_lock: Duration::from_mins(15),
            session_length: Duration::from_hours(12),
            sign_in_tries: 10,
            escalation: EscalationTimes::default(),
            snapshots: SnapshotTimes::MIDNIGHT,
            provider: Provider::default(),
        }
    }
}

/// The use cases. Cloning it is cheap.
#[derive(Clone)]
pub struct Hospital(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub database: Database,
    pub settings: Settings,
    pub feed: Arc<Feed>,
    pub writer: Writer,
    pub sessions: SessionCache,
    pub directory: DirectoryCache,
    pub passwords: Passwords,
    pub tries: Tries,
    pub searches: Searches,
    pub stopping: CancellationToken,
}

impl Hospital {
    /// Opens the hospital on a migrated database: reads who is here, and starts the writer and the watch on the log.
    pub async fn open(database: Database, settings: Settings) -> Result<Self, Problem> {
        let stopping = CancellationToken::new();
        let feed = Arc::new(Feed::open(database.clone()).await.or_problem()?);
        let directory = DirectoryCache::default();
        let writer = Writer::start(database.clone(), Arc::clone(&feed), settings.test_patients);
        Arc::clone(&feed).watch(stopping.clone());
        let tries = Tries::new(settings.sign_in_tries);
        let sessions = SessionCache::default();
        let passwords = Passwords::new();
        let searches = Searches::default();
        Ok(Self(Arc::new(Inner { database, settings, feed, writer, sessions, directory, passwords, tries, searches, stopping })))
    }

    /// The server's clock.
    pub fn now(&self) -> DateTime<Utc> {
        clock::now()
    }

    /// A new mutation, for commands that the server itself makes for somebody.
    pub fn new_mutation(&self) -> MutationId {
        clock::new_id()
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Ends the live streams and the background work. Commands that were taken are finished first.
    pub fn stop(&self) {
        self.0.stopping.cancel();
    }

    /// Resolves once [`stop`](Self::stop) was called.
    pub async fn stopping(&self) {
        self.0.stopping.cancelled().await;
    }

    pub(crate) fn reader(&self) -> &sea_orm::DatabaseConnection {
        self.0.database.reader()
    }

    pub(crate) fn writing(&self) -> &sea_orm::DatabaseConnection {
        self.0.database.writer()
    }

    pub(crate) async fn begin(&self) -> Result<sea_orm::DatabaseTransaction, Fault> {
        Ok(self.0.database.begin().await?)
    }
}
