//! The sheet over the board: one question at a time, about one patient, whose name stands at its top.

mod add_task;
mod as_it_stands;
mod asking;
mod assign_task;
mod cancel_task;
mod choice;
mod criteria;
mod date_field;
mod delay_reason;
mod discharge;
mod due_date;
mod expected_discharge;
mod move_bed;
mod note;
mod pathway;
mod pathway_tasks;
mod patient_menu;
mod question;
mod question_part;
mod record_day;
mod task_menu;
mod wait_for_task;
mod what_matters;

use domain::london;
use leptos::{
    ev::{self, KeyboardEvent},
    html,
    prelude::*,
    web_sys,
};
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;
use web_sys::{Element, HtmlDialogElement, HtmlElement, Node};

use super::{Icon, Tag};
use crate::{
    api::Failure,
    board::{Board, Opener, Panel, Row, Sheet},
};
use as_it_stands::AsItStands;
pub use asking::{Asking, RefusalMessage};
pub use criteria::ReviewCriteria;
pub use delay_reason::{ConfirmDelayReason, suggested_reason};
pub use expected_discharge::SetExpectedDischarge;
use question_part::{Part, QuestionOnItsWay};
pub use record_day::RecordDay;

/// What the Tab key goes to in a question.
const CONTROLS: &str = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary";

/// Not modal to the browser, which would style the whole page anew to put it out of reach, and on a large board makes a finger
/// wait for it. What a modal dialog does is done here: the board is covered, the focus stays inside, Escape closes.
#[component]
pub fn SheetDialog() -> impl IntoView {
    let board = Board::expect();
    let dialog = NodeRef::<html::Dialog>::new();
    let mut opener = None;
    let part = Part::fetched();
    Effect::new(move || {
        let is_asked = board.sheet.get().is_some();
        match dialog.get_untracked() {
            Some(dialog) if is_asked => open(&dialog, &mut opener),
            Some(dialog) => close(&dialog, opener.take()),
            None => {}
        }
    });
    Effect::new(move || {
        let guard = window_event_listener(ev::focusin, move |event| {
            let focused = event.target().and_then(|target| target.dyn_into().ok());
            if let Some((dialog, focused)) = dialog.get_untracked().zip(focused) {
                bring_back(&dialog, &focused);
            }
        });
        on_cleanup(move || guard.remove());
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            board.sheet.set(None);
        }
    };
    view! {
        <dialog
            class="sheet sheet--over-board"
            node_ref=dialog
            tabindex="-1"
            aria-modal="true"
            aria-labelledby="sheet-title"
            on:keydown=on_key
        >
            {move || board.sheet.get().and_then(|sheet| content(board, sheet, part))}
        </dialog>
        <div class="sheet-cover" on:click=move |_| board.sheet.set(None)></div>
    }
    .into_any()
}

/// A command of the sort that adds a task, to ask whether one may.
pub fn adding_a_task() -> Option<domain::Command> {
    add_task::own_words(String::new(), "WARD")
}

/// Opens it, and puts the focus on the question, also where one question leads to the next.
fn open(dialog: &HtmlDialogElement, opener: &mut Option<Opener>) {
    if !dialog.open() {
        *opener = Opener::here();
        dialog.show();
    }
    focus_title(dialog);
}

/// Closes it, and gives the focus back to what it was opened with.
fn close(dialog: &HtmlDialogElement, opener: Option<Opener>) {
    dialog.close();
    if let Some(opener) = opener {
        opener.take_focus();
    }
}

fn focus_title(dialog: &HtmlDialogElement) {
    if let Some(title) = dialog.query_selector("#sheet-title").ok().flatten().and_then(|title| title.dyn_into().ok()) {
        focus(&title);
    }
}

fn focus(element: &HtmlElement) {
    drop(element.focus());
}

/// Brings a focus that has left it back: from the last control on to the question, and from the question back to the last.
fn bring_back(dialog: &HtmlDialogElement, focused: &Element) {
    if !dialog.open() || dialog.contains(Some(focused)) {
        return;
    }
    if dialog.compare_document_position(focused) & Node::DOCUMENT_POSITION_FOLLOWING != 0 {
        focus_title(dialog);
        return;
    }
    let Ok(controls) = dialog.query_selector_all(CONTROLS) else {
        return;
    };
    let controls = (0..controls.length()).rev().filter_map(|index| controls.item(index)?.dyn_into::<HtmlElement>().ok());
    // One that is folded away takes no focus.
    let _ = controls.inspect(focus).find(|control| document().active_element().as_ref() == Some(control.as_ref()));
}

fn content(board: Board, sheet: Sheet, part: Part) -> Option<impl IntoView> {
    let row = board.row(sheet.stay)?;
    let title = title(&row, sheet.panel);
    let asking = Asking::about(board, sheet.stay);
    Some(view! {
        <SheetHead row=row.clone() title />
        // A form, so that the return key presses the question's one button.
        <form class="sheet__body" novalidate on:submit=|event| event.prevent_default()>
            <RefusalMessage asking />
            {move || part.question(sheet.panel, row.clone(), asking).unwrap_or_else(|| view! { <QuestionOnItsWay part /> }.into_any())}
        </form>
    })
}

/// Fetched when the board is alive: a board without an open question does without.
#[wasm_split(work, fallible, preload(fetch_questions))]
pub fn question(panel: Panel, row: Row, asking: Asking) -> Result<AnyView, Failure> {
    Ok(view! {
        <AsItStands panel row=row.clone() asking />
        {answers(panel, row, asking)}
    }
    .into_any())
}

fn answers(panel: Panel, row: Row, asking: Asking) -> AnyView {
    match panel {
        Panel::Task(number) => view! { <task_menu::TaskMenu row number asking /> }.into_any(),
        Panel::WaitForTask(number) => view! { <wait_for_task::WaitForTask number asking /> }.into_any(),
        Panel::TaskNotNeeded(number) => view! { <cancel_task::NotNeeded number asking /> }.into_any(),
        Panel::CancelTask(number) => view! { <cancel_task::CancelTask number asking /> }.into_any(),
        Panel::AssignTask(number) => view! { <assign_task::AssignTask row number asking /> }.into_any(),
        Panel::TaskDue(number) => view! { <due_date::TaskDue row number asking /> }.into_any(),
        Panel::Patient => view! { <patient_menu::PatientMenu row asking /> }.into_any(),
        Panel::AddTask => view! { <add_task::AddTask row asking /> }.into_any(),
        Panel::ExpectedDischarge => view! { <SetExpectedDischarge row asking /> }.into_any(),
        Panel::Criteria => view! { <ReviewCriteria asking /> }.into_any(),
        Panel::Pathway => view! { <pathway::SetPathway row asking /> }.into_any(),
        Panel::PathwayTasks(stage, pathway) => view! { <pathway_tasks::PathwayTasks stage pathway asking /> }.into_any(),
        Panel::MoveBed => view! { <move_bed::MoveBed row asking /> }.into_any(),
        Panel::Day => view! { <RecordDay asking /> }.into_any(),
        Panel::DelayReason => view! { <ConfirmDelayReason asking /> }.into_any(),
        Panel::Question(question) => view! { <question::AnswerQuestion question asking /> }.into_any(),
        Panel::WhatMatters => view! { <what_matters::SetWhatMatters row asking /> }.into_any(),
        Panel::Note => view! { <note::AddNote asking /> }.into_any(),
        Panel::Discharge => view! { <discharge::Discharge row asking /> }.into_any(),
    }
}

fn title(row: &Row, panel: Panel) -> String {
    let task = |number| row.read(|state| state.shown.stay.task(number).map(|task| task.title.clone()));
    let about = |what: &str, number| task(number).map_or_else(|| what.to_owned(), |title| format!("{what}: {title}"));
    match panel {
        Panel::Task(number) => task(number).unwrap_or_else(|| "Task".to_owned()),
        Panel::WaitForTask(number) => about("Waiting", number),
        Panel::TaskNotNeeded(number) => about("Not needed", number),
        Panel::CancelTask(number) => about("Added by mistake", number),
        Panel::AssignTask(number) => about("Assign", number),
        Panel::TaskDue(number) => about("Due", number),
        Panel::Patient => "What do you want to do?".to_owned(),
        Panel::AddTask => "Add a task".to_owned(),
        Panel::ExpectedDischarge => "Expected date of discharge".to_owned(),
        Panel::Criteria => "Review criteria to reside".to_owned(),
        Panel::Pathway => "Discharge pathway".to_owned(),
        Panel::PathwayTasks(_, pathway) => format!("{}: {}", pathway.short(), pathway.meaning()),
        Panel::MoveBed => "Move to another bed".to_owned(),
        Panel::Day => "Red or green day".to_owned(),
        Panel::DelayReason => "Primary reason of delay".to_owned(),
        Panel::Question(question) => question.words().to_owned(),
        Panel::WhatMatters => "What matters to me".to_owned(),
        Panel::Note => "Write a note".to_owned(),
        Panel::Discharge => "Discharge".to_owned(),
    }
}

/// Whom the question is about: three identifiers, so that nobody acts on the wrong patient.
#[component]
fn SheetHead(row: Row, title: String) -> impl IntoView {
    let board = Board::expect();
    let has_twin = move || board.similar.with(|similar| similar.contains(&row.id));
    let (name, born, number, place) = row.read(|state| {
        let stay = &state.shown.stay;
        let number = stay.patient.nhs_number_in_words();
        let born = stay.patient.born_in_words(london::date(board.now.get_untracked()));
        (stay.patient.name.to_string(), born, number, stay.place.in_words())
    });
    view! {
        <div class="sheet__head">
            <div>
                <p class="sheet__patient">{name}</p>
                <p class="sheet__identity">
                    <span class="sheet__fact">{format!("Born {born} ·")}</span>
                    " "
                    <span class="sheet__fact">{format!("NHS No. {number} ·")}</span>
                    " "
                    <span class="sheet__fact">{place}</span>
                </p>
                {move || {
                    has_twin()
                        .then(|| view! { <Tag colour="yellow" words="Another patient on this ward has a similar name" icon="twins" /> })
                }}
            </div>
            <button class="sheet__close" type="button" aria-label="Close" on:click=move |_| board.sheet.set(None)>
                <Icon name="close" />
            </button>
        </div>
        <h2 class="sheet__title" id="sheet-title" tabindex="-1">
            {title}
        </h2>
    }
}
