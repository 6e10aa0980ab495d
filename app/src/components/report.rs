//! The parts of a report's page.

mod chart;
mod days;
mod decide;
mod filter;
mod links;
mod pack;
mod section;
mod sign;

pub use days::ReportDays;
pub use decide::ChartForms;
pub use filter::ReportFilter;
pub use links::{REVIEW, ReportCard, ReportLinks, SITREP, report_cards};
pub use pack::PackForm;
pub use section::ReportSection;
pub use sign::{SignReport, SignerField};
