//! The parts of a report's page.

mod chart;
mod filter;
mod pack;
mod section;

pub use filter::{ReportFilter, ReportLinks};
pub use pack::PackForm;
pub use section::ReportSection;
