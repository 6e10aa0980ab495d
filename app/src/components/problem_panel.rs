//! What went wrong, where it happened, and the way on.

use domain::Problem;
use leptos::{prelude::*, web_sys};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::error::ServerFnUrlError;

use super::ProductName;
use crate::{
    api::Failure,
    outbox::leaving,
    way::{here, way_in},
};

/// A whole page in place of the one that was asked for.
#[component]
pub fn ProblemScreen(failure: Failure) -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Failure::Problem(problem) = &failure {
        crate::api::say(problem.clone());
    }
    let (heading, here) = (heading(&failure), here());
    let said = said(&failure, &here);
    let (way_on, words) = way_on(&failure, here);
    Effect::new({
        let failure = failure.clone();
        move || leave_if_signed_out(&failure)
    });
    view! {
        <Title text=heading />
        <header class="top-bar">
            <ProductName rel="external" />
        </header>
        <main class="problem-screen" id="main">
            <h1 class="nhsuk-heading-l">{heading}</h1>
            <p>{said}</p>
            <p>
                <a class="nhsuk-button" href=way_on rel="external">
                    {words}
                </a>
            </p>
        </main>
    }
}

fn way_on(failure: &Failure, here: String) -> (String, &'static str) {
    match failure {
        Failure::NoAnswer => (here, "Try again"),
        Failure::Problem(problem) => match way_in(problem, &here) {
            Some(way) if *problem == Problem::Locked => (way, "Unlock"),
            Some(way) => (way, "Sign in"),
            None if *problem == Problem::NotFound && Place::at(&here) == Place::Patient => {
                ("/search".to_owned(), "Search patients")
            }
            None => ("/".to_owned(), "Back to where you work"),
        },
    }
}

/// What an address of ours names.
#[derive(PartialEq, Eq)]
enum Place {
    Ward,
    Round,
    Patient,
    Other,
}

impl Place {
    fn at(address: &str) -> Self {
        let path = address.split('?').next().unwrap_or_default();
        match path.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
            ["wards", _] => Self::Ward,
            ["wards", _, "round"] => Self::Round,
            ["patients", _] => Self::Patient,
            _ => Self::Other,
        }
    }
}

/// What is the matter with the page at `here`. A ward that is not one's own is answered like one that is not there, so that
/// nobody learns from the answer which wards there are.
fn said(failure: &Failure, here: &str) -> String {
    let Failure::Problem(problem) = failure else {
        return failure.to_string();
    };
    let words = match (problem, Place::at(here)) {
        (Problem::NotAllowed, Place::Ward) => {
            "This ward is not yours to see, or there is no ward at this address. \
             Ask your ward manager or administrator if you should see it."
        }
        (Problem::NotFound, Place::Ward | Place::Round) => "There is no ward at this address.",
        (Problem::NotFound, Place::Patient) => "No patient is at this address. They may have left: search for them.",
        (Problem::NotFound, Place::Other) => "There is no page at this address. It may have been cut short.",
        _ => return failure.to_string(),
    };
    words.to_owned()
}

fn heading(failure: &Failure) -> &'static str {
    match failure {
        Failure::NoAnswer => "No connection",
        Failure::Problem(Problem::SignInNeeded) => "You have been signed out",
        Failure::Problem(Problem::Locked) => "The screen is locked",
        Failure::Problem(Problem::NotAllowed) => "Not yours to see",
        Failure::Problem(Problem::NotFound) => "Nothing here",
        Failure::Problem(Problem::Invalid { .. }) => "Not done",
        Failure::Problem(_) => "Something went wrong",
    }
}

/// Where the session has ended, a page that stays open would soon be wrong: goes to where one signs in again.
pub fn leave_if_signed_out(failure: &Failure) {
    let (Failure::Problem(problem), Some(location)) = (failure, web_sys::window().map(|window| window.location())) else {
        return;
    };
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Some(way) = way_in(problem, &here) {
        // What is not sent yet is kept until the same person is back.
        leaving::is_free();
        drop(location.set_href(&way));
    }
}

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

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Problem::NotFound, "/wards/elm?overdue=yes", "There is no ward at this address.")]
    #[case(Problem::NotFound, "/patients/01a2047c", "No patient is at this address. They may have left: search for them.")]
    #[case(Problem::NotFound, "/nowhere", "There is no page at this address. It may have been cut short.")]
    #[case(Problem::SignInNeeded, "/wards/elm", "Please sign in.")]
    fn what_there_is_not_is_named(#[case] problem: Problem, #[case] here: &str, #[case] expected: &str) {
        assert_eq!(said(&problem.into(), here), expected);
    }

    #[rstest]
    #[case(Problem::NotFound, "/patients/01a2047c", "/search")]
    #[case(Problem::NotAllowed, "/patients/01a2047c", "/")]
    #[case(Problem::NotFound, "/wards/elm", "/")]
    #[case(Problem::Locked, "/board", "/locked?next=%2Fboard")]
    fn there_is_a_way_on(#[case] problem: Problem, #[case] here: &str, #[case] expected: &str) {
        assert_eq!(way_on(&problem.into(), here.to_owned()).0, expected);
    }
}
