//! The writer: takes the commands that wait, decides them one after another, and commits them together.
//!
//! Full durability costs one flush for the whole batch instead of one a command. Every command is decided against what the
//! ones before it left; a refusal leaves nothing behind. Where the database refuses a batch, its commands are tried again one
//! by one, so that only the one at fault fails.

mod batch;
mod beds;

use std::sync::Arc;

use domain::{Actor, Envelope, Problem, Receipt};
use tokio::sync::{mpsc, oneshot};

use crate::{database::Database, error::Fault, feed::Feed};
use batch::Batch;

/// Commands in one transaction at most.
const BATCH: usize = 64;
/// Commands that may wait. A sender past this waits itself.
const QUEUE: usize = 4_096;

/// A command that waits for its turn.
pub(crate) struct Job {
    pub envelope: Envelope,
    pub actor: Arc<Actor>,
    answer: oneshot::Sender<Result<Receipt, Problem>>,
}

pub(crate) struct Writer {
    queue: mpsc::Sender<Job>,
}

/// What a batch needs besides its jobs.
pub(crate) struct Desk {
    pub database: Database,
    pub feed: Arc<Feed>,
    pub test_patients: bool,
}

impl Writer {
    pub(crate) fn start(database: Database, feed: Arc<Feed>, test_patients: bool) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(run(Desk { database, feed, test_patients }, jobs));
        Self { queue }
    }

    /// Hands in a command. The answer comes after the commit.
    pub(crate) async fn hand_in(&self, envelope: Envelope, actor: Arc<Actor>) -> oneshot::Receiver<Result<Receipt, Problem>> {
        let (answer, receiver) = oneshot::channel();
        // Where the writer has stopped, the dropped answer says so to the caller.
        let _ = self.queue.send(Job { envelope, actor, answer }).await;
        receiver
    }
}

/// Ends when nobody can hand in a command any more.
async fn run(desk: Desk, mut jobs: mpsc::Receiver<Job>) {
    let mut waiting = Vec::with_capacity(BATCH);
    while jobs.recv_many(&mut waiting, BATCH).await > 0 {
        write(&desk, std::mem::take(&mut waiting)).await;
    }
}

async fn write(desk: &Desk, jobs: Vec<Job>) {
    match commit(desk, &jobs).await {
        Ok(receipts) => answer(jobs, receipts.into_iter().map(Ok)),
        Err(fault) if jobs.len() == 1 => answer(jobs, [Err(fault.into())]),
        Err(_) => {
            for job in jobs {
                let outcome = commit(desk, std::slice::from_ref(&job)).await;
                let receipt = outcome
                    .map_err(Problem::from)
                    .and_then(|mut receipts| receipts.pop().ok_or_else(|| Fault::Broken("a command without a receipt").into()));
                answer(vec![job], [receipt]);
            }
        }
    }
}

fn answer(jobs: Vec<Job>, receipts: impl IntoIterator<Item = Result<Receipt, Problem>>) {
    for (job, receipt) in jobs.into_iter().zip(receipts) {
        // Whoever asked may have gone; the change stands.
        let _ = job.answer.send(receipt);
    }
}

/// One transaction. Nothing of it is published, or answered, before it is committed.
async fn commit(desk: &Desk, jobs: &[Job]) -> Result<Vec<Receipt>, Fault> {
    let transaction = desk.database.begin().await?;
    let mut batch = Batch::open(desk, &transaction, jobs).await?;
    for job in jobs {
        batch.take(job)?;
    }
    let (receipts, entries) = batch.save(&transaction).await?;
    transaction.commit().await?;
    desk.feed.committed(entries).await;
    Ok(receipts)
}
