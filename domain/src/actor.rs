//! Who acts, and in which roles.

use serde::{Deserialize, Serialize};

use crate::{AccountId, TeamCode, WardCode};

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
