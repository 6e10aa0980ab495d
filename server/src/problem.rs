//! A problem as an HTTP answer.

use std::any::Any;

use axum::{
    Json,
    body::Body,
    extract::rejection::{JsonRejection, QueryRejection},
    response::{IntoResponse, Response},
};
use domain::Problem;
use http::{StatusCode, header};
use serde_json::json;

use crate::router::BODY_LIMIT;

/// Answers with the problem's status, and with the problem as JSON: its name, its parts, and the sentence for a person. Who
/// asked for a page gets one that says the same: see `pages::refused`.
pub struct Refused(pub Problem);

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let Self(problem) = self;
        let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut body = serde_json::to_value(&problem).unwrap_or_default();
        if let Some(parts) = body.as_object_mut() {
            parts.insert("message".to_owned(), json!(problem.to_string()));
        }
        let mut response = (status, Json(body)).into_response();
        response.extensions_mut().insert(problem.clone());
        if let Problem::TooManyTries { seconds } = problem {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// JSON that could not be taken: too much of it, or not what was expected. What was sent is not repeated.
pub fn of_rejection(rejection: JsonRejection) -> Problem {
    match rejection {
        rejection if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::TooLarge { limit: u64::try_from(BODY_LIMIT).unwrap_or(u64::MAX) }
        }
        JsonRejection::MissingJsonContentType(_) => Problem::invalid("This must be sent as `content-type: application/json`."),
        JsonRejection::JsonDataError(_) => Problem::invalid("This JSON is not what docs/api.md describes."),
        _ => Problem::invalid("This is no JSON, or not all of it."),
    }
}

/// A query that could not be read; its values are not repeated.
pub fn of_query(_rejection: QueryRejection) -> Problem {
    Problem::invalid("What stands behind the `?` is not what docs/api.md describes.")
}

/// A handler that panicked: a fault of ours, logged without what the panic says, which may hold values. Where it was stands in
/// the line before: see `panics`.
pub fn panicked(_panic: Box<dyn Any + Send>) -> Response<Body> {
    Refused(broken("a handler panicked")).into_response()
}

/// A fault of ours, logged under the number that whoever met it is told.
pub fn broken(what: &'static str) -> Problem {
    let reference = service::new_reference();
    tracing::error!(%reference, "{what}");
    Problem::Internal { reference }
}
