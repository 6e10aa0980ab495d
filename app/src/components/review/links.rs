//! Where the weeks and their patients are.

use domain::{StayId, long_stay_review::ReviewWeek};

use crate::components::REVIEW;

pub fn week_address(week: ReviewWeek) -> String {
    format!("{REVIEW}?week={week}")
}

pub fn patient_address(week: ReviewWeek, stay: StayId) -> String {
    format!("{REVIEW}?week={week}&at={stay}")
}
