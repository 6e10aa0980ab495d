//! Where one is, the way to sign in, and from there back.

use domain::Problem;
use leptos::prelude::*;
use leptos_router::{hooks::use_location, location::Location, params::ParamsMap};

/// The page's address on this site, with what it asks for: a filtered board is come back to as it was.
pub fn here() -> String {
    let Location { pathname, search, .. } = use_location();
    let (path, search) = (pathname.get_untracked(), search.get_untracked());
    if search.is_empty() { path } else { format!("{path}?{search}") }
}

/// Where whoever may not go on for `problem` signs in or unlocks, to come back to `next`.
pub fn way_in(problem: &Problem, next: &str) -> Option<String> {
    match problem {
        Problem::SignInNeeded => Some(leading_to("/sign-in", next)),
        Problem::Locked => Some(leading_to("/locked", next)),
        _ => None,
    }
}

/// The address of a form that leads on to `next`.
pub fn leading_to(form: &str, next: &str) -> String {
    let next: ParamsMap = [("next", next.to_owned())].into_iter().collect();
    format!("{form}{}", next.to_query_string())
}

/// Only a path of this site, as an address is written: `//elsewhere` would lead away.
pub fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && path.chars().all(|c| c.is_ascii_graphic() && c != '\\')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/wards/ward-3b", true)]
    #[case("/board?overdue=yes&team=PHA", true)]
    #[case("", false)]
    #[case("//elsewhere.example", false)]
    #[case("https://elsewhere.example", false)]
    #[case("/\\elsewhere.example", false)]
    #[case("/a?b\r\nSet-Cookie: x", false)]
    fn the_way_on_stays_here(#[case] path: &str, #[case] expected: bool) {
        assert_eq!(is_local(path), expected);
    }

    #[test]
    fn what_a_page_asks_for_is_come_back_to() {
        let way = way_in(&Problem::Locked, "/board?overdue=yes&team=PHA");
        assert_eq!(way.as_deref(), Some("/locked?next=%2Fboard%3Foverdue%3Dyes%26team%3DPHA"));
        assert_eq!(way_in(&Problem::NotAllowed, "/board"), None);
    }
}
