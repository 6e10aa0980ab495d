//! The parts of the program that a board does without at first: «work», which puts questions, sends answers and hears what
//! others do, «pages», those around the boards, and «seldom», single functions. They are files of their own, fetched when the
//! board is alive, so that it does not wait for them.

mod seldom;

use std::future::Future;

use leptos::{prelude::*, task::spawn_local};
use wasm_split_helpers::SplitLoaderError;

use crate::{
    api::Failure,
    components::{ProblemScreen, asks_for_wall, fetch_questions},
    outbox::device,
    pages::{fetch_my_tasks, fetch_patient, fetch_round, fetch_wards},
};

/// How long to wait before a part is asked for again, in milliseconds.
const FETCH_AGAIN: i32 = 3_000;

/// A page out of a part: at once where the part is there, as it is on the server and where the page is taken over.
pub fn once_fetched(page: impl Future<Output = Result<AnyView, Failure>> + Send + 'static) -> impl IntoView {
    Suspend::new(async move { page.await.unwrap_or_else(|failure| view! { <ProblemScreen failure /> }.into_any()) })
}

/// For what only follows from work, whose part has come by then.
pub fn follow_up(deed: impl Future<Output = Result<(), SplitLoaderError>> + 'static) {
    spawn_local(async move { drop(deed.await) });
}

/// A page that a board does without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apart {
    Wards,
    Round,
    Patient,
    MyTasks,
}

fn apart(path: &str) -> Option<Apart> {
    match path.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
        ["wards"] => Some(Apart::Wards),
        ["wards", _, "round"] => Some(Apart::Round),
        ["patients", _] => Some(Apart::Patient),
        ["my-tasks"] => Some(Apart::MyTasks),
        _ => None,
    }
}

/// Whether the page at `path` needs the part of the pages besides the boards.
pub fn is_apart(path: &str) -> bool {
    apart(path).is_some()
}

/// Fetches what the page at `path` needs before it can be taken over, for as long as that takes. A screen on the wall waits
/// for what is seldom called, as those pages do: nobody is there to answer where something is missing.
pub async fn fetch_for(path: &str, query: &str) {
    let page = apart(path);
    if page.is_none() && !asks_for_wall(query) {
        return;
    }
    until_fetched(async || match page {
        Some(Apart::Wards) => fetch_wards().await,
        Some(Apart::Round) => fetch_round().await,
        Some(Apart::Patient) => fetch_patient().await,
        Some(Apart::MyTasks) => fetch_my_tasks().await,
        None => Ok(()),
    })
    .await;
}

/// Does what needs a part, again and again while the part can't be fetched.
pub async fn until_fetched(deed: impl AsyncFn() -> Result<(), SplitLoaderError>) {
    while seldom::fetch().await.is_err() || deed().await.is_err() {
        device::pause(FETCH_AGAIN).await;
    }
}

/// What the board of a page may be asked for next. A part that can't be fetched now is fetched when it is needed.
pub async fn fetch_rest() {
    let _ = seldom::fetch().await;
    drop(fetch_questions().await);
    drop(fetch_patient().await);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/wards", Some(Apart::Wards))]
    #[case("/wards/ward-3b/round", Some(Apart::Round))]
    #[case("/patients/01a2047c", Some(Apart::Patient))]
    #[case("/my-tasks", Some(Apart::MyTasks))]
    #[case("/wards/ward-3b", None)]
    #[case("/board", None)]
    #[case("/", None)]
    fn boards_are_the_programs_own(#[case] path: &str, #[case] expected: Option<Apart>) {
        assert_eq!(apart(path), expected);
    }
}
