//! Comparing a file with the hospital as it is now, and carrying out what follows.

use std::sync::Arc;

use domain::{Actor, Envelope, Problem, Receipt};
use interop::{Sheet, SheetProblem, read_sheet};

use super::{
    Upload, past,
    picture::Picture,
    plan::{Plan, plan},
};
use crate::{
    Hospital, clock,
    error::{Fault, OrProblem},
    submit::ENVELOPES_AT_ONCE,
};

impl Hospital {
    /// The plan for a file; or why it cannot be read. Reading and comparing take time, so both happen beside the server's work.
    pub(super) async fn plan_list(&self, actor: &Actor, upload: &Upload) -> Result<Result<Plan, SheetProblem>, Problem> {
        let (name, bytes) = (upload.file_name.clone(), upload.bytes.clone());
        let sheet = match beside(move || read_sheet(&name, &bytes)).await? {
            Ok(sheet) => sheet,
            Err(problem) => return Ok(Err(problem)),
        };
        let mut picture = self.picture(actor, upload).await?;
        picture.past = past::read(self.reader(), &sheet, &picture).await.or_problem()?;
        beside(move || Ok(planned(&sheet, &picture))).await
    }

    async fn picture(&self, actor: &Actor, upload: &Upload) -> Result<Picture, Problem> {
        let wards = self.all_wards().await?;
        if let Some(ward) = upload.ward.as_ref().filter(|ward| !wards.iter().any(|known| known.code == **ward)) {
            return Err(Problem::invalid(format!("There is no ward called {ward}.")));
        }
        let directory = self.names().await?;
        Ok(Picture {
            stays: self.0.feed.book().read().stays.values().map(Arc::clone).collect(),
            past: Vec::new(),
            directory,
            wards,
            ward: upload.ward.clone(),
            actor: actor.clone(),
            now: self.now(),
            test_patients: self.settings().test_patients,
        })
    }

    /// Submits every step, in the order of the rows.
    pub(super) async fn carry_out(&self, actor: &Actor, plan: &Plan) -> Result<Vec<Receipt>, Problem> {
        let steps =
            plan.rows.iter().flat_map(|row| row.stay.into_iter().flat_map(|stay| row.steps.iter().map(move |step| (stay, step))));
        let envelopes: Vec<Envelope> = steps
            .map(|(stay, step)| Envelope {
                mutation_id: self.new_mutation(),
                stay,
                seen: domain::Seen::new(),
                command: step.command.clone(),
                made_at: self.now(),
            })
            .collect();
        let mut receipts = Vec::with_capacity(envelopes.len());
        for chunk in envelopes.chunks(ENVELOPES_AT_ONCE) {
            receipts.extend(self.submit(actor, chunk.to_vec()).await?);
        }
        Ok(receipts)
    }
}

fn planned(sheet: &Sheet, picture: &Picture) -> Plan {
    plan(sheet, picture, &mut clock::new_id)
}

async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(|_| Fault::Broken("reading a list failed"))?)
}
