//! From the log to everybody who watches: the book is turned and the live streams are told, entry by entry, in order.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use bytes::Bytes;
use domain::{Event, Frame, Stay, board::BoardRow};
use sea_orm::DatabaseConnection;
use tokio::sync::{Mutex, broadcast};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::{
    book::{Book, Turned},
    database::{Database, DatabaseKind},
    error::Fault,
    log::{self, Logged},
    rows,
};

/// Entries that a slow stream may lag behind before it catches up from the log.
const BACKLOG: usize = 4_096;
/// Entries that are read from the log at once.
const AT_ONCE: u64 = 1_000;
/// Past this many entries, reading the stays anew is quicker than following.
const TOO_FAR: i64 = 50_000;
/// How often the log is looked at for what another process wrote.
const POLL: Duration = Duration::from_millis(500);
/// The channel on which servers on one `PostgreSQL` wake each other.
pub(crate) const CHANNEL: &str = "homeward_log";

pub(crate) struct Feed {
    database: Database,
    book: Book,
    /// Held while the book is turned, so that entries are published in their order.
    turning: Mutex<()>,
    /// An entry; nothing where the stays were read anew and the entries in between were not followed.
    news: broadcast::Sender<Option<Arc<News>>>,
}

/// One entry on its way to the streams. Each form is encoded once, whoever listens.
pub(crate) struct News {
    pub logged: Logged,
    pub turned: Turned,
    entry: OnceLock<Bytes>,
    row: OnceLock<Bytes>,
    gone: OnceLock<Bytes>,
}

impl Feed {
    pub(crate) async fn open(database: Database) -> Result<Self, Fault> {
        let book = Book::default();
        let (news, _) = broadcast::channel(BACKLOG);
        let feed = Self { database, book, turning: Mutex::new(()), news };
        feed.read_all().await?;
        Ok(feed)
    }

    pub(crate) fn book(&self) -> &Book {
        &self.book
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<Option<Arc<News>>> {
        self.news.subscribe()
    }

    fn reader(&self) -> &DatabaseConnection {
        self.database.reader()
    }

    /// Publishes what was just committed here. Returns once the book shows it.
    pub(crate) async fn committed(&self, entries: Vec<Logged>) {
        let _turning = self.turning.lock().await;
        let next = self.book.sequence() + 1;
        if entries.first().is_some_and(|first| first.sequence > next) {
            self.catch_up_or_warn().await;
        }
        for logged in entries {
            self.publish(logged).await;
        }
    }

    /// Publishes what others committed.
    async fn look(&self) {
        let _turning = self.turning.lock().await;
        self.catch_up_or_warn().await;
    }

    /// An entry that can't be read must not hold up the hospital: the stays themselves are read instead, and the streams
    /// are told that they missed something.
    async fn catch_up_or_warn(&self) {
        let caught_up = match self.catch_up().await {
            Err(Fault::Unreadable(what)) => {
                warn!(what, "an entry of the log could not be read; reading the stays instead");
                self.read_all().await
            }
            other => other,
        };
        if let Err(fault) = caught_up {
            warn!(%fault, "the log could not be read; trying again");
        }
    }

    async fn catch_up(&self) -> Result<(), Fault> {
        let last = log::last_number(self.reader()).await?;
        if last - self.book.sequence() > TOO_FAR {
            return self.read_all().await;
        }
        while self.book.sequence() < last {
            let entries = log::after(self.reader(), self.book.sequence(), AT_ONCE).await?;
            if entries.is_empty() {
                return Err(Fault::Broken("the log has a gap"));
            }
            for logged in entries {
                self.publish(logged).await;
            }
        }
        Ok(())
    }

    /// Reads the stays as they are. The number is taken first: entries after it may be in the stays already, and are then
    /// passed over by their positions.
    async fn read_all(&self) -> Result<(), Fault> {
        let sequence = log::last_number(self.reader()).await?;
        let ids = rows::open_stay_ids(self.reader()).await?;
        let stays = rows::load(self.reader(), &ids).await?;
        self.book.replace(sequence, stays.into_values().map(|loaded| loaded.stay));
        let _ = self.news.send(None);
        Ok(())
    }

    async fn publish(&self, logged: Logged) {
        if logged.sequence <= self.book.sequence() {
            return;
        }
        let returned = match logged.entry.event {
            Event::DischargeCancelled => self.load(&logged).await,
            _ => None,
        };
        let turned = self.book.turn(&logged, returned);
        let news = News { logged, turned, entry: OnceLock::new(), row: OnceLock::new(), gone: OnceLock::new() };
        // Nobody listening is no fault.
        let _ = self.news.send(Some(Arc::new(news)));
    }

    async fn load(&self, logged: &Logged) -> Option<Stay> {
        let loaded = rows::load(self.reader(), &[logged.stay.0]).await;
        loaded.ok().and_then(|mut found| found.remove(&logged.stay)).map(|loaded| loaded.stay)
    }

    /// Watches the log for what other processes write, until `stopping`.
    pub(crate) fn watch(self: Arc<Self>, stopping: CancellationToken) {
        tokio::spawn(async move {
            let mut wake = Wake::new(&self.database).await;
            loop {
                tokio::select! {
                    () = stopping.cancelled() => return,
                    () = wake.next() => self.look().await,
                }
            }
        });
    }
}

/// What tells a server to look: `NOTIFY` on `PostgreSQL`, with a slow poll behind it; a quick look on `SQLite`.
enum Wake {
    Poll(tokio::time::Interval),
    Listen(Box<sqlx::postgres::PgListener>),
}

impl Wake {
    async fn new(database: &Database) -> Self {
        if database.kind() == DatabaseKind::Postgres
            && let Ok(mut listener) =
                sqlx::postgres::PgListener::connect_with(database.reader().get_postgres_connection_pool()).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            return Self::Listen(Box::new(listener));
        }
        Self::Poll(tokio::time::interval(POLL))
    }

    async fn next(&mut self) {
        match self {
            Self::Poll(interval) => {
                interval.tick().await;
            }
            Self::Listen(listener) => {
                // The time-out is the slow poll; a fault of the connection is mended by the listener itself.
                let _ = tokio::time::timeout(POLL * 4, listener.recv()).await;
            }
        }
    }
}

impl News {
    /// For those who saw the patient before and still do.
    pub(crate) fn as_entry(&self) -> Bytes {
        let Logged { sequence, stay, ward, entry, .. } = &self.logged;
        let frame = || Frame::Entry { stay: *stay, ward: ward.clone(), entry: entry.clone() };
        self.entry.get_or_init(|| encode(*sequence, &frame())).clone()
    }

    /// For those to whom the patient is new.
    pub(crate) fn as_row(&self, stay: &Stay) -> Bytes {
        self.row.get_or_init(|| encode_row(self.logged.sequence, BoardRow::of(stay.clone()))).clone()
    }

    /// For those who no longer see the patient.
    pub(crate) fn as_gone(&self) -> Bytes {
        let Logged { sequence, stay, entry, .. } = &self.logged;
        self.gone.get_or_init(|| encode(*sequence, &Frame::Gone { stay: *stay, entry: Some(entry.clone()) })).clone()
    }
}

pub(crate) fn encode_row(sequence: i64, row: BoardRow) -> Bytes {
    encode(sequence, &Frame::Row { row: Box::new(row) })
}

/// A message of the event stream: its number, and the frame as JSON on one line.
pub(crate) fn encode(sequence: i64, frame: &Frame) -> Bytes {
    let json = serde_json::to_string(frame).unwrap_or_default();
    Bytes::from(format!("id: {sequence}\ndata: {json}\n\n"))
}
