//! Signing in: a plain form, so that it works before anything else has loaded.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{components::ErrorSummary, way::is_local};

/// What was typed as the username, where that was no way in; given by the server's door.
#[derive(Clone)]
pub struct UsernameTyped(pub String);

#[component]
pub fn SignInPage() -> impl IntoView {
    let (next, message) = asked();
    let typed = use_context::<UsernameTyped>().map(|UsernameTyped(username)| username);
    view! {
        <Title text="Sign in" />
        <main class="sign-in" id="main">
            <p class="sign-in__name">"Homeward"</p>
            <h1 class="nhsuk-heading-l">"Sign in"</h1>
            {message.map(|message| view! { <ErrorSummary message /> })}
            <form method="post" action="/sign-in">
                <input type="hidden" name="next" value=next />
                <div class="nhsuk-form-group">
                    <label class="nhsuk-label" for="username">
                        "Username"
                    </label>
                    <input
                        class="nhsuk-input"
                        id="username"
                        name="username"
                        type="text"
                        value=typed
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        required
                    />
                </div>
                <PasswordField />
                <button class="nhsuk-button" type="submit">
                    "Sign in"
                </button>
            </form>
        </main>
    }
}

#[component]
pub fn PasswordField() -> impl IntoView {
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="password">
                "Password"
            </label>
            <input
                class="nhsuk-input"
                id="password"
                name="password"
                type="password"
                autocomplete="current-password"
                required
            />
        </div>
    }
}

/// Where to go on, and what was wrong with the last try.
pub fn asked() -> (String, Option<&'static str>) {
    let query = use_query_map();
    let query = query.read_untracked();
    let next = query.get("next").filter(|next| is_local(next)).unwrap_or_else(|| "/".to_owned());
    let message = query.get("problem").map(|problem| match problem.as_str() {
        "wait" => "Too many tries. Please wait a minute, then try again.",
        _ => "That is not a username and password that we know. Please try again.",
    });
    (next, message)
}
