//! Who was found: enough of each to tell them apart, and the way to their page.

use chrono::NaiveDate;
use domain::{SearchAnswer, SearchHit, clinical_time, count::counted, london};
use leptos::prelude::*;

use crate::components::EmptyState;

#[component]
pub fn SearchResults(text: String, answer: SearchAnswer) -> impl IntoView {
    match answer {
        SearchAnswer::TooShort => view! { <EmptyState words="Please type at least two letters or digits." /> }.into_any(),
        SearchAnswer::Found { hits, .. } if hits.is_empty() => {
            view! {
                <EmptyState
                    words=format!("No patient whom you may see is found by “{}”.", text.trim())
                    hint="Names are found by their beginning. A patient who has left is found by their whole NHS number or hospital number."
                />
            }
                .into_any()
        }
        SearchAnswer::Found { hits, of, now } => view! { <Hits hits of today=london::date(now) /> }.into_any(),
    }
}

#[component]
fn Hits(hits: Vec<SearchHit>, of: usize, today: NaiveDate) -> impl IntoView {
    let (shown, heading) = (hits.len(), counted(of, "patient found", "patients found"));
    view! {
        // Here the keyboard goes on: one step to the first patient.
        <h2 class="nhsuk-heading-m search-results__heading" tabindex="-1" autofocus=true>
            {heading}
        </h2>
        {(shown < of)
            .then(|| {
                view! { <p class="search-results__more">{format!("{shown} of {of} shown. Type more, such as the ward or more of the name, to find the others.")}</p> }
            })}
        <ul class="search-results">{hits.into_iter().map(|hit| view! { <Hit hit today /> }).collect_view()}</ul>
    }
}

#[component]
fn Hit(hit: SearchHit, today: NaiveDate) -> impl IntoView {
    let number = hit.patient.nhs_number_in_words();
    let left = hit.discharged_at.map(|at| format!("Discharged {}", clinical_time::date(london::date(at))));
    view! {
        <li>
            <a class="search-results__link" href=format!("/patients/{}", hit.stay)>
                <span class="search-results__name">{hit.patient.name.to_string()}</span>
                " "
                <span class="search-results__fact">
                    <span class="label">"Born"</span>
                    " "
                    {hit.patient.born_in_words(today)}
                </span>
                " "
                <span class="search-results__fact">
                    <span class="label">"NHS No."</span>
                    " "
                    {number}
                </span>
                " "
                <span class="search-results__fact">
                    {format!("{}, {}", hit.ward, hit.place.in_words())} {left.map(|left| view! { " · " <strong>{left}</strong> })}
                </span>
            </a>
        </li>
    }
}
