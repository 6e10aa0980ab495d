//! The doors of the server, knocked at as browsers and devices do.

#[path = "http/app.rs"]
mod app;
#[path = "http/doors.rs"]
mod doors;
#[path = "http/functions.rs"]
mod functions;
#[path = "http/headers.rs"]
mod headers;
#[path = "http/import.rs"]
mod import;
#[path = "http/live.rs"]
mod live;
#[path = "http/pages.rs"]
mod pages;
#[path = "http/reports.rs"]
mod reports;
#[path = "http/review.rs"]
mod review;
#[path = "http/search.rs"]
mod search;
#[path = "http/sessions.rs"]
mod sessions;
#[path = "http/sitrep.rs"]
mod sitrep;
