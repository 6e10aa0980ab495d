//! Signing in: a plain form, so that it works before anything else has loaded.

use domain::Problem;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{components::ErrorSummary, way::is_local};

/// What was typed as the username, where that was no way in; given by the server's door.
#[derive(Clone)]
pub struct UsernameTyped(pub String);

/// Why the last try was no way in: as much as the address of the form may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Refused {
    /// What was typed does not fit.
    Wrong,
    /// Too many tries, of this account or from this address.
    Wait,
    /// A fault of ours: what was typed may well be right.
    Fault,
}

#[component]
pub fn SignInPage() -> impl IntoView {
    let (next, refused) = asked();
    let wrong = "That is not a username and password that we know. Please try again.";
    let message = refused.map(|refused| refused.in_words(wrong));
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

impl Refused {
    pub fn of(problem: &Problem) -> Self {
        match problem {
            Problem::SignInNeeded | Problem::Locked => Self::Wrong,
            Problem::TooManyTries { .. } => Self::Wait,
            _ => Self::Fault,
        }
    }

    /// What a page says of it, with its own words for what was typed wrong. Tries are counted over 15 minutes.
    pub fn in_words(self, wrong: &'static str) -> &'static str {
        match self {
            Self::Wrong => wrong,
            Self::Wait => "Too many tries. Please wait up to 15 minutes, then try again.",
            Self::Fault => {
                "Something went wrong on our side. Please try again in a moment. If it happens again, tell your administrator."
            }
        }
    }
}

/// Where to go on, and why the last try was no way in.
pub fn asked() -> (String, Option<Refused>) {
    let query = use_query_map();
    let query = query.read_untracked();
    let next = query.get("next").filter(|next| is_local(next)).unwrap_or_else(|| "/".to_owned());
    let refused = query.get("problem").and_then(|problem| problem.parse().ok());
    (next, refused)
}
