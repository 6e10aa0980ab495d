//! Bringing in a ward's list: look at it first, then take it over.
//!
//! A list is compared with the hospital as it is; what differs becomes commands like those of any person, and goes through
//! [`Hospital::submit`]. The same list again changes nothing, and a blank cell erases nothing.

mod admit;
mod bring_in;
mod cells;
mod columns;
mod criteria_cell;
mod draft;
mod identify;
mod identity;
mod listed;
mod listed_place;
mod past;
mod patients;
mod picture;
mod plan;
mod report;
mod run;
mod task_cell;
mod task_heading;
mod tasks;
#[cfg(test)]
mod tests;
mod topic;
mod update;

use domain::{Actor, Problem, WardCode, list::ListReport, permission::Deed};
use sea_orm::DatabaseTransaction;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    clock,
    error::{Fault, OrProblem},
};
use run::Run;

/// A file as it was sent.
pub struct Upload {
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// The ward that the list is of; `None` where its rows say so themselves.
    pub ward: Option<WardCode>,
}

/// One list at a time: two that hold the same new patient must not both admit them.
static BRINGING_IN: Mutex<()> = Mutex::const_new(());

impl Hospital {
    /// Looks at a list without changing anything. The answer leads to its [report](Self::list_report), also where the file
    /// could not be read.
    pub async fn check_list(&self, actor: &Actor, upload: Upload) -> Result<Uuid, Problem> {
        require(actor, Deed::ImportList)?;
        let plan = self.plan_list(actor, &upload).await?;
        let report = plan.map(|plan| plan.foretold(&upload.file_name));
        let id = clock::new_id();
        let outcome = report.as_ref().map_err(ToString::to_string);
        let run = Run { id, by: actor, at: self.now(), keep: outcome.is_ok(), upload: &upload, outcome };
        let transaction = self.begin().await.or_problem()?;
        run::forget_unused(&transaction, actor).await.or_problem()?;
        run.store(&transaction).await.or_problem()?;
        recorded(transaction, actor, AdminEvent::ListChecked { import: id.to_string() }).await.or_problem()?;
        Ok(id)
    }

    /// What came, or would come, of a list. Where its file could not be read, the problem says why.
    pub async fn list_report(&self, actor: &Actor, import: Uuid) -> Result<ListReport, Problem> {
        require(actor, Deed::ImportList)?;
        run::report(self.reader(), import).await
    }

    /// Takes over a list that was looked at, once. It is compared anew: the hospital has moved on since.
    pub async fn import_list(&self, actor: &Actor, import: Uuid) -> Result<ListReport, Problem> {
        require(actor, Deed::ImportList)?;
        let _one_at_a_time = BRINGING_IN.lock().await;
        let upload = run::take(self.writing(), import).await?;
        let report = self.bring_in(actor, &upload).await?;
        let transaction = self.begin().await.or_problem()?;
        run::finish(&transaction, import, actor, self.now(), &report).await.or_problem()?;
        recorded(transaction, actor, AdminEvent::ListImported { import: import.to_string() }).await.or_problem()?;
        Ok(report)
    }

    /// Looks at a file, or takes it over at once: for the command line. The file itself is not kept.
    pub async fn import_file(&self, actor: &Actor, upload: Upload, dry_run: bool) -> Result<ListReport, Problem> {
        require(actor, Deed::ImportList)?;
        if dry_run {
            return readable(self.plan_list(actor, &upload).await?.map(|plan| plan.foretold(&upload.file_name)));
        }
        let _one_at_a_time = BRINGING_IN.lock().await;
        let report = self.bring_in(actor, &upload).await?;
        let id = clock::new_id();
        let run = Run { id, by: actor, at: self.now(), keep: false, upload: &upload, outcome: Ok(&report) };
        let transaction = self.begin().await.or_problem()?;
        run.store(&transaction).await.or_problem()?;
        recorded(transaction, actor, AdminEvent::ListImported { import: id.to_string() }).await.or_problem()?;
        Ok(report)
    }

    async fn bring_in(&self, actor: &Actor, upload: &Upload) -> Result<ListReport, Problem> {
        let plan = readable(self.plan_list(actor, upload).await?)?;
        let receipts = self.carry_out(actor, &plan).await?;
        Ok(plan.reported(&upload.file_name, &receipts))
    }
}

fn readable<T>(read: Result<T, interop::SheetProblem>) -> Result<T, Problem> {
    read.map_err(|problem| Problem::invalid(problem.to_string()))
}

async fn recorded(transaction: DatabaseTransaction, actor: &Actor, event: AdminEvent) -> Result<(), Fault> {
    audit::record(&transaction, By::Actor(actor), &event).await?;
    Ok(transaction.commit().await?)
}
