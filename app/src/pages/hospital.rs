//! `/admin/hospital`: wards with their beds, teams, and kinds of task. Plain forms.

mod kind_form;
mod team_form;
mod ward_form;

use domain::Ward;
use leptos::prelude::*;

use crate::{
    api::{self, SignedIn},
    components::{ErrorSummary, Loaded, Screen, form_failure},
};
use kind_form::KindForms;
use team_form::TeamForms;
use ward_form::WardForms;

#[component]
pub fn HospitalPage() -> impl IntoView {
    let wards = Resource::new(|| (), |()| api::wards());
    view! { <Loaded page=wards shown=|signed_in, wards| view! { <Hospital signed_in wards /> } /> }
}

#[component]
fn Hospital(signed_in: SignedIn, wards: Vec<Ward>) -> impl IntoView {
    let directory = signed_in.directory.clone();
    let failure = form_failure();
    view! {
        <Screen title="Hospital" signed_in>
            <h1 class="nhsuk-heading-l">"Hospital"</h1>
            {failure.map(|failure| view! { <ErrorSummary message=failure.to_string() /> })}
            <h2 class="nhsuk-heading-m">"Wards"</h2>
            <WardForms wards />
            <h2 class="nhsuk-heading-m">"Teams"</h2>
            <TeamForms teams=directory.teams.clone() />
            <h2 class="nhsuk-heading-m">"Kinds of task"</h2>
            <KindForms kinds=directory.kinds teams=directory.teams />
        </Screen>
    }
}

/// A form behind its name, so that a long list stays short.
#[component]
fn Folded(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! {
        <li class="admin-list__item">
            <details>
                <summary>{name}</summary>
                {children()}
            </details>
        </li>
    }
}
