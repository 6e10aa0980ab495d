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
use http::{Method, Uri, request::Parts, uri::PathAndQuery};
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

/// What programs ask for: they are told what is the matter, and sent nowhere.
const FOR_PROGRAMS: [&str; 3] = ["api", "live", "health"];

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
    let hospital = &door.hospital;
    let visitor =
        if is_asked_unattended(request.uri()) { hospital.absent_visitor(token).await } else { hospital.visitor(token).await };
    let visitor = match visitor {
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

/// Where a page's visitor has to go first. What is sent with a form is refused by its own door.
fn way_in(request: &Request<Body>, visitor: &Visitor) -> Option<String> {
    let uri = request.uri();
    if request.method() != Method::GET || !is_for_people(uri) || app::is_open(uri.path()) {
        return None;
    }
    let here = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    app::way_in(&visitor.actor().err()?, here)
}

/// Whether an open page asks this by itself, with nobody in front of it. Where somebody is, the page says so: [`here`].
///
/// [`here`]: crate::api::session::here
fn is_asked_unattended(uri: &Uri) -> bool {
    uri.path() == "/live" || uri.path().starts_with("/api/fn/")
}

/// Whether what is asked for is read by a person.
pub fn is_for_people(uri: &Uri) -> bool {
    uri.path().split('/').nth(1).is_none_or(|first| !FOR_PROGRAMS.contains(&first))
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
