//! `/patients/{stay}`: one patient, with everything that has been recorded.

use domain::{Problem, StayId, hospital::PatientRecord};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use wasm_split_helpers::wasm_split;

use crate::{
    api::{self, Failure},
    components::{Loaded, PatientView},
    parts::once_fetched,
};

#[component]
pub fn PatientPage() -> impl IntoView {
    once_fetched(patient_page())
}

#[wasm_split(pages, fallible, preload(fetch_patient))]
pub fn patient_page() -> Result<AnyView, Failure> {
    let params = use_params_map();
    let record = Resource::new(move || params.read().get("stay").unwrap_or_default(), load);
    let page = view! { <Loaded page=record shown=|signed_in, record| view! { <PatientView signed_in record /> } /> };
    Ok(page.into_any())
}

async fn load(stay: String) -> Result<PatientRecord, Failure> {
    let stay: StayId = stay.parse().map_err(|_| Problem::NotFound)?;
    api::patient(stay).await
}
