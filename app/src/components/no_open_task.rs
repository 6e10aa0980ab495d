//! What a list of tasks says where none is open: only of who no longer needs the bed that nothing stands in the way.

use domain::permission;
use leptos::prelude::*;

use crate::board::{Board, Row, RowState};

#[derive(Clone, Copy, PartialEq)]
struct Said {
    words: &'static str,
    class: &'static str,
}

#[component]
pub fn NoOpenTask(row: Row) -> impl IntoView {
    // A wall knows no names, but all the tasks.
    let sees_all = Board::expect().with_actor(|actor| permission::scope(actor).sees_every_bed(&row.place.ward));
    let said = Memo::new(move |_| row.state.with(|state| said(state, sees_all)));
    move || said.get().map(|Said { words, class }| view! { <li class=class>{words}</li> })
}

fn said(state: &RowState, sees_all: bool) -> Option<Said> {
    let is_clear = sees_all && state.shown.nothing_stands_in_the_way();
    let words = match (is_clear, sees_all) {
        (true, _) => "Nothing stands in the way",
        (false, true) => "No open task",
        (false, false) => "No open task for your team",
    };
    let class = if is_clear { "no-open-task no-open-task--clear" } else { "no-open-task" };
    state.shown.stay.open_tasks().next().is_none().then_some(Said { words, class })
}
