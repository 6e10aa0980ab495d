//! A task's next step, from a plain form: for whoever taps before the program has arrived, or has none.

use domain::{MutationId, StayId, TaskNumber};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Failure;

/// What one button of the page sends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskStep {
    /// Made with the page: sending the form twice does it once.
    pub mutation: MutationId,
    pub stay: StayId,
    pub task: TaskNumber,
    /// `take`, or the state to bring the task to.
    pub to: String,
    /// What it waits on, or why it is not needed or was a mistake.
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub waiting_for: String,
    /// How far the stay's log had come when the page was made.
    pub position: u32,
    /// The page to go back to.
    pub back: String,
}

#[server(name = ActOnTask, prefix = "/api/fn", endpoint = "act-on-task")]
pub async fn act_on_task(step: TaskStep) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    let stay = super::door::answer(hospital.board_row(&actor, step.stay).await)?.stay;
    let envelope = super::door::answer(step::envelope(&step, &stay, &actor, hospital.now()))?;
    let receipts = super::door::answer(hospital.submit(&actor, vec![envelope]).await)?;
    super::door::answer(receipts.into_iter().try_for_each(step::take_in))?;
    leptos_axum::redirect(&step.back_to());
    Ok(())
}

impl TaskStep {
    /// The page one came from, at the patient's row. Never a page of another site.
    #[cfg(feature = "ssr")]
    fn back_to(&self) -> String {
        let back = if crate::way::is_local(&self.back) { &self.back } else { "/" };
        format!("{back}#{}", crate::board::row_id(self.stay))
    }
}

/// A number for what a form asks for, made as its page is rendered.
#[cfg(feature = "ssr")]
pub fn new_mutation() -> MutationId {
    service::clock::new_id()
}

#[cfg(not(feature = "ssr"))]
pub fn new_mutation() -> MutationId {
    crate::outbox::device::mutation_id()
}

#[cfg(feature = "ssr")]
mod step {
    use chrono::{DateTime, Utc};
    use domain::{Actor, Command, Envelope, Problem, Receipt, Stay, WaitingFor, envelope, envelope::ReceiptResult, queue};

    use super::TaskStep;
    use crate::components::move_command;

    pub fn envelope(step: &TaskStep, stay: &Stay, actor: &Actor, now: DateTime<Utc>) -> Result<Envelope, Problem> {
        let command = command(step, stay, actor)?;
        // What is refused here may have been done by this very form before: the receipt will say.
        let seen = envelope::seen_at(step.position, stay, &command, actor, now).unwrap_or_default();
        Ok(Envelope { mutation_id: step.mutation, stay: step.stay, seen, command, made_at: now })
    }

    fn command(step: &TaskStep, stay: &Stay, actor: &Actor) -> Result<Command, Problem> {
        if step.to == "take" {
            let task = stay.task(step.task).ok_or(Problem::NotFound)?;
            return Ok(queue::claim(actor, task));
        }
        let to = step.to.parse().map_err(|_| Problem::invalid("Please choose what has become of the task."))?;
        let waiting_for = if step.waiting_for.is_empty() {
            WaitingFor::default()
        } else {
            step.waiting_for.parse().map_err(|_| Problem::invalid("Please say whether it is being arranged, or arranged."))?
        };
        Ok(move_command(to, step.task, &step.words, waiting_for))
    }

    /// The server's answer, in the words of somebody who can't be shown it any other way.
    pub fn take_in(receipt: Receipt) -> Result<(), Problem> {
        match receipt.result {
            ReceiptResult::Accepted { .. } | ReceiptResult::Unchanged => Ok(()),
            ReceiptResult::NotAllowed => Err(Problem::NotAllowed),
            ReceiptResult::Refused { message, .. } => Err(Problem::invalid(message)),
            ReceiptResult::Conflict { conflicts } => {
                let theirs: Vec<_> = conflicts.into_iter().map(|conflict| conflict.theirs).collect();
                let theirs = theirs.join(", ");
                Err(Problem::invalid(format!("Somebody else changed this meanwhile: {theirs}. Look again, then choose.")))
            }
        }
    }
}
