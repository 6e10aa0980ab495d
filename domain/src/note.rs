//! Notes, each with who may read it (`domain.md` 5.1, hazard 13: the default is internal).

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A note's number in its stay, drawn by whoever writes it. See [`crate::TaskNumber`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteNumber(pub u32);

impl fmt::Display for NoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumString)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Hospital staff only.
    #[default]
    #[strum(serialize = "internal")]
    Internal,
    /// Also partner teams with a task for this patient.
    #[strum(serialize = "shared with partners")]
    SharedWithPartners,
}

impl Visibility {
    pub fn words(self) -> &'static str {
        match self {
            Self::Internal => "Hospital staff only",
            Self::SharedWithPartners => "Shared with partners",
        }
    }
}

/// Something a person wrote down. It is withdrawn, never removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub number: NoteNumber,
    pub text: String,
    #[serde(default)]
    pub visibility: Visibility,
    pub by: String,
    pub at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<DateTime<Utc>>,
}
