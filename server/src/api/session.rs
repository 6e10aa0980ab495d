//! `POST /api/v1/session`: signing in with JSON. `DELETE`: signing out. `POST /api/v1/session/here`: not to be locked yet.

use axum::{
    Extension, Json,
    extract::{State, rejection::JsonRejection},
    response::IntoResponse,
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use domain::{Actor, Problem};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use service::{SessionToken, Visitor};

use crate::{
    problem::{Refused, of_rejection},
    visitor::{Address, COOKIE, Door, SignedIn},
};

#[derive(Deserialize)]
pub struct Credentials {
    username: String,
    password: String,
}

pub async fn open(
    State(door): State<Door>,
    Extension(Address(address)): Extension<Address>,
    cookies: CookieJar,
    headers: HeaderMap,
    sent: Result<Json<Credentials>, JsonRejection>,
) -> Result<(CookieJar, Json<Actor>), Refused> {
    let Json(Credentials { username, password }) = sent.map_err(of_rejection)?;
    let signed_in = door.hospital.sign_in(&username, &password, address, device(&headers)).await;
    let (token, actor) = signed_in.map_err(|problem| match problem {
        Problem::SignInNeeded => Problem::invalid("That username and password do not fit."),
        other => other,
    })?;
    Ok((cookies.add(cookie(&door, &token)), Json(actor)))
}

pub async fn close(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    cookies: CookieJar,
) -> Result<impl IntoResponse, Refused> {
    door.hospital.sign_out(&visitor).await?;
    Ok((StatusCode::NO_CONTENT, without_cookie(cookies)))
}

/// Somebody reads, scrolls or types, and asks for nothing. That they were seen is noted of every request that a person makes.
pub async fn here(SignedIn(_): SignedIn) -> StatusCode {
    StatusCode::NO_CONTENT
}

/// What the device calls itself, for the list of sessions.
pub fn device(headers: &HeaderMap) -> Option<String> {
    let agent = headers.get(header::USER_AGENT)?.to_str().ok()?;
    Some(agent.chars().take(120).collect())
}

/// The session's cookie: for this site alone, out of reach of scripts, gone with the browser.
pub fn cookie(door: &Door, token: &SessionToken) -> Cookie<'static> {
    Cookie::build((COOKIE, token.as_str().to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(door.secure_cookies)
        .build()
}

pub fn without_cookie(cookies: CookieJar) -> CookieJar {
    cookies.remove(Cookie::build(COOKIE).path("/"))
}
