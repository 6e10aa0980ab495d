//! A stay as a row of the board: what a screen of many patients needs, and no more.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    CriteriaReview, CriteriaToReside, KindCode, PatientId, Stay, Task, criteria::CriteriaStatus, permission::View,
    task::order::waits_for, template,
};

/// A row: the stay with its history trimmed, so that a whole hospital fits a slow network.
///
/// Events apply to it as to the whole stay. What is finished is only counted, and stays in the row of a screen that was open
/// when it finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRow {
    pub stay: Stay,
    /// Finished tasks that are not in `stay.tasks`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub finished_earlier: u32,
    /// Their kinds, so that no pathway proposes them again.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub finished_kinds: BTreeSet<KindCode>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub notes: u32,
    /// Whether an open task that the viewer doesn't see blocks the way home.
    #[serde(default, skip_serializing_if = "is_no")]
    pub held_up_elsewhere: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_no(value: &bool) -> bool {
    !*value
}

impl BoardRow {
    /// What somebody sees of a stay. `None` where that is nothing.
    pub fn in_view(stay: &Stay, view: &View) -> Option<Self> {
        let seen = view.of(stay)?;
        let blocking = |stay: &Stay| stay.open_tasks().filter(|task| task.blocking).count();
        let held_up_elsewhere = blocking(stay) > blocking(&seen);
        Some(Self { held_up_elsewhere, ..Self::of(seen) })
    }

    /// Of the numbers that identify a patient a row has the NHS number.
    pub fn of(stay: Stay) -> Self {
        let mut row = Self::for_round(stay);
        row.stay.answers.clear();
        row.stay.reviews = recent(&row.stay.reviews);
        row
    }

    /// With what a board round talks about besides: the answers to the patient's questions, and who reviewed by which
    /// criteria.
    pub fn for_round(mut stay: Stay) -> Self {
        let before = stay.tasks.len();
        let finished = stay.tasks.iter().filter(|task| !task.state.is_open());
        let finished_kinds = finished.filter_map(template::stands_for).cloned().collect();
        stay.tasks.retain(|task| task.state.is_open());
        let finished_earlier = u32::try_from(before - stay.tasks.len()).unwrap_or(u32::MAX);
        let notes = u32::try_from(stay.notes.iter().filter(|note| note.withdrawn_at.is_none()).count()).unwrap_or(u32::MAX);
        stay.notes.clear();
        stay.patient.id = PatientId::default();
        stay.patient.hospital_number = None;
        keep_last(&mut stay.days);
        keep_last(&mut stay.delays);
        stay.versions.clear();
        Self { stay, finished_earlier, finished_kinds, notes, held_up_elsewhere: false }
    }

    /// With everything that is known, as on the patient's own page.
    pub fn whole(stay: Stay) -> Self {
        Self { stay, finished_earlier: 0, finished_kinds: BTreeSet::new(), notes: 0, held_up_elsewhere: false }
    }

    /// Whether the patient has a task of this kind, or has had one.
    pub fn has_had(&self, kind: &KindCode) -> bool {
        self.finished_kinds.contains(kind) || self.stay.tasks.iter().filter_map(template::stands_for).any(|code| code == kind)
    }

    pub fn finished(&self) -> usize {
        self.finished_earlier as usize + self.stay.tasks.iter().filter(|task| !task.state.is_open()).count()
    }

    /// Open tasks, the next action first: those that wait for no other before those that do, and each by due time, those
    /// without one last.
    pub fn open_tasks_in_order(&self) -> Vec<&Task> {
        let mut tasks: Vec<&Task> = self.stay.open_tasks().collect();
        tasks.sort_by_cached_key(|task| {
            let waits = waits_for(&self.stay, task).next().is_some();
            (waits, task.due.is_none(), task.due, task.number)
        });
        tasks
    }

    /// Whether the patient could leave for all that is known: the bed is no longer needed, and no task is open or parked.
    pub fn nothing_stands_in_the_way(&self) -> bool {
        let has_open = self.stay.tasks.iter().any(|task| task.state.is_open());
        !has_open && self.stay.criteria_status() == CriteriaStatus::NotMet
    }
}

fn keep_last<T>(records: &mut Vec<T>) {
    records.drain(..records.len().saturating_sub(1));
}

/// The reviews from which status, age and ready date follow: the first and the last of the current run, without who and by
/// which criteria.
fn recent(reviews: &[CriteriaReview]) -> Vec<CriteriaReview> {
    let run = reviews.iter().rev().take_while(|review| review.found == CriteriaToReside::NotMet).count();
    let first = reviews.len() - run.max(1).min(reviews.len());
    let kept = match &reviews[first..] {
        [] => vec![],
        [only] => vec![only],
        [first, .., last] => vec![first, last],
    };
    kept.into_iter().map(trimmed).collect()
}

fn trimmed(review: &CriteriaReview) -> CriteriaReview {
    let found = match review.found {
        CriteriaToReside::Met(_) => CriteriaToReside::Met(Vec::new()),
        CriteriaToReside::NotMet => CriteriaToReside::NotMet,
    };
    CriteriaReview { found, reviewed_at: review.reviewed_at, by: String::new() }
}
