//! `/search`: finds a patient from anywhere. A plain form whose text is sent in the body: an address must not hold a name.

use domain::{SearchAnswer, permission};
use leptos::{nonce::use_nonce, prelude::*};
use uuid::Uuid;

use crate::{
    api::SignedIn,
    components::{Allowed, Screen, SearchForm, SearchResults},
};

/// What was searched for, and what was found; given by the server's door.
#[derive(Clone)]
pub struct Searched {
    /// Under which it can be asked for again.
    pub id: Uuid,
    pub text: String,
    pub answer: SearchAnswer,
}

#[component]
pub fn SearchPage() -> impl IntoView {
    let searched = use_context::<Searched>();
    view! { <Allowed may=|actor| permission::scope(actor).sees_patients() given=searched shown=search_page /> }
}

fn search_page(signed_in: SignedIn, searched: Option<Searched>) -> impl IntoView {
    view! {
        <Screen title="Search patients" signed_in>
            <Search searched />
        </Screen>
    }
}

#[component]
fn Search(searched: Option<Searched>) -> impl IntoView {
    let found_somebody = searched.as_ref().is_some_and(|searched| searched.answer.is_somebody());
    let text = searched.as_ref().map(|searched| searched.text.clone()).unwrap_or_default();
    view! {
        <h1 class="nhsuk-heading-l">"Search patients"</h1>
        <SearchForm text is_focused=!found_somebody />
        {searched
            .map(|Searched { id, text, answer }| {
                view! {
                    <SearchResults text answer />
                    <WayBack id />
                }
            })}
    }
}

/// Gives the page an address: without one, whoever comes back from a patient is asked by the browser to send the form again.
#[component]
fn WayBack(id: Uuid) -> impl IntoView {
    view! { <script nonce=use_nonce()>{format!("history.replaceState(null,'','/search/{id}')")}</script> }
}
