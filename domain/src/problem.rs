//! What went wrong, as a person meets it. The one error that leaves the server.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    #[error("Please sign in.")]
    SignInNeeded,
    #[error("The screen is locked. Please give your password.")]
    Locked,
    #[error("You may not see or do this. Ask your ward manager or administrator if you should.")]
    NotAllowed,
    #[error("There is nothing here.")]
    NotFound,
    /// Something that was typed or sent is not right; the message says what was expected.
    #[error("{message}")]
    Invalid { message: String },
    #[error("Too many tries. Please wait {seconds} seconds.")]
    TooManyTries { seconds: u64 },
    #[error("That is {size} bytes; {limit} is the most.")]
    TooLarge { size: u64, limit: u64 },
    /// Logged once on the server under this number.
    #[error("Something went wrong on our side. Nothing was changed. Reference {reference}.")]
    Internal { reference: String },
}

impl Problem {
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid { message: message.into() }
    }

    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self {
            Self::SignInNeeded | Self::Locked => 401,
            Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::Invalid { .. } => 422,
            Self::TooManyTries { .. } => 429,
            Self::TooLarge { .. } => 413,
            Self::Internal { .. } => 500,
        }
    }
}
