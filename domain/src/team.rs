//! Who owns tasks: teams inside the hospital and partners outside it (`domain.md` 2.5, owner codes).

use serde::{Deserialize, Serialize};

use crate::TeamCode;

/// A team and what to call it on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    pub code: TeamCode,
    pub name: String,
    pub kind: TeamKind,
}

/// Partners see only what is shared with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TeamKind {
    Internal,
    Partner,
}
