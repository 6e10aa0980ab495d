//! The server: settings, doors and the demo hospital. What may happen is decided behind the doors, in `service`.

pub mod api;
pub mod assets;
mod certificate;
pub mod cli;
pub mod commands;
mod counts;
pub mod demo;
pub mod headers;
pub mod pages;
mod panics;
pub mod problem;
mod report_file;
pub mod router;
pub mod settings;
pub mod visitor;
