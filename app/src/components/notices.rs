//! What was not done, and what two people changed at once: told where one works, without taking the screen.

use domain::Conflict;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Icon, wording::value_in_words};
use crate::{
    board::{Notice, NoticeKind},
    connection::Connection,
    parts::follow_up,
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
        NoticeKind::NotDone(why) => view! { <NotDoneCard notice why way_there=None /> }.into_any(),
        NoticeKind::NotDoneElsewhere { why, stay } => {
            view! { <NotDoneCard notice why way_there=Some(format!("/patients/{stay}")) /> }.into_any()
        }
        NoticeKind::Sent => view! { <SentCard notice /> }.into_any(),
        NoticeKind::Conflict { conflicts, .. } => view! { <ConflictCard notice conflicts /> }.into_any(),
    }
}

#[component]
fn NotDoneCard(
    notice: Notice,
    why: String,
    /// To the patient, where they are not on this screen.
    way_there: Option<String>,
) -> impl IntoView {
    let heading = format!("Not done: {}", notice.about);
    let label = heading.clone();
    view! {
        <section class="notice" aria-label=label>
            <p class="notice__about">
                <Icon name="overdue" />
                {heading}
            </p>
            <p>{why}</p>
            {way_there.map(|href| view! { <a href=href>"Open the patient"</a> })}
            <Dismiss notice />
        </section>
    }
}

/// Whoever tapped without a network, or before the screen was locked, hears that it has got through.
#[component]
fn SentCard(notice: Notice) -> impl IntoView {
    let heading = notice.about.clone();
    let label = heading.clone();
    view! {
        <section class="notice notice--sent" aria-label=label>
            <p class="notice__about">
                <Icon name="done" />
                {heading}
            </p>
            <p>"Made before this page was opened, and kept on this device until now."</p>
            <Dismiss notice />
        </section>
    }
}

#[component]
fn Dismiss(notice: Notice) -> impl IntoView {
    let connection = Connection::expect();
    view! {
        <button class="notice__button" type="button" on:click=move |_| connection.dismiss(&notice)>
            "OK"
        </button>
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
