//! `/patients/{stay}`: one patient, with everything that has been recorded.

use domain::{Problem, StayId, hospital::PatientRecord};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    api::{self, Failure},
    components::{PatientView, ProblemScreen, Waiting},
    session::Session,
};

#[component]
pub fn PatientPage() -> impl IntoView {
    let session = Session::expect();
    let params = use_params_map();
    let record = Resource::new(move || params.read().get("stay").unwrap_or_default(), load);
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(record).await {
                    Ok((signed_in, record)) => view! { <PatientView signed_in record /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

async fn load(stay: String) -> Result<PatientRecord, Failure> {
    let stay: StayId = stay.parse().map_err(|_| Problem::NotFound)?;
    api::patient(stay).await
}
