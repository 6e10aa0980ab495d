//! What the server has rendered is taken over piece by piece: a board hears a tap before the last of its rows is alive.
//!
//! To take over all rows in one go would hold up the browser for as long as the program itself takes to arrive. Instead the rows
//! wait for a turn, some at a time, and a row that somebody touches, or that something new is to be said in, does not wait.

#[cfg(feature = "ssr")]
mod rendered;
#[cfg(not(feature = "ssr"))]
mod taken_over;

#[cfg(feature = "ssr")]
pub use rendered::{hear_touch, later};
#[cfg(not(feature = "ssr"))]
pub use taken_over::{hear_touch, later};
