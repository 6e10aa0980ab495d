//! The pages: rendered here by `app`, with the forms that work before the browser part has arrived.

pub mod import;
pub mod refused;
pub mod reports;
pub mod review;
pub mod search;
pub mod sign_in;
pub mod sitrep;

use app::{pages::LockedFor, shell};
use axum::{Extension, body::Body, extract::State, response::Response};
use http::{HeaderValue, Request, StatusCode, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use service::{Hospital, Visitor};

use crate::{headers, visitor::Door};

/// Has the pages' work done by this server's threads. Once is enough; again does nothing.
pub fn prepare() {
    let _ = any_spawner::Executor::init_tokio();
}

/// Renders the page at the request's path, complete.
pub async fn page(State(door): State<Door>, Extension(visitor): Extension<Visitor>, request: Request<Body>) -> Response {
    let owner = visitor.name().map(|name| LockedFor(name.to_owned()));
    render(door, visitor, request, move || owner.clone().into_iter().for_each(provide_context)).await
}

/// Renders the page at a path, which is given what it shows.
async fn render_given(door: Door, visitor: Visitor, path: &str, given: impl Clone + Send + Sync + 'static) -> Response {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap_or_default();
    render(door, visitor, request, move || provide_context(given.clone())).await
}

fn with_status(mut response: Response, status: u16) -> Response {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    response
}

async fn render(
    door: Door,
    visitor: Visitor,
    request: Request<Body>,
    give: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let build = door.site.build.clone();
    let path = request.uri().path().to_owned();
    let provide = contexts(door.hospital.clone(), visitor);
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide();
            give();
            allow_this_page_s_scripts();
        },
        move || shell(build.clone(), &path),
    );
    render(request).await
}

/// Answers a server function of the pages.
pub async fn server_function(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    request: Request<Body>,
) -> Response {
    use axum::response::IntoResponse;
    leptos_axum::handle_server_fns_with_context(contexts(door.hospital, visitor), request).await.into_response()
}

fn contexts(hospital: Hospital, visitor: Visitor) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(hospital.clone());
        provide_context(visitor.clone());
    }
}

fn allow_this_page_s_scripts() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    if let Ok(policy) = HeaderValue::from_str(&headers::page_policy(&nonce)) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
