//! The hospital at the moment at which a list is compared with it: everything that planning needs, and no way to the database.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{Actor, Directory, Patient, Stay, Ward, WardCode, sentence::Names};

use super::topic::fold;

pub(super) struct Picture {
    /// The patients who are here.
    pub stays: Vec<Arc<Stay>>,
    /// Patients who were here before and whom the list may mean.
    pub past: Vec<PastPatient>,
    pub directory: Arc<Directory>,
    pub wards: Arc<Vec<Ward>>,
    /// The ward that was chosen for the whole list.
    pub ward: Option<WardCode>,
    pub actor: Actor,
    pub now: DateTime<Utc>,
    pub test_patients: bool,
}

/// Somebody who has left.
#[derive(Debug, Clone)]
pub(super) struct PastPatient {
    pub patient: Patient,
    /// When they last left; `None` where their stays were all recorded by mistake.
    pub left: Option<DateTime<Utc>>,
}

impl Picture {
    /// The ward that a list calls so, by its name or its code.
    pub(super) fn ward_called(&self, text: &str) -> Option<&Ward> {
        let folded = fold(text);
        self.wards.iter().find(|ward| fold(&ward.name) == folded || fold(ward.code.as_str()) == folded)
    }

    pub(super) fn ward(&self, code: &WardCode) -> Option<&Ward> {
        self.wards.iter().find(|ward| ward.code == *code)
    }

    pub(super) fn ward_name(&self, code: &WardCode) -> String {
        self.directory.ward(code)
    }
}
