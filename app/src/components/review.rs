//! The parts of the weekly long-stay review: plain forms, a patient a page.

mod action_rows;
mod links;
mod outcome_rows;
mod patient;
mod rail;
mod said;
mod sign_off;
mod standing;
mod week;

pub use patient::{PatientReview, PatientShown};
pub use sign_off::SignOffForm;
pub use week::{ChooseWeek, PatientsOfWeek, TakeWeekAlong};
