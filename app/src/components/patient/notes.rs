//! Notes, each with who may read it.

use domain::{Command, Note, NoteNumber, StayId, Visibility, clinical_time};
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, Sheet},
    components::{Icon, Tag},
};

#[component]
pub fn Notes(row: Row) -> impl IntoView {
    let board = Board::expect();
    let stay = row.id;
    let shared = Command::AddNote { note: NoteNumber(0), text: String::new(), visibility: Visibility::SharedWithPartners };
    let may_write = board.may(stay, &shared);
    let notes = move || {
        row.state.with(|state| {
            let notes = state.shown.stay.notes.iter().rev().filter(|note| note.withdrawn_at.is_none());
            notes.cloned().collect::<Vec<_>>()
        })
    };
    view! {
        <section class="panel" aria-labelledby="notes-heading">
            <h2 class="panel__heading" id="notes-heading">
                "Notes"
            </h2>
            <ul class="notes">
                {move || {
                    let notes = notes();
                    if notes.is_empty() {
                        view! { <li class="notes__none">"No notes"</li> }.into_any()
                    } else {
                        notes.into_iter().map(|note| view! { <NoteItem stay note /> }).collect_view().into_any()
                    }
                }}
            </ul>
            {may_write
                .then(|| {
                    view! {
                        <button
                            class="nhsuk-button nhsuk-button--secondary"
                            type="button"
                            on:click=move |_| board.sheet.set(Some(Sheet { stay, panel: Panel::Note }))
                        >
                            <Icon name="add" />
                            "Write a note"
                        </button>
                    }
                })}
        </section>
    }
    .into_any()
}

#[component]
fn NoteItem(stay: StayId, note: Note) -> impl IntoView {
    let board = Board::expect();
    let colour = if note.visibility == Visibility::Internal { "grey" } else { "yellow" };
    let withdraw = Command::WithdrawNote { note: note.number };
    let may_withdraw = board.may(stay, &withdraw);
    view! {
        <li class="notes__item">
            <p class="notes__text">{note.text}</p>
            <p class="notes__facts">
                <Tag colour words=note.visibility.words() />
                " "
                {format!("{}, {}", note.by, clinical_time::date_time(note.at))}
                {may_withdraw
                    .then(|| {
                        view! {
                            <button
                                class="link-button"
                                type="button"
                                on:click=move |_| drop(board.submit(stay, withdraw.clone()))
                            >
                                "Withdraw"
                            </button>
                        }
                    })}
            </p>
        </li>
    }
}
