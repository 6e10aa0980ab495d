//! The counting rules of the long-stay reports: what is counted, when, who is left out, and by which arithmetic.
//!
//! A report starts from rows: [`CensusRow`] for who was in a bed at an instant, [`DischargeRow`] for who left. Everything
//! else is a pure function over rows. Each figure is defined once, in [`Figure`], and screens and exports print it from there.

pub mod bands;
pub mod bed_days;
pub mod census;
pub mod definition;
pub mod delay;
pub mod exclusion;
pub mod share;
pub mod snapshot;
#[cfg(test)]
mod story;

pub use bands::{DelayBand, LengthBand};
pub use census::CensusRow;
pub use definition::{Definition, Figure};
pub use delay::DelayDays;
pub use exclusion::{Exclusion, ExclusionRule, ExclusionRules};
pub use share::Share;
pub use snapshot::{Snapshot, SnapshotHour, SnapshotTimes};
