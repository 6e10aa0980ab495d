//! Why a call to the server gave nothing: the problem it named, or no answer at all.

use std::fmt;

use domain::Problem;
use serde::{Deserialize, Serialize};
use server_fn::error::{FromServerFnError, ServerFnErrorErr};
use wasm_split_helpers::SplitLoaderError;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    Problem(Problem),
    /// No answer, or one that makes no sense: the network, or a server that is restarting.
    NoAnswer,
}

impl FromServerFnError for Failure {
    type Encoder = crate::wire::Wire;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(message) => Self::Problem(Problem::Invalid { message }),
            ServerFnErrorErr::MissingArg(what) => Self::Problem(Problem::invalid(format!("Please give {what}."))),
            _ => Self::NoAnswer,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(problem) => problem.fmt(f),
            Self::NoAnswer => f.write_str("The server can't be reached. Check the network, then try again."),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// A part of the program could not be fetched.
impl From<SplitLoaderError> for Failure {
    fn from(_: SplitLoaderError) -> Self {
        Self::NoAnswer
    }
}
