//! `POST /api/v1/commands`: one envelope, or a list of them in their order.

use axum::{
    Extension, Json,
    extract::{State, rejection::JsonRejection},
    response::{IntoResponse, Response},
};
use domain::{AccountId, Actor, Envelope, Problem, Receipt, envelope::ReceiptResult};
use http::{HeaderMap, StatusCode};
use service::Visitor;

use crate::{
    problem::{Refused, of_rejection},
    visitor::Door,
};

/// Whose changes these are: a device that keeps them says so, since another person may have signed in on it meanwhile.
const MADE_BY: &str = "homeward-account";

/// A list is answered with a list of receipts and 200. One envelope is answered with its receipt, and with a status that
/// says the same: 200 done or already so, 403 not allowed, 409 conflict, 422 refused.
pub async fn submit(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    sent: Result<Json<serde_json::Value>, JsonRejection>,
) -> Result<Response, Refused> {
    let actor = made_by(&visitor, &headers)?;
    let Json(sent) = sent.map_err(of_rejection)?;
    if sent.is_array() {
        let envelopes: Vec<Envelope> = read(sent)?;
        return Ok(Json(door.hospital.submit(actor, envelopes).await?).into_response());
    }
    let receipts = door.hospital.submit(actor, vec![read(sent)?]).await?;
    let receipt = receipts.into_iter().next().ok_or(Problem::NotFound)?;
    Ok((status(&receipt), Json(receipt)).into_response())
}

fn made_by<'a>(visitor: &'a Visitor, headers: &HeaderMap) -> Result<&'a Actor, Problem> {
    let Some(account) = headers.get(MADE_BY) else {
        return visitor.actor();
    };
    let account: Option<AccountId> = account.to_str().ok().and_then(|account| account.parse().ok());
    visitor.actor_with(account.ok_or_else(|| Problem::invalid(format!("`{MADE_BY}` is no account's id.")))?)
}

/// The message names the part that is wrong, and repeats no value.
fn read<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(json)
        .map_err(|error| Problem::invalid(format!("This is no envelope as docs/api.md describes it: see `{}`.", error.path())))
}

fn status(receipt: &Receipt) -> StatusCode {
    match receipt.result {
        ReceiptResult::Accepted { .. } | ReceiptResult::Unchanged => StatusCode::OK,
        ReceiptResult::Conflict { .. } => StatusCode::CONFLICT,
        ReceiptResult::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        ReceiptResult::NotAllowed => StatusCode::FORBIDDEN,
    }
}
