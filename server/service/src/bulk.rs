//! Telling a hospital its past: many stays at once, for the demo hospital and for taking over another system's history.
//!
//! Every step is decided and chained like any other change; only the queue, the receipts and the live streams are left out,
//! so a server that runs on the same database notices what came in by the log.

use chrono::{DateTime, Utc};
use domain::{Actor, Command, Entry, Envelope, Problem, Refusal, Stay, StayId, apply, decide};

use crate::{
    Hospital, clock,
    error::{Fault, OrProblem},
    log::{self, Draft},
    rows::{self, Change, RowSet},
};

/// A stay, told from its admission on.
pub struct Story {
    pub stay: StayId,
    pub steps: Vec<Step>,
}

/// Who asked for what, and when.
pub struct Step {
    pub at: DateTime<Utc>,
    pub by: std::sync::Arc<Actor>,
    pub command: Command,
}

/// Why a story could not be told.
#[derive(Debug, thiserror::Error)]
pub enum TellError {
    #[error("step {step} of stay {stay} is refused: {refusal}")]
    Refused { stay: StayId, step: usize, refusal: Refusal },
    #[error(transparent)]
    Problem(#[from] Problem),
}

/// Stories that have been decided and wait to be written.
pub struct Decided(Vec<Told>);

struct Told {
    stay: Stay,
    drafts: Vec<Draft>,
}

impl Hospital {
    /// Writes the stories in one transaction. For whoever runs the server: nobody's permission is asked.
    pub async fn tell(&self, stories: Vec<Story>) -> Result<(), TellError> {
        Ok(self.tell_decided(Decided::of(stories)?).await?)
    }

    /// The second half of [`tell`](Self::tell), for a long history: the next stories are decided while these are written.
    pub async fn tell_decided(&self, Decided(told): Decided) -> Result<(), Problem> {
        self.write(told).await.or_problem()
    }

    async fn write(&self, told: Vec<Told>) -> Result<(), Fault> {
        let transaction = self.begin().await?;
        let mut rows = RowSet::default();
        for Told { stay, drafts } in &told {
            let last_hash = drafts.last().map_or(log::NO_HASH, |draft| &draft.hash);
            let entries: Vec<&Entry> = drafts.iter().map(|draft| &draft.logged.entry).collect();
            rows.add(&Change { before: None, after: stay, entries: &entries, last_hash })?;
        }
        rows::save(&transaction, rows).await?;
        let mut drafts: Vec<Draft> = told.into_iter().flat_map(|told| told.drafts).collect();
        // In the order in which they were recorded, as a running hospital would have written them. The sort is stable, so a
        // stay's own entries stay in their order.
        drafts.sort_by_key(|draft| draft.logged.entry.at);
        let first = log::take_numbers(&transaction, drafts.len()).await?;
        log::append(&transaction, drafts, first).await?;
        transaction.commit().await?;
        Ok(())
    }
}

impl Decided {
    pub fn of(stories: Vec<Story>) -> Result<Self, TellError> {
        Ok(Self(stories.into_iter().map(told).collect::<Result<Vec<Told>, TellError>>()?))
    }

    /// How many stories they are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn told(story: Story) -> Result<Told, TellError> {
    let mut stay = Stay::before_admission(story.stay);
    let mut drafts: Vec<Draft> = Vec::with_capacity(story.steps.len());
    for (number, Step { at, by, command }) in story.steps.into_iter().enumerate() {
        let events =
            decide(&stay, &command, &by, at).map_err(|refusal| TellError::Refused { stay: stay.id, step: number, refusal })?;
        let envelope = Envelope { mutation_id: clock::new_id(), stay: stay.id, seen: domain::Seen::new(), command, made_at: at };
        for event in events {
            let entry = Entry { position: stay.position + 1, at, by: by.name.clone(), event };
            apply(&mut stay, &entry);
            let previous = drafts.last().map_or(log::NO_HASH, |draft| draft.hash.as_str());
            let ward = stay.place.ward.clone();
            let draft = Draft::new(&envelope, &by, &ward, entry, previous).or_problem()?;
            drafts.push(draft);
        }
    }
    Ok(Told { stay, drafts })
}
