//! What a person asked for and was refused: said in a page, not in a program's words.

use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::Problem;
use http::{HeaderMap, Uri, header};
use service::Visitor;

use super::{render_given, with_status};
use crate::visitor::{Door, is_for_people};

/// Puts a page in the place of a problem, or leads whose session has ended to where they sign in again, and from there back
/// to the page with the form.
pub async fn in_words(State(door): State<Door>, request: Request<Body>, next: Next) -> Response {
    let came_from = came_from(request.headers());
    let is_for_people = is_for_people(request.uri());
    let response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Problem>().filter(|_| is_for_people) else {
        return response;
    };
    if let Some(way) = app::way_in(problem, &came_from) {
        return Redirect::to(&way).into_response();
    }
    let (problem, status) = (problem.clone(), problem.status());
    with_status(render_given(door, Visitor::default(), "/problem", problem).await, status)
}

/// The page of ours that a form was sent from.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok()?.parse::<Uri>().ok());
    let page = referer.as_ref().and_then(Uri::path_and_query).map(ToString::to_string);
    page.filter(|page| app::is_local(page)).unwrap_or_else(|| "/".to_owned())
}
