//! The screen after a while without a touch: the same person goes on with their password alone.

use leptos::prelude::*;
use leptos_meta::Title;

use super::sign_in::{PasswordField, asked};
use crate::components::ErrorSummary;

/// Whose session it is, by name; given by the server's door.
#[derive(Clone)]
pub struct LockedFor(pub String);

#[component]
pub fn LockedPage() -> impl IntoView {
    let owner = use_context::<LockedFor>().map(|LockedFor(name)| name);
    let (next, refused) = asked();
    let message = refused.map(|refused| refused.in_words("That is not your password."));
    view! {
        <Title text="Locked" />
        <main class="sign-in" id="main">
            <p class="sign-in__name">"Homeward"</p>
            <h1 class="nhsuk-heading-l">"The screen is locked"</h1>
            {owner.map(|name| view! { <p class="sign-in__owner">{format!("Signed in: {name}")}</p> })}
            {message.map(|message| view! { <ErrorSummary message /> })}
            <form method="post" action="/unlock">
                <input type="hidden" name="next" value=next />
                <PasswordField />
                <button class="nhsuk-button" type="submit">
                    "Unlock"
                </button>
            </form>
            <form method="post" action="/sign-out">
                <button class="link-button" type="submit">
                    "Not you? Sign out"
                </button>
            </form>
        </main>
    }
}
