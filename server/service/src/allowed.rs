//! Whether somebody may do what they ask for.

use domain::{
    Actor, Problem,
    permission::{self, Deed},
};

pub(crate) fn require(actor: &Actor, deed: Deed) -> Result<(), Problem> {
    if permission::may(actor, deed) { Ok(()) } else { Err(Problem::NotAllowed) }
}
