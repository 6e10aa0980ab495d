//! Every door of the server on one screen.

use std::net::SocketAddr;

use anyhow::Result;
use axum::{Router, extract::DefaultBodyLimit, handler::Handler, middleware, routing};
use service::Hospital;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::CsrfLayer,
    trace::{DefaultOnFailure, TraceLayer},
};

use crate::{
    api,
    assets::{self, Site},
    headers, pages,
    settings::Settings,
    visitor::{self, Door},
};

/// A ward's list may be this large, with its form around it.
const LIST_LIMIT: usize = 11 * 1024 * 1024;
/// Everything else that is sent.
pub const BODY_LIMIT: usize = 1024 * 1024;

/// Declares the doors once, for the router and for the test that asks every role at every door.
macro_rules! doors {
    ($($method:ident $path:literal => $handler:expr),+ $(,)?) => {
        /// Method and path of every door, besides the pages and their server functions.
        pub const DOORS: &[(&str, &str)] = &[$((stringify!($method), $path)),+];

        fn doors() -> Router<Door> {
            Router::new()$(.route($path, routing::$method($handler)))+
        }
    };
}

doors! {
    get "/health" => api::health,
    post "/api/v1/session" => api::session::open,
    delete "/api/v1/session" => api::session::close,
    post "/api/v1/session/here" => api::session::here,
    get "/api/v1/wards" => api::board::wards,
    get "/api/v1/board" => api::board::board,
    get "/api/v1/stays/{stay}" => api::board::stay,
    post "/api/v1/commands" => api::commands::submit,
    get "/live" => api::live::live,
    post "/sign-in" => pages::sign_in::sign_in,
    post "/sign-out" => pages::sign_in::sign_out,
    post "/sign-out-everywhere" => pages::sign_in::sign_out_everywhere,
    post "/lock" => pages::sign_in::lock,
    post "/unlock" => pages::sign_in::unlock,
    get "/search/{id}" => pages::search::again,
    post "/search" => pages::search::search,
    get "/reports/{file}" => pages::reports::report,
    post "/reports/{file}" => pages::reports::decide,
    get "/reports/review" => pages::review::review,
    post "/reports/review" => pages::review::write,
    post "/reports/review/sign-off" => pages::review::sign_off,
    get "/reports/review/{file}" => pages::review::file,
    get "/reports/sitrep" => pages::sitrep::day,
    post "/reports/sitrep" => pages::sitrep::sign,
    get "/reports/sitrep/{file}" => pages::sitrep::file,
    post "/import" => pages::import::check.layer(DefaultBodyLimit::max(LIST_LIMIT)),
    post "/import/{id}" => pages::import::bring_in,
}

/// The server. Its requests carry the address they come from.
pub fn router(hospital: Hospital, site: Site, settings: &Settings) -> Result<Router> {
    pages::prepare();
    let door = Door::new(hospital, site, settings)?;
    let doors = doors()
        .route("/api/fn/{*name}", routing::any(pages::server_function))
        .fallback(pages::page)
        .method_not_allowed_fallback(pages::page)
        .layer(middleware::from_fn_with_state(door.clone(), visitor::recognise));
    let router = doors
        .nest_service("/pkg", assets::service(&door.site))
        .nest_service("/images", assets::pictures(&door.site))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(crate::problem::panicked))
        .layer(middleware::from_fn_with_state(door.clone(), pages::refused::in_words))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(5)))
        .layer(middleware::from_fn(headers::add))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_failure(DefaultOnFailure::new()))
        .with_state(door);
    Ok(router)
}

/// What a log line says of a request: never its query, which may hold what somebody searched for.
fn span(request: &http::Request<axum::body::Body>) -> tracing::Span {
    let address = request.extensions().get::<axum::extract::ConnectInfo<SocketAddr>>();
    tracing::info_span!(
        "request",
        method = %request.method(),
        path = %request.uri().path(),
        address = address.map(|info| info.0.ip().to_string()),
    )
}
