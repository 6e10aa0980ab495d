//! What was not done, and what two people changed at once: told where one works, without taking the screen.

use domain::{Conflict, Problem};
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Icon, wording::value_in_words};
use crate::{
    board::{Notice, NoticeKind},
    connection::Connection,
    parts::follow_up,
    way::{here, way_in},
};

#[component]
pub fn Notices() -> impl IntoView {
    let connection = Connection::expect();
    view! {
        <div class="notices" role="alert">
            <For each=move || connection.notices.get() key=|notice| notice.id let:notice>
                <NoticeCard notice />
            </For>
        </div>
    }
    .into_any()
}

#[component]
fn NoticeCard(notice: Notice) -> impl IntoView {
    match notice.kind.clone() {
        NoticeKind::NotDone(message) => view! { <NotDoneCard notice message /> }.into_any(),
        NoticeKind::SignedOut(problem) => view! { <SignedOutCard notice problem /> }.into_any(),
        NoticeKind::Conflict { conflicts, .. } => view! { <ConflictCard notice conflicts /> }.into_any(),
    }
}

#[component]
fn NotDoneCard(notice: Notice, message: String) -> impl IntoView {
    let connection = Connection::expect();
    let heading = format!("Not done: {}", notice.about);
    let label = heading.clone();
    view! {
        <section class="notice" aria-label=label>
            <p class="notice__about">
                <Icon name="overdue" />
                {heading}
            </p>
            <p>{message}</p>
            <button class="notice__button" type="button" on:click=move |_| connection.dismiss(&notice)>
                "OK"
            </button>
        </section>
    }
}

#[component]
fn SignedOutCard(notice: Notice, problem: Problem) -> impl IntoView {
    let heading = format!("Not done: {}", notice.about);
    let label = heading.clone();
    let href = way_in(&problem, &here());
    view! {
        <section class="notice" aria-label=label>
            <p class="notice__about">
                <Icon name="overdue" />
                {heading}
            </p>
            <p>{problem.to_string()}</p>
            <a href=href rel="external">
                "Go on from here"
            </a>
        </section>
    }
}

/// Both values, and a person chooses: neither wins in silence (`domain.md` 5.1, hazard 3).
#[component]
fn ConflictCard(notice: Notice, conflicts: Vec<Conflict>) -> impl IntoView {
    let connection = Connection::expect();
    let keep_theirs = {
        let notice = notice.clone();
        move |_| connection.dismiss(&notice)
    };
    let about = notice.about.clone();
    let use_mine = move |_| follow_up(use_mine(connection, notice.clone()));
    view! {
        <section class="notice notice--conflict" aria-label=format!("Changed by two people: {about}")>
            <p class="notice__about">
                <Icon name="overdue" />
                {format!("Somebody else changed this too: {about}")}
            </p>
            {conflicts.into_iter().map(|conflict| view! { <ConflictValues conflict /> }).collect_view()}
            <div class="notice__choice">
                <button class="notice__button" type="button" on:click=keep_theirs>
                    "Keep theirs"
                </button>
                <button class="notice__button" type="button" on:click=use_mine>
                    "Use mine"
                </button>
            </div>
        </section>
    }
}

#[component]
fn ConflictValues(conflict: Conflict) -> impl IntoView {
    let board = Connection::expect().board();
    let words = |value: &str| match board {
        Some(board) => board.with_directory(|directory| value_in_words(conflict.field, value, directory)),
        None => value.to_owned(),
    };
    view! {
        <dl class="notice__values">
            <div>
                <dt>{format!("Theirs ({})", conflict.field.words())}</dt>
                <dd>{words(&conflict.theirs)}</dd>
            </div>
            <div>
                <dt>"Yours"</dt>
                <dd>{words(&conflict.yours)}</dd>
            </div>
        </dl>
    }
}

#[wasm_split(work, fallible)]
fn use_mine(connection: Connection, notice: Notice) -> Result<(), SplitLoaderError> {
    connection.dismiss(&notice);
    if let (Some(board), NoticeKind::Conflict { conflicts, envelope }) = (connection.board(), &notice.kind) {
        let versions = conflicts.iter().map(|conflict| (conflict.field, conflict.version));
        if let Err(refusal) = board.insist(envelope, versions) {
            let kind = NoticeKind::NotDone(refusal.to_string());
            connection.notify(Notice { kind, ..notice });
        }
    }
    Ok(())
}
