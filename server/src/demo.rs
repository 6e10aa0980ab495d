//! St Aldhelm's General: a hospital that does not exist, to try Homeward on.
//!
//! Everybody in it is invented. It is generated from a fixed seed, with its dates relative to now, and told to the hospital
//! as commands at times, so its log replays like any other.

mod accounts;
mod calendar;
mod chance;
mod charts;
mod history;
mod load;
mod names;
mod outlook;
mod patients;
mod people;
mod play;
mod reviews;
mod round;
pub mod sheet;
mod size;
mod staff;
mod story;
mod tasks;
#[cfg(test)]
mod tests;
mod wards;
mod words;

pub use accounts::{ACCOUNTS, DemoAccount, PASSWORD};
pub use load::{DemoOptions, DemoSummary, is_loaded, load};
pub use play::play;
pub use size::DemoSize;
