//! `GET /live`: the stream of events.

use app::api::write_grants;
use axum::{
    Extension,
    body::Body,
    extract::{Query, State, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use domain::{Frame, Problem, StayId};
use http::{HeaderMap, header};
use serde::Deserialize;
use service::{LiveView, Visitor};

use super::board;
use crate::{
    problem::{Refused, of_query},
    visitor::Door,
};

#[derive(Deserialize)]
pub struct Watched {
    #[serde(default)]
    wards: String,
    #[serde(default)]
    on_wall: bool,
    stay: Option<String>,
    after: Option<i64>,
    /// The roles of the person whom the page was made for.
    grants: Option<String>,
    /// The build that the page is of.
    build: Option<String>,
}

/// What changed since `Last-Event-ID`, or else since `after`, and then what changes. A page of another build, or that was made for
/// another role, hears of that too.
pub async fn live(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    watched: Result<Query<Watched>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let Query(watched) = watched.map_err(of_query)?;
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let stay = watched.stay.map(|stay| stay.parse::<StayId>().map_err(|_| Problem::NotFound)).transpose()?;
    let (wards, after) = (board::codes(&watched.wards)?, seen.or(watched.after));
    let view = LiveView { wards, on_wall: watched.on_wall, stay, after };
    let mut stream = door.hospital.watch(&visitor, view).await?;
    let grants = write_grants(&visitor.actor()?.grants);
    if watched.grants.is_some_and(|before| before != grants) {
        stream.say(&Frame::NewRole);
    }
    if watched.build.is_some_and(|build| build != door.site.build.id) {
        stream.say(&Frame::NewBuild);
    }
    let messages = futures::stream::unfold(stream, |mut stream| async move {
        let message = stream.next().await?;
        Some((Ok::<_, std::convert::Infallible>(message), stream))
    });
    let headers = [
        (header::CONTENT_TYPE.as_str(), "text/event-stream"),
        (header::CACHE_CONTROL.as_str(), "no-store"),
        // Proxies must hand on each message at once.
        ("x-accel-buffering", "no"),
    ];
    Ok((headers, Body::from_stream(messages)).into_response())
}
