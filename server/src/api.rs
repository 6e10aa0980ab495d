//! The stable interface for devices and tests. Described in `docs/api.md`.

pub mod board;
pub mod commands;
pub mod live;
pub mod session;

/// Says that the server runs. Asks nothing of the database, so that a slow one does not get the server restarted.
pub async fn health() -> &'static str {
    "ok\n"
}
