//! An empty queue. That nothing has one's name does not mean that nothing waits: the team's tasks may be everybody's.

use domain::{Condition, Filter, Grant, count::counted};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    board::{Board, Shown},
    components::EmptyState,
};

#[component]
pub fn NothingWaits(counted: Memo<Shown>) -> impl IntoView {
    move || match counted.get().of {
        0 => view! {
            <EmptyState words="Nothing waits for you" hint="Tasks appear here as soon as they are given to you or your team." />
        }
        .into_any(),
        count => view! { <NoneIsMine count /> }.into_any(),
    }
}

#[component]
fn NoneIsMine(count: usize) -> impl IntoView {
    let path = use_location().pathname;
    let is_coordinator = Board::expect().with_actor(|actor| actor.grants.contains(&Grant::DischargeCoordinator));
    view! {
        <div class="empty-state">
            <p class="empty-state__words">"No task has your name"</p>
            <p class="empty-state__hint">{others_in_words(count, is_coordinator)}</p>
            <a class="empty-state__way" href=path data-noscroll="">
                "Show all"
            </a>
        </div>
    }
}

pub fn asks_for_mine_alone(board: Board) -> bool {
    let mine = Filter::default().toggled(&Condition::Mine);
    board.filter.with(|filter| *filter == mine) && board.search.with(|search| search.trim().is_empty())
}

/// "12 wait for your team."
fn others_in_words(count: usize, is_coordinator: bool) -> String {
    let wait = counted(count, "waits", "wait");
    let climbed = if is_coordinator { ", or have climbed to you" } else { "" };
    format!("{wait} for your team{climbed}.")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1, false, "1 waits for your team.")]
    #[case(12, false, "12 wait for your team.")]
    #[case(3, true, "3 wait for your team, or have climbed to you.")]
    fn who_waits_is_said(#[case] count: usize, #[case] is_coordinator: bool, #[case] expected: &str) {
        assert_eq!(others_in_words(count, is_coordinator), expected);
    }
}
