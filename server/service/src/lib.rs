//! The use cases of the hospital: authorise → load → decide → save with its event → publish.
//!
//! [`Hospital`] is the one door. Everything that changes a stay goes through [`Hospital::submit`]; permission is asked here
//! and nowhere else; nothing is published before it is committed.

mod accounts;
mod allowed;
mod audit;
mod backup;
mod beds;
mod board;
mod board_layout;
mod book;
pub mod bulk;
mod census;
pub mod clock;
pub mod database;
mod directory;
mod error;
mod feed;
mod hospital;
mod import;
mod live;
mod log;
mod overview;
mod passwords;
mod patient;
mod reports;
mod reviews;
mod rows;
mod search;
mod searches;
mod sessions;
mod sign_in;
mod submit;
mod verify;
mod views;
mod writer;

pub use accounts::NewAccount;
pub use audit::operator;
pub use census::{CensusCheck, CensusCount, CensusDifference, Frozen};
pub use error::new_reference;
pub use hospital::{Hospital, Settings};
pub use import::Upload;
pub use live::{LiveStream, LiveView};
pub use reviews::{ReviewWritten, ReviewedStay};
pub use sessions::{Session, SessionToken, Visitor};
pub use verify::{BrokenLink, LogCheck};
pub use views::{Viewed, ViewedOn};
