//! Everything a person sees: the shell, the pages, their parts, and the doors to the server.
//!
//! Compiled twice. On the server (`ssr`) it renders complete pages; in the browser (`hydrate`) it takes them over, keeps
//! them live and sends what people ask for.

#![recursion_limit = "256"]
#![expect(clippy::unnecessary_wraps, reason = "a part of the program may fail to come: what is split off answers with a Result")]

pub mod api;
mod board;
mod components;
mod connection;
mod later;
mod live;
mod outbox;
pub mod pages;
mod parts;
mod routes;
mod session;
mod shell;
mod way;
mod wire;

pub use parts::{fetch_for, fetch_rest};
pub use routes::{App, is_open, is_plain};
pub use shell::{Build, shell};
pub use way::{is_local, leading_to, way_in};
