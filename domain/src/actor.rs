//! Who acts, and in which roles.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, TeamCode, WardCode,
    code::{NotATeamCode, NotAWardCode},
};

/// Somebody who has signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub id: AccountId,
    pub name: String,
    pub grants: Vec<Grant>,
}

/// A role, with the ward or team it holds for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    WardStaff(WardCode),
    DischargeCoordinator,
    TeamMember(TeamCode),
    TrustLead,
    Administrator,
    /// A screen on the wall of this ward, which nobody sits at.
    WallScreen(WardCode),
}

/// Why a word is no [`Grant`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAGrant {
    #[error("expected administrator, discharge-coordinator, trust-lead, ward:CODE, team:CODE or wall:CODE")]
    Role,
    #[error(transparent)]
    Ward(#[from] NotAWardCode),
    #[error(transparent)]
    Team(#[from] NotATeamCode),
}

/// The six roles, without their ward or team.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[strum(serialize = "ward staff")]
    WardStaff,
    #[strum(serialize = "discharge coordinator")]
    DischargeCoordinator,
    #[strum(serialize = "team member")]
    TeamMember,
    #[strum(serialize = "trust lead")]
    TrustLead,
    #[strum(serialize = "administrator")]
    Administrator,
    #[strum(serialize = "wall screen")]
    WallScreen,
}

impl Grant {
    pub fn role(&self) -> Role {
        match self {
            Self::WardStaff(_) => Role::WardStaff,
            Self::DischargeCoordinator => Role::DischargeCoordinator,
            Self::TeamMember(_) => Role::TeamMember,
            Self::TrustLead => Role::TrustLead,
            Self::Administrator => Role::Administrator,
            Self::WallScreen(_) => Role::WallScreen,
        }
    }
}

/// One word, as it is typed for the program or sent by a form: `ward:ward-3b`, `team:PHA`, `wall:ward-3b`, `administrator`,
/// `discharge-coordinator` or shorter `coordinator`, `trust-lead` or shorter `lead`.
impl FromStr for Grant {
    type Err = NotAGrant;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(match word.split_once(':') {
            Some(("ward", code)) => Self::WardStaff(code.parse()?),
            Some(("team", code)) => Self::TeamMember(code.parse()?),
            Some(("wall", code)) => Self::WallScreen(code.parse()?),
            None if word == "administrator" => Self::Administrator,
            None if matches!(word, "discharge-coordinator" | "coordinator") => Self::DischargeCoordinator,
            None if matches!(word, "trust-lead" | "lead") => Self::TrustLead,
            _ => return Err(NotAGrant::Role),
        })
    }
}

impl Actor {
    /// Whether somebody typed this person's name, to sign with it. Capitals and spaces make no other name.
    pub fn is_called(&self, typed: &str) -> bool {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        plain(typed) == plain(&self.name)
    }

    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role() == role)
    }

    /// Whether this is no person but a screen on a wall: the first of its wards.
    pub fn wall(&self) -> Option<&WardCode> {
        let wall = |grant: &Grant| matches!(grant, Grant::WallScreen(_));
        let is_wall = self.grants.iter().all(wall);
        self.walls().next().filter(|_| is_wall)
    }

    pub fn walls(&self) -> impl Iterator<Item = &WardCode> {
        self.grants.iter().filter_map(|grant| match grant {
            Grant::WallScreen(ward) => Some(ward),
            _ => None,
        })
    }

    pub fn wards(&self) -> impl Iterator<Item = &WardCode> {
        self.grants.iter().filter_map(|grant| match grant {
            Grant::WardStaff(ward) => Some(ward),
            _ => None,
        })
    }

    pub fn teams(&self) -> impl Iterator<Item = &TeamCode> {
        self.grants.iter().filter_map(|grant| match grant {
            Grant::TeamMember(team) => Some(team),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("ward:ward-3b", Ok(Grant::WardStaff("ward-3b".parse().expect("a ward"))))]
    #[case("team:ICB-CHC", Ok(Grant::TeamMember("ICB-CHC".parse().expect("a team"))))]
    #[case("wall:ward-3b", Ok(Grant::WallScreen("ward-3b".parse().expect("a ward"))))]
    #[case("administrator", Ok(Grant::Administrator))]
    #[case("discharge-coordinator", Ok(Grant::DischargeCoordinator))]
    #[case("coordinator", Ok(Grant::DischargeCoordinator))]
    #[case("trust-lead", Ok(Grant::TrustLead))]
    #[case("lead", Ok(Grant::TrustLead))]
    #[case("ward:../etc", Err(NotAGrant::Ward(NotAWardCode)))]
    #[case("team:pha", Err(NotAGrant::Team(NotATeamCode)))]
    #[case("king", Err(NotAGrant::Role))]
    #[case("king:ward-3b", Err(NotAGrant::Role))]
    fn a_role_is_one_word(#[case] word: &str, #[case] expected: Result<Grant, NotAGrant>) {
        assert_eq!(word.parse(), expected);
    }
}
