//! `/patients/{stay}`: one patient, with everything that has been recorded.

use domain::{Problem, StayId, hospital::PatientRecord};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    api::{self, Failure},
    components::{Loaded, PatientView},
};

#[component]
pub fn PatientPage() -> impl IntoView {
    let params = use_params_map();
    let record = Resource::new(move || params.read().get("stay").unwrap_or_default(), load);
    view! { <Loaded page=record shown=|signed_in, record| view! { <PatientView signed_in record /> } /> }
}

async fn load(stay: String) -> Result<PatientRecord, Failure> {
    let stay: StayId = stay.parse().map_err(|_| Problem::NotFound)?;
    api::patient(stay).await
}
