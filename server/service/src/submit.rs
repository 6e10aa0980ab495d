//! The only way ward work changes: an envelope goes in, a receipt comes out.

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{Actor, Command, Envelope, Problem, Receipt};

use crate::{Hospital, error::Fault};

/// Most envelopes that may come at once.
pub(crate) const ENVELOPES_AT_ONCE: usize = 500;

impl Hospital {
    /// Carries out the envelopes in their order. Each has its own receipt: one that is refused does not hold up the next.
    ///
    /// A receipt says that the change is on the disk. The same envelope again gives the same receipt.
    pub async fn submit(&self, actor: &Actor, envelopes: Vec<Envelope>) -> Result<Vec<Receipt>, Problem> {
        if envelopes.len() > ENVELOPES_AT_ONCE {
            let count = envelopes.len();
            return Err(Problem::invalid(format!("At most {ENVELOPES_AT_ONCE} changes at once; these are {count}.")));
        }
        let actor = Arc::new(actor.clone());
        let mut answers = Vec::with_capacity(envelopes.len());
        for envelope in envelopes {
            answers.push(self.0.writer.hand_in(whole_microseconds(envelope), Arc::clone(&actor)).await);
        }
        let mut receipts = Vec::with_capacity(answers.len());
        for answer in answers {
            receipts.push(answer.await.map_err(|_| Fault::Broken("the writer has stopped"))??);
        }
        Ok(receipts)
    }
}

/// Instants as `PostgreSQL` will keep them, so that a stay in memory and the same stay read back are equal.
fn whole_microseconds(mut envelope: Envelope) -> Envelope {
    cut(&mut envelope.made_at);
    match &mut envelope.command {
        Command::AdmitPatient(admission) => cut(&mut admission.admitted_at),
        Command::ReviewCriteria { reviewed_at, .. } | Command::WithdrawReview { reviewed_at, .. } => cut(reviewed_at),
        Command::DischargePatient { at, .. } => cut(at),
        Command::AddTask(new) => new.due.iter_mut().for_each(cut),
        Command::SetTaskDue { due, .. } => due.iter_mut().for_each(cut),
        _ => {}
    }
    envelope
}

fn cut(instant: &mut DateTime<Utc>) {
    *instant = instant.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(*instant);
}
