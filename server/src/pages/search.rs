//! The search for a patient: what is typed comes in the body, and the answer is the page itself.

use app::pages::Searched;
use axum::{
    Extension, Form,
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
};
use http::Request;
use leptos::prelude::provide_context;
use serde::Deserialize;
use service::Visitor;

use super::render;
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
    let searched = Searched { text, answer };
    let page = Request::builder().uri("/search").body(Body::empty()).unwrap_or_default();
    Ok(render(door, visitor, page, move || provide_context(searched.clone())).await.into_response())
}
