//! What a person has to know about something they asked for.

use domain::{Conflict, Envelope, MutationId, StayId};

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
    /// The same of a patient who is not on this screen.
    NotDoneElsewhere { why: String, stay: StayId },
    /// What an earlier page could not send any more has been.
    Sent,
    /// Somebody else changed the same meanwhile: a person chooses.
    Conflict { conflicts: Vec<Conflict>, envelope: Box<Envelope> },
}
