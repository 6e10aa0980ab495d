//! The table: frozen identifying columns at the left, tasks at the right, unoccupied beds where they stand.
//!
//! The rows are laid out as grids, so that those out of view cost nothing; the roles say what they are all the same.

use domain::{
    Bed, BoardColumn, EmptyBeds, Role, Ward, WardCode,
    permission::{self, Scope},
};
use leptos::{ev::FocusEvent, prelude::*, web_sys::Element};
use wasm_bindgen::JsCast;

use super::{filter_notice::FilterNotice, patient_cell::ward_before_bed, patient_row::PatientRow};
use crate::{
    board::{Board, Row, Shows, Slot, cell_class, patients},
    components::EmptyState,
    later::{hear_touch, later},
    outbox::device,
};

const COLUMNS: [(&str, &str); 7] = [
    ("bed", "Bed"),
    ("patient", "Patient"),
    ("days", "Days, today"),
    ("edd", "EDD"),
    ("criteria", "Criteria to reside"),
    ("pathway", "Pathway"),
    ("tasks", "Tasks before going home"),
];

#[component]
pub fn WardTable() -> impl IntoView {
    let board = Board::expect();
    board.watch();
    see_what_is_opened(board);
    let ward = board.with_shows(|shows| if let Shows::Ward(ward) = shows { Some(ward.clone()) } else { None });
    let (name, is_hospital) = ward.as_ref().map_or_else(|| ("all wards".to_owned(), true), |ward| (ward.name.clone(), false));
    let in_focus = RwSignal::new(None);
    let without = move |column| move || board.layout.with(|layout| layout.hidden.contains(&column));
    view! {
        <WhatIsSeen ward />
        <FilterNotice counted=Memo::new(move |_| board.count_shown()) things="patients" />
        <div
            class="board-scroller"
            // What stands under the board takes its room from the lower end, so that no row moves.
            class:board-scroller--shorter=move || board.has_tidings()
            tabindex="0"
            role="region"
            aria-label=format!("Board of {name}")
            on:scroll=move |_| board.rest.update_value(|rest| rest.scroll(device::milliseconds()))
        >
            <table
                class="board"
                class:board--hospital=is_hospital
                class:board--without-days=without(BoardColumn::Days)
                class:board--without-edd=without(BoardColumn::ExpectedDischarge)
                class:board--without-criteria=without(BoardColumn::Criteria)
                class:board--without-pathway=without(BoardColumn::Pathway)
                role="table"
                aria-label=format!("Patients on {name}")
                on:click:capture=|event| hear_touch(&event)
                on:focusin:capture=|event| hear_touch(&event)
                on:focusin=move |event| in_focus.set(focused_cell(&event))
                on:focusout=move |_| in_focus.set(None)
            >
                <thead role="rowgroup">
                    <tr class="board__row board__row--head" role="row">
                        {COLUMNS
                            .map(|(column, heading)| view! { <Heading column heading in_focus /> })
                            .into_iter()
                            .collect_view()}
                    </tr>
                </thead>
                {board.blocks().into_iter().map(|ward| view! { <Block ward /> }).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

/// Says where not all is seen, and where there is nothing to see.
#[component]
fn WhatIsSeen(
    /// `None` for all wards.
    ward: Option<Ward>,
) -> impl IntoView {
    let board = Board::expect();
    let sees_all = board.with_actor(|actor| match &ward {
        Some(ward) => permission::scope(actor).sees_whole_ward(&ward.code),
        None => !actor.has(Role::TeamMember) || permission::scope(actor) == Scope::Hospital,
    });
    let has_beds = board.has_beds();
    let hides_beds = move || board.layout.with(|layout| layout.empty_beds == EmptyBeds::Hidden);
    let is_empty = move || (!has_beds || hides_beds()) && board.rows.with(Vec::is_empty);
    let (words, hint) = if has_beds {
        ("No patients", "Empty beds are hidden; Arrange shows them.")
    } else if sees_all && ward.is_none() {
        ("No patients", "A ward's list brings them in.")
    } else if sees_all {
        ("No beds and no patients", "An administrator adds this ward's beds; its list brings in the patients.")
    } else {
        ("No patient here has a task for your team", "Patients appear as soon as one is given to it.")
    };
    view! {
        {(!sees_all)
            .then(|| view! { <p class="partial-view">"You see the patients who have a task for your team, and those tasks only."</p> })}
        <Show when=is_empty>
            <EmptyState words hint />
        </Show>
    }
}

/// Stands out while the focus is in its column, as the row's cells do (`domain.md` 5.6, PAL-0700).
#[component]
fn Heading(column: &'static str, heading: &'static str, in_focus: RwSignal<Option<String>>) -> impl IntoView {
    let class = format!("board__cell--{column}");
    let is_lit = {
        let class = class.clone();
        Memo::new(move |_| in_focus.with(|cell| cell.as_ref() == Some(&class)))
    };
    view! {
        <th class=format!("board__cell {class}") class:board__cell--lit=is_lit scope="col" role="columnheader">
            {heading}
        </th>
    }
}

fn focused_cell(event: &FocusEvent) -> Option<String> {
    cell_class(&event.target()?.dyn_into().ok()?)
}

/// The rows of one ward, where the hospital stands ward by ward: while a ward is out of view the browser passes its rows over in
/// one. All other rows stand in the block of no ward.
#[component]
fn Block(ward: Option<WardCode>) -> impl IntoView {
    let board = Board::expect();
    let class = ward.is_some().then_some("board__ward-rows");
    let slots = Memo::new(move |_| board.standing_in(ward.as_ref()));
    view! {
        <tbody
            class=class
            role="rowgroup"
            data-rows=move || slots.with(|slots| patients(slots).count())
            data-empty=move || slots.with(|slots| slots.iter().filter(|slot| slot.is_unoccupied()).count())
            data-tasks=move || slots.with(|slots| patients(slots).map(Row::open_tasks).sum::<usize>())
        >
            <For each=move || slots.get() key=Slot::key let:slot>
                {match slot {
                    Slot::Patient(row) => {
                        later(empty_row, what_it_says(board, &row), || view! { <PatientRow row /> }.into_any()).into_any()
                    }
                    Slot::Unoccupied(ward, bed) => {
                        later(empty_row, || {}, || view! { <UnoccupiedRow ward bed /> }.into_any()).into_any()
                    }
                }}
            </For>
        </tbody>
    }
}

/// Has the room of a row until it is built.
fn empty_row() -> Element {
    let Ok(row) = document().create_element("tr") else {
        unreachable!("any page can have a row");
    };
    row.set_class_name("board__row");
    row
}

/// Follows all that the words of a row hang on.
fn what_it_says(board: Board, row: &Row) -> impl Fn() + Send + 'static {
    let Row { now, state, .. } = row.clone();
    move || {
        state.track();
        now.track();
        // Not followed alone: a memo that nobody has read yet would say at its first reading that it has changed.
        board.similar.with(|_| ());
    }
}

/// Who opens a question about a patient has seen what is new there.
fn see_what_is_opened(board: Board) {
    Effect::new(move || {
        if let Some(sheet) = board.sheet.get() {
            board.see(sheet.stay);
        }
    });
}

/// An empty bed says so: a gap would look like a patient who is missing (`domain.md` 5.1, hazard 11).
#[component]
fn UnoccupiedRow(ward: WardCode, bed: Bed) -> impl IntoView {
    let ward = ward_before_bed(Board::expect(), &ward);
    view! {
        <tr class="board__row board__row--unoccupied" role="row">
            <th class="board__cell board__cell--bed" scope="row" role="rowheader">
                {ward}
                {bed.bay.map(|bay| view! { <span class="board__bay">{bay}</span> })}
                <span class="board__bed">{bed.name}</span>
            </th>
            <td class="board__cell board__cell--patient" role="cell" aria-colspan="6" colspan="6">
                "UNOCCUPIED"
            </td>
        </tr>
    }
}
