//! What a search from anywhere gives.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Patient, Place, StayId};

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchAnswer {
    /// Less than two letters or digits: nobody was looked for.
    TooShort,
    Found {
        /// The surest first.
        hits: Vec<SearchHit>,
        /// How many there are; not all are shown where that is too many to read.
        of: usize,
        now: DateTime<Utc>,
    },
}

impl SearchAnswer {
    pub fn is_somebody(&self) -> bool {
        matches!(self, Self::Found { hits, .. } if !hits.is_empty())
    }
}

/// A patient who may be meant: enough to tell them from another, and to go to their page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    pub stay: StayId,
    pub patient: Patient,
    /// The ward's name.
    pub ward: String,
    pub place: Place,
    pub admitted_at: DateTime<Utc>,
    /// `None` while the patient is here.
    pub discharged_at: Option<DateTime<Utc>>,
}
