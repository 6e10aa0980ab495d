//! The counting rules of the long-stay reports: what is counted, when, who is left out, and by which arithmetic.
//!
//! A report starts from rows: [`CensusRow`] for who was in a bed at an instant, [`DischargeRow`] for who left. Everything
//! else is a pure function over rows, or over the [`CensusSums`] of a census, which are one. Each figure is defined once, in [`Figure`], and screens and exports print it from there.

mod asked;
pub mod bands;
pub mod bed_days;
pub mod census;
mod census_sums;
pub mod chart;
mod day_number;
pub mod definition;
pub mod delay;
pub mod discharges;
pub mod document;
pub mod exclusion;
mod nights;
pub mod readmission;
pub mod ready_date;
pub mod reports;
pub mod shape;
pub mod share;
pub mod sitrep;
pub mod snapshot;
#[cfg(test)]
pub(crate) mod story;
pub mod suppress;
pub mod task_times;
mod which_patients;
pub mod xmr;

pub use asked::{Asked, ReportChoices, ReportName, Site, read_day};
pub use bands::{DelayBand, LengthBand};
pub use census::CensusRow;
pub use census_sums::CensusSums;
pub use chart::{ChartDecisions, ChartName};
pub use definition::{Definition, Figure};
pub use delay::DelayDays;
pub use discharges::{Departure, DischargeRow, DischargeRules, sums::DischargeSums};
pub use document::Report;
pub use exclusion::{Exclusion, ExclusionRule, ExclusionRules};
pub use nights::{BedDays, Nights};
pub use ready_date::ReadyDateStatistics;
pub use share::Share;
pub use sitrep::SituationReport;
pub use snapshot::{Snapshot, SnapshotHour, SnapshotTimes};
pub use task_times::{TaskCounts, TaskPerformance, TaskTime, TasksOfStay};
pub use which_patients::WhichPatients;
