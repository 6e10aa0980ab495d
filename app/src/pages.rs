//! A page a file, each complete as the server renders it.

pub(crate) mod accounts;
mod design;
mod home;
mod hospital;
mod hospital_board;
pub mod import;
mod import_report;
mod locked;
mod my_tasks;
mod not_found;
mod patient;
mod reports;
mod round;
mod search;
mod sign_in;
mod task;
mod ward_board;
mod wards;

pub use accounts::AccountsPage;
pub use design::DesignPage;
pub use home::{HomePage, home_of};
pub use hospital::HospitalPage;
pub use hospital_board::HospitalBoardPage;
pub use import::ImportPage;
pub use import_report::ImportReportPage;
pub use locked::LockedPage;
pub use my_tasks::MyTasksPage;
pub use not_found::NotFoundPage;
pub use patient::PatientPage;
pub use reports::{ReportShown, ReportsPage, address as report_address, asked_address};
pub use round::RoundPage;
pub use search::{SearchPage, Searched};
pub use sign_in::SignInPage;
pub use task::TaskPage;
pub use ward_board::WardBoardPage;
pub use wards::WardsPage;
