//! `/import`: a coordinator brings in a ward's list. A plain form, so that it works before anything else has loaded.

use domain::{Directory, Problem, permission};
use leptos::prelude::*;

use crate::{
    api::SignedIn,
    components::{Allowed, ErrorSummary, Screen},
};

#[component]
pub fn ImportPage() -> impl IntoView {
    // Why a file could not be checked; given by the server's door.
    let problem = use_context::<Problem>();
    view! { <Allowed may=|actor| permission::may(actor, permission::Deed::ImportList) given=problem shown=import_page /> }
}

fn import_page(signed_in: SignedIn, problem: Option<Problem>) -> impl IntoView {
    let directory = signed_in.directory.clone();
    view! {
        <Screen title="Import a ward's list" signed_in>
            {problem.map(|problem| view! { <ErrorSummary message=problem.to_string() /> })}
            <ImportForm directory />
        </Screen>
    }
}

#[component]
fn ImportForm(directory: Directory) -> impl IntoView {
    view! {
        <h1 class="nhsuk-heading-l">"Import a ward's list"</h1>
        <p>"Nothing is changed yet: the next page says, row by row, what the list would do."</p>
        <form method="post" action="/import" enctype="multipart/form-data">
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="file">
                    "The list"
                </label>
                <div class="nhsuk-hint" id="file-hint">
                    "An Excel (.xlsx) or .csv file with a row of headings, such as Bed, Name, NHS No, EDD"
                </div>
                <input
                    class="file-input"
                    id="file"
                    name="file"
                    type="file"
                    accept=".xlsx,.csv"
                    aria-describedby="file-hint"
                    required
                />
            </div>
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="ward">
                    "Ward"
                </label>
                <div class="nhsuk-hint" id="ward-hint">
                    "Only needed where the list has no column for it"
                </div>
                <select class="nhsuk-select" id="ward" name="ward" aria-describedby="ward-hint">
                    <option value="">"As the list says"</option>
                    {directory
                        .wards
                        .into_iter()
                        .map(|ward| view! { <option value=ward.code.to_string()>{ward.name}</option> })
                        .collect_view()}
                </select>
            </div>
            <button class="nhsuk-button" type="submit">
                "Check the list"
            </button>
        </form>
    }
}
