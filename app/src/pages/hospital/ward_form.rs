//! A ward and its beds.

use domain::Ward;
use leptos::prelude::*;

use super::Folded;
use crate::{api::write_beds, components::NoteBox, pages::accounts::PlainField};

#[component]
pub fn WardForms(wards: Vec<Ward>) -> impl IntoView {
    view! {
        <ul class="admin-list">
            {wards
                .into_iter()
                .map(|ward| {
                    let name = format!("{} ({} beds)", ward.name, ward.beds.len());
                    view! {
                        <Folded name>
                            <WardForm ward=Some(ward) />
                        </Folded>
                    }
                })
                .collect_view()} <Folded name="Add a ward">
                <WardForm ward=None />
            </Folded>
        </ul>
    }
}

#[component]
fn WardForm(ward: Option<Ward>) -> impl IntoView {
    let code = ward.as_ref().map(|ward| ward.code.to_string());
    let id = code.clone().unwrap_or_else(|| "new".to_owned());
    let (name, specialty, site, beds) = ward.map_or_else(Default::default, |ward| {
        (ward.name, ward.specialty.unwrap_or_default(), ward.site.unwrap_or_default(), write_beds(&ward.beds))
    });
    let code_field = match code {
        Some(code) => view! { <input type="hidden" name="code" value=code /> }.into_any(),
        None => view! { <PlainField id="ward-code-new".to_owned() name="code" label="Code, such as ward-3b" kind="text" /> }
            .into_any(),
    };
    view! {
        <form method="post" action="/api/fn/save-ward">
            {code_field}
            <PlainField id=format!("ward-name-{id}") name="name" label="Name" kind="text" value=name />
            <PlainField id=format!("ward-specialty-{id}") name="specialty" label="Specialty" kind="text" value=specialty />
            <PlainField id=format!("ward-site-{id}") name="site" label="Site, in a trust with several hospitals" kind="text" value=site />
            <NoteBox
                id=format!("ward-beds-{id}")
                name="beds"
                label="Beds"
                hint="A line a bay, in walking order, such as Bay A: 1, 2, 3"
                text=beds
            />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Save the ward"
            </button>
        </form>
    }
}
