//! The search for a patient: what is typed comes in the body, and the answer is the page itself.

use app::pages::Searched;
use axum::{
    Extension, Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use service::Visitor;
use uuid::Uuid;

use super::render_given;
use crate::{
    problem::Refused,
    visitor::{Door, SignedIn},
};

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    text: String,
}

pub async fn search(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Form(Asked { text }): Form<Asked>,
) -> Result<Response, Refused> {
    let answer = door.hospital.search(&actor, &text).await?;
    let id = door.hospital.remember_search(&actor, &text);
    Ok(page(door, visitor, Searched { id, text, answer }).await)
}

/// For whoever comes back to what they found: the address holds an id, and the search is made again.
pub async fn again(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let remembered = id.parse().ok().and_then(|id: Uuid| Some((id, door.hospital.recall_search(&actor, id)?)));
    let Some((id, text)) = remembered else {
        return Ok(Redirect::to("/search").into_response());
    };
    let answer = door.hospital.search(&actor, &text).await?;
    Ok(page(door, visitor, Searched { id, text, answer }).await)
}

async fn page(door: Door, visitor: Visitor, searched: Searched) -> Response {
    render_given(door, visitor, "/search", searched).await
}
