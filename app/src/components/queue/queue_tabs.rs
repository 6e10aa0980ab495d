//! Which of the tasks are shown: all, one's own, what is late, or what has climbed how high. Each is a link.

use domain::{Condition, EscalationLevel, Filter};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use strum::IntoEnumIterator;

use crate::board::Board;

/// `climbed` is how far each task of the queue has climbed.
#[component]
pub fn QueueTabs(climbed: Memo<Vec<Option<EscalationLevel>>>) -> impl IntoView {
    let levels = EscalationLevel::iter().filter(|level| *level > EscalationLevel::Owner);
    view! {
        <nav class="tabs" aria-label="Which tasks">
            <QueueTab condition=None>"All"</QueueTab>
            <QueueTab condition=Some(Condition::Mine)>"Mine"</QueueTab>
            <QueueTab condition=Some(Condition::Overdue)>"Overdue"</QueueTab>
            <span class="tabs__group" aria-hidden="true">
                "Escalated to"
            </span>
            {levels.map(|level| view! { <LevelTab level climbed /> }).collect_view()}
        </nav>
    }
}

/// What has climbed to this level, or higher, and how much that is.
#[component]
fn LevelTab(level: EscalationLevel, climbed: Memo<Vec<Option<EscalationLevel>>>) -> impl IntoView {
    let count = move || climbed.with(|climbed| climbed.iter().filter(|reached| **reached >= Some(level)).count());
    view! {
        <QueueTab condition=Some(Condition::Escalated(level))>
            <span class="visually-hidden">"Escalated to "</span>
            {level.words()}
            " "
            <span class="tabs__count">{count}</span>
        </QueueTab>
    }
}

#[component]
fn QueueTab(condition: Option<Condition>, children: Children) -> impl IntoView {
    let board = Board::expect();
    let path = use_location().pathname;
    let only = condition.iter().fold(Filter::default(), |filter, condition| filter.toggled(condition));
    let query = only.query();
    view! {
        <a
            class="tabs__tab"
            href=move || format!("{}{query}", path.get())
            aria-current=move || board.filter.with(|filter| *filter == only).then_some("page")
            data-noscroll=""
        >
            {children()}
        </a>
    }
}
