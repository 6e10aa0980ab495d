//! Signing in and out, locking and unlocking, with plain forms.

use app::pages::{self, UsernameTyped};
use axum::{
    Extension, Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use domain::Problem;
use http::HeaderMap;
use serde::Deserialize;
use service::Visitor;

use super::{render_given, with_status};
use crate::{
    api::session::{cookie, device, without_cookie},
    problem::Refused,
    visitor::{Address, Door},
};

#[derive(Deserialize)]
pub struct SignIn {
    username: String,
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub struct Unlock {
    password: String,
    #[serde(default)]
    next: String,
}

/// Opens a session, or answers with the form again, in which the username stands as it was typed: no address may hold it.
pub async fn sign_in(
    State(door): State<Door>,
    Extension(Address(address)): Extension<Address>,
    cookies: CookieJar,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    let next = safe(&form.next);
    match door.hospital.sign_in(&form.username, &form.password, address, device(&headers)).await {
        Ok((token, _)) => (cookies.add(cookie(&door, &token)), Redirect::to(next)).into_response(),
        Err(problem) => {
            let page = form_again("/sign-in", next, &problem);
            let typed = UsernameTyped(form.username);
            with_status(render_given(door, Visitor::default(), &page, typed).await, problem.status())
        }
    }
}

pub async fn unlock(
    State(door): State<Door>,
    Extension(Address(address)): Extension<Address>,
    Extension(visitor): Extension<Visitor>,
    Form(form): Form<Unlock>,
) -> Response {
    let next = safe(&form.next);
    match door.hospital.unlock(&visitor, &form.password, address).await {
        Ok(()) => Redirect::to(next).into_response(),
        Err(Problem::SignInNeeded) => Redirect::to("/sign-in").into_response(),
        Err(problem) => Redirect::to(&form_again("/locked", next, &problem)).into_response(),
    }
}

pub async fn sign_out(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    cookies: CookieJar,
) -> Result<Response, Refused> {
    door.hospital.sign_out(&visitor).await?;
    Ok((without_cookie(cookies), Redirect::to("/sign-in")).into_response())
}

pub async fn sign_out_everywhere(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    cookies: CookieJar,
) -> Result<Response, Refused> {
    visitor.actor()?;
    door.hospital.sign_out_everywhere(&visitor).await?;
    Ok((without_cookie(cookies), Redirect::to("/sign-in")).into_response())
}

pub async fn lock(State(door): State<Door>, Extension(visitor): Extension<Visitor>) -> Result<Response, Refused> {
    door.hospital.lock(&visitor).await?;
    Ok(Redirect::to("/locked").into_response())
}

/// The address of the form, with what was wrong and where to go afterwards; never with what was typed.
fn form_again(form: &str, next: &str, problem: &Problem) -> String {
    let why: &str = pages::Refused::of(problem).into();
    format!("{}&problem={why}", app::leading_to(form, next))
}

/// A path on this site; anything else goes to the start.
fn safe(next: &str) -> &str {
    if app::is_local(next) { next } else { "/" }
}
