//! What a person has to know about something they asked for.

use domain::{Conflict, Envelope, MutationId, Problem};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: MutationId,
    /// Whom and what it was about: "TTO dispensed for OBI, Amara (Ms)".
    pub about: String,
    pub kind: NoticeKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// It was not done, and why.
    NotDone(String),
    /// It was not done, since the session has ended; signing in again is the way on.
    SignedOut(Problem),
    /// Somebody else changed the same meanwhile: a person chooses.
    Conflict { conflicts: Vec<Conflict>, envelope: Box<Envelope> },
}
