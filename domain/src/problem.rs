//! What went wrong, as a person meets it. The one error that leaves the server.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, strum::EnumDiscriminants)]
#[serde(from = "Written", into = "Written")]
#[strum_discriminants(name(ProblemKind), derive(Serialize, Deserialize, strum::EnumIter), serde(rename_all = "snake_case"))]
#[strum_discriminants(doc = "A problem without its particulars.")]
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
    #[error("That is too much: {limit} bytes is the most.")]
    TooLarge { limit: u64 },
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

/// A problem as JSON: its name in `problem`, beside it what it says.
#[derive(Serialize, Deserialize)]
struct Written {
    problem: ProblemKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
}

impl From<Problem> for Written {
    fn from(problem: Problem) -> Self {
        let plain = Self { problem: ProblemKind::from(&problem), message: None, seconds: None, limit: None, reference: None };
        match problem {
            Problem::SignInNeeded | Problem::Locked | Problem::NotAllowed | Problem::NotFound => plain,
            Problem::Invalid { message } => Self { message: Some(message), ..plain },
            Problem::TooManyTries { seconds } => Self { seconds: Some(seconds), ..plain },
            Problem::TooLarge { limit } => Self { limit: Some(limit), ..plain },
            Problem::Internal { reference } => Self { reference: Some(reference), ..plain },
        }
    }
}

impl From<Written> for Problem {
    fn from(written: Written) -> Self {
        let Written { problem, message, seconds, limit, reference } = written;
        match problem {
            ProblemKind::SignInNeeded => Self::SignInNeeded,
            ProblemKind::Locked => Self::Locked,
            ProblemKind::NotAllowed => Self::NotAllowed,
            ProblemKind::NotFound => Self::NotFound,
            ProblemKind::Invalid => Self::Invalid { message: message.unwrap_or_default() },
            ProblemKind::TooManyTries => Self::TooManyTries { seconds: seconds.unwrap_or_default() },
            ProblemKind::TooLarge => Self::TooLarge { limit: limit.unwrap_or_default() },
            ProblemKind::Internal => Self::Internal { reference: reference.unwrap_or_default() },
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;

    #[rstest]
    #[case(Problem::SignInNeeded, r#"{"problem":"sign_in_needed"}"#)]
    #[case(Problem::Locked, r#"{"problem":"locked"}"#)]
    #[case(Problem::NotAllowed, r#"{"problem":"not_allowed"}"#)]
    #[case(Problem::NotFound, r#"{"problem":"not_found"}"#)]
    #[case(Problem::invalid("No such day."), r#"{"problem":"invalid","message":"No such day."}"#)]
    #[case(Problem::TooManyTries { seconds: 60 }, r#"{"problem":"too_many_tries","seconds":60}"#)]
    #[case(Problem::TooLarge { limit: 8 }, r#"{"problem":"too_large","limit":8}"#)]
    #[case(Problem::Internal { reference: "7F2A".to_owned() }, r#"{"problem":"internal","reference":"7F2A"}"#)]
    fn a_problem_is_the_same_after_a_journey_as_json(#[case] problem: Problem, #[case] expected: &str) {
        let json = serde_json::to_string(&problem).expect("writes");
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<Problem>(&json).expect("reads"), problem);
    }

    #[test]
    fn every_kind_is_in_the_table_above() {
        assert_eq!(ProblemKind::iter().count(), 8);
    }
}
