//! The pages of plain forms. The server renders them, and no script runs on them.

mod accounts;
mod hospital;
mod import;
mod import_report;
mod locked;
mod sign_in;

pub use accounts::AccountsPage;
pub use hospital::HospitalPage;
pub use import::ImportPage;
pub use import_report::ImportReportPage;
pub use locked::LockedPage;
pub use sign_in::SignInPage;
