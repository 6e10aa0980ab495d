//! Who owns tasks: teams inside the hospital and partners outside it (`domain.md` 2.5, owner codes).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A team's short name, such as `PHA` or `ICB-CHC`: upper-case letters and dashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TeamCode(String);

/// Why a text is no team code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a team's code is 1 to 12 upper-case letters, digits and dashes")]
pub struct NotATeamCode;

impl TeamCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TeamCode {
    type Err = NotATeamCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let legal = text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
        if legal && (1..=12).contains(&text.len()) { Ok(Self(text.to_owned())) } else { Err(NotATeamCode) }
    }
}

impl fmt::Display for TeamCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for TeamCode {
    type Error = NotATeamCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TeamCode> for String {
    fn from(code: TeamCode) -> Self {
        code.0
    }
}

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
