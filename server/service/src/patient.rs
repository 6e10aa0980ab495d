//! One patient's stay, with all that happened.

use std::sync::Arc;

use domain::{Actor, Entry, Event, PatientRecord, Problem, Stay, StayId, Visibility, permission};

use crate::{Hospital, ViewedOn, error::OrProblem, log, rows};

impl Hospital {
    /// Leaves behind that the actor looked at the patient.
    pub async fn patient(&self, actor: &Actor, id: StayId) -> Result<PatientRecord, Problem> {
        let scope = permission::scope(actor);
        if !scope.sees_patients() {
            return Err(Problem::NotAllowed);
        }
        let sequence = self.0.feed.book().sequence();
        let stay = self.any_stay(id).await?.ok_or(Problem::NotFound)?;
        let view = scope.view(&stay);
        let seen = view.of(&stay).ok_or(Problem::NotAllowed)?;
        self.record_views(actor, ViewedOn::PatientPage, &[id]).await?;
        let mut entries = log::of_stay(self.reader(), id).await.or_problem()?;
        if view != permission::View::Whole {
            entries.retain(|entry| is_shown(entry, &seen));
        }
        Ok(PatientRecord { stay: seen, entries, sequence, now: self.now() })
    }

    /// A stay from the book, or from the database where the patient has left.
    pub(crate) async fn any_stay(&self, id: StayId) -> Result<Option<Arc<Stay>>, Problem> {
        if let Some(stay) = self.0.feed.book().stay(id) {
            return Ok(Some(stay));
        }
        let mut loaded = rows::load(self.reader(), &[id.0]).await.or_problem()?;
        Ok(loaded.remove(&id).map(|loaded| Arc::new(loaded.stay)))
    }
}

/// What somebody who sees only part of a stay reads in its timeline.
fn is_shown(entry: &Entry, seen: &Stay) -> bool {
    match &entry.event {
        Event::NoteAdded { visibility, .. } => *visibility == Visibility::SharedWithPartners,
        Event::WhatMattersSet { .. }
        | Event::QuestionAnswered { .. }
        | Event::NoteWithdrawn { .. }
        | Event::NoteRestored { .. } => false,
        Event::DayRecorded { words, .. } => words.is_none(),
        event => event.task().is_none_or(|task| seen.task(task).is_some()),
    }
}
