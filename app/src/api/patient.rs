//! One patient with everything that has been recorded.

use domain::{StayId, hospital::PatientRecord};
use leptos::prelude::*;
use server_fn::codec::Json;

use super::Failure;

#[server(name = ReadPatient, prefix = "/api/fn", endpoint = "patient", input = Json)]
pub async fn patient(stay: StayId) -> Result<PatientRecord, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.patient(&actor, stay).await)
}
