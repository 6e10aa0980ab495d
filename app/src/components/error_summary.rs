//! What was wrong with a form, at the top of its page.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::error::ServerFnUrlError;

use crate::api::Failure;

/// What a plain form's server function had to say, from the address it came back to.
pub fn form_failure() -> Option<Failure> {
    use_query_map().read_untracked().get("__err").map(|error| ServerFnUrlError::<Failure>::decode_err(&error))
}

/// The summary that stands at the top of a page with a form.
#[component]
pub fn ErrorSummary(#[prop(into)] message: String) -> impl IntoView {
    view! {
        <div class="nhsuk-error-summary" role="alert" aria-labelledby="error-summary-title">
            <h2 class="nhsuk-error-summary__title" id="error-summary-title">
                "There is a problem"
            </h2>
            <div class="nhsuk-error-summary__body">
                <p>{message}</p>
            </div>
        </div>
    }
}
