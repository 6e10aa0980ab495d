//! The parts of a report's page.

mod chart;
mod filter;
mod section;

pub use filter::{ReportFilter, ReportLinks};
pub use section::ReportSection;
