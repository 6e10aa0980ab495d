//! Who a request comes from: the cookie, the address, and the way to the sign-in page.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{ConnectInfo, FromRequestParts, Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use domain::{Actor, Problem};
use http::{Method, request::Parts};
use service::{Hospital, Visitor};

use crate::{assets::Site, counts::Counts, problem::Refused, settings::Settings};

/// What every handler may need.
#[derive(Clone)]
pub struct Door {
    pub hospital: Hospital,
    pub site: Arc<Site>,
    pub secure_cookies: bool,
    pub counts: Counts,
    behind_proxy: bool,
}

/// The address a request comes from.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub IpAddr);

pub const COOKIE: &str = "homeward_session";

/// Pages that somebody who has not signed in may ask for.
const OPEN_PAGES: [&str; 2] = ["/sign-in", "/locked"];

impl Door {
    pub fn new(hospital: Hospital, site: Site, settings: &Settings) -> anyhow::Result<Self> {
        let secure_cookies = settings.secure_cookies()?;
        let counts = Counts::new(settings.report_patience()?);
        Ok(Self { hospital, site: Arc::new(site), secure_cookies, counts, behind_proxy: settings.behind_proxy() })
    }
}

/// Finds out who is there, and sends those who have to sign in first to where they can.
pub async fn recognise(State(door): State<Door>, cookies: CookieJar, mut request: Request<Body>, next: Next) -> Response {
    let token = cookies.get(COOKIE).map(axum_extra::extract::cookie::Cookie::value);
    let visitor = match door.hospital.visitor(token).await {
        Ok(visitor) => visitor,
        Err(problem) => return Refused(problem).into_response(),
    };
    if let Some(way) = way_in(&request, &visitor) {
        return Redirect::to(&way).into_response();
    }
    let address = address(&door, &request);
    request.extensions_mut().insert(Address(address));
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// Where a page's visitor has to go first. Only pages are sent elsewhere: a program is told what is the matter.
fn way_in(request: &Request<Body>, visitor: &Visitor) -> Option<String> {
    let path = request.uri().path();
    // What is searched for, or decided about a chart, comes in the body, and yet the answer is a page.
    let asks_for_page = request.method() == Method::GET || path == "/search" || path.starts_with("/reports/");
    let is_page = asks_for_page && !path.starts_with("/api/") && path != "/live" && path != "/health";
    if !is_page || OPEN_PAGES.contains(&path) {
        return None;
    }
    let next: String = form_encode(path);
    match visitor.actor() {
        Err(Problem::Locked) => Some(format!("/locked?next={next}")),
        Err(_) => Some(format!("/sign-in?next={next}")),
        Ok(_) => None,
    }
}

fn form_encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

fn address(door: &Door, request: &Request<Body>) -> IpAddr {
    let forwarded = || {
        let header = request.headers().get("x-forwarded-for")?.to_str().ok()?;
        header.rsplit(',').next()?.trim().parse().ok()
    };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let proxied = if door.behind_proxy { forwarded() } else { None };
    proxied.or(peer).unwrap_or(IpAddr::from([0, 0, 0, 0]))
}

/// The signed-in person, for handlers that need one.
pub struct SignedIn(pub Actor);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refused> {
        let visitor = parts.extensions.get::<Visitor>().ok_or(Refused(Problem::SignInNeeded))?;
        visitor.actor().map(|actor| Self(actor.clone())).map_err(Refused)
    }
}
