//! Identities: `UUIDv7` newtypes, so that a patient's id can never stand where a stay's is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// One person who has been a patient here, however many stays they had.
    PatientId,
    /// One hospital provider spell: from admission to discharge.
    StayId,
    /// Somebody who signs in.
    AccountId,
    /// One thing a person asked for, made on their device. Sending it twice does it once.
    MutationId,
    /// What a trust decided about a chart: a target, or a rebasing.
    ChartDecisionId,
}

impl PatientId {
    pub(crate) fn is_default(&self) -> bool {
        self.0.is_nil()
    }
}
