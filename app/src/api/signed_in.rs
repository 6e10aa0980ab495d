//! Who has signed in, and the names behind the hospital's codes.

use domain::{Actor, Directory};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Failure;
use crate::wire::Posted;

/// What every screen starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    pub actor: Actor,
    pub directory: Directory,
}

#[server(name = ReadSignedIn, prefix = "/api/fn", endpoint = "signed-in", input = Posted, output = Posted)]
pub async fn signed_in() -> Result<SignedIn, Failure> {
    let (hospital, actor) = super::door::open()?;
    let directory = super::door::answer(hospital.directory(&actor).await)?;
    Ok(SignedIn { actor, directory })
}
