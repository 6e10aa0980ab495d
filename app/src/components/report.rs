//! The parts of a report's page.

mod chart;
mod decide;
mod filter;
mod section;

pub use decide::ChartForms;
pub use filter::{ReportFilter, ReportLinks};
pub use section::ReportSection;
