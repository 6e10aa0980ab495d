//! One patient with everything that has been recorded.

use domain::{StayId, hospital::PatientRecord};
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadPatient, prefix = "/api/fn", endpoint = "patient", input = Posted, output = Posted)]
pub async fn patient(stay: StayId) -> Result<PatientRecord, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.patient(&actor, stay).await)
}
