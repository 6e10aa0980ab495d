//! Freezing what is due: each count once, however many servers run, and in order after a stop.

use chrono::{DateTime, Utc};
use domain::{Problem, report::Snapshot};
use entity::event;
use sea_orm::{EntityTrait, QueryOrder};

use super::{
    replay::{CLOCKS_DIFFER_BY, Replay},
    rules::CensusRules,
    stored::{self, NewCount},
};
use crate::{
    Hospital,
    error::{Fault, OrProblem},
};

/// What was frozen at one go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frozen {
    /// Counts that this server made; one that another server made meanwhile is not among them.
    pub counts: usize,
    /// Patients in a bed, in all of them.
    pub rows: usize,
}

impl Hospital {
    /// Freezes, in their order, all counts that are due at `now` after the latest one; in a hospital without any, from the
    /// log's first entry on.
    ///
    /// A count is due a minute after its instant: by then what was recorded up to it is committed, by other servers too,
    /// whose clocks may differ by less.
    pub async fn freeze_due(&self, now: DateTime<Utc>) -> Result<Frozen, Problem> {
        self.freeze_after_latest(now).await.or_problem()
    }

    /// As [`freeze_due`](Self::freeze_due), with no count at `after` or before it: for a log that was told from somewhere in
    /// the middle, so that its first weeks lack those who were here already.
    pub async fn freeze_since(&self, after: DateTime<Utc>, now: DateTime<Utc>) -> Result<Frozen, Problem> {
        self.freeze(after, now).await.or_problem()
    }

    async fn freeze_after_latest(&self, now: DateTime<Utc>) -> Result<Frozen, Fault> {
        let after = match stored::latest_instant(self.reader()).await? {
            Some(latest) => Some(latest),
            None => self.beginning().await?,
        };
        match after {
            Some(after) => self.freeze(after, now).await,
            None => Ok(Frozen::default()),
        }
    }

    /// When the first entry of the log was recorded.
    async fn beginning(&self) -> Result<Option<DateTime<Utc>>, Fault> {
        let first = event::Entity::find().order_by_asc(event::Column::RecordedAt).one(self.reader()).await?;
        Ok(first.map(|entry| entry.recorded_at))
    }

    async fn freeze(&self, after: DateTime<Utc>, now: DateTime<Utc>) -> Result<Frozen, Fault> {
        let mut due = self.settings().snapshots.due(after, now - CLOCKS_DIFFER_BY).map(Snapshot::at);
        let mut frozen = Frozen::default();
        let Some(mut at) = due.next() else {
            return Ok(frozen);
        };
        let rules = CensusRules::current(self.reader()).await?;
        let mut replay = Replay::begin(self.reader(), at).await?;
        loop {
            let rows = replay.rows(&rules);
            let next = due.next().filter(|_| !self.0.stopping.is_cancelled());
            // The next night is read while this one is written.
            let count = NewCount { at, version: 1, recount: None, rules: &rules, rows: &rows };
            let (is_ours, ()) = tokio::try_join!(self.keep(&count), on(&mut replay, next))?;
            if is_ours {
                frozen.counts += 1;
                frozen.rows += rows.len();
            }
            match next {
                Some(next) => at = next,
                None => return Ok(frozen),
            }
        }
    }

    /// The row of the count decides who makes it: its key lets one server in.
    async fn keep(&self, count: &NewCount<'_>) -> Result<bool, Fault> {
        let transaction = self.begin().await?;
        let is_first = stored::write(&transaction, count).await?;
        transaction.commit().await?;
        Ok(is_first)
    }
}

async fn on(replay: &mut Replay<'_>, to: Option<DateTime<Utc>>) -> Result<(), Fault> {
    match to {
        Some(to) => replay.advance(to).await,
        None => Ok(()),
    }
}
