//! A patient's row. Each cell follows the row's one signal.

use leptos::prelude::*;

use super::{
    cell_button::CellButton,
    changed::mark_of,
    criteria_cell::CriteriaStanding,
    day_cell::DayStanding,
    days_cell::DaysInHospital,
    delay_cell::DelayStanding,
    expected_discharge_cell::ExpectedDischarge,
    pathway_cell::PathwayStanding,
    patient_cell::{BedCell, PatientCell},
    tasks_cell::TasksCell,
};
use crate::board::{Leaving, Marks, Panel, Row, Spot, row_id};

#[component]
pub fn PatientRow(row: Row) -> impl IntoView {
    let standing = standing(&row);
    let marks = marks(&row);
    let id = row_id(row.id);
    let tasks = row.open_tasks();
    view! {
        <tr class=move || standing.with(Standing::class) id=id role="row" data-tasks=tasks>
            <th class="board__cell board__cell--bed" scope="row" role="rowheader">
                <BedCell row=row.clone() />
            </th>
            <td class="board__cell board__cell--patient" role="cell">
                <PatientCell row=row.clone() />
            </td>
            <td class="board__cell board__cell--days" role="cell">
                {mark_of(marks, Spot::Day)} <DaysInHospital row=row.clone() />
                <CellButton row=row.clone() panel=Panel::Day label="Red or green day" clone:row>
                    <DayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--edd" role="cell">
                {mark_of(marks, Spot::ExpectedDischarge)}
                <CellButton row=row.clone() panel=Panel::ExpectedDischarge label="Expected date of discharge" clone:row>
                    <ExpectedDischarge row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--criteria" role="cell">
                {mark_of(marks, Spot::Criteria)}
                <CellButton row=row.clone() panel=Panel::Criteria label="Criteria to reside" clone:row>
                    <CriteriaStanding row=row.clone() />
                    <DelayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--pathway" role="cell">
                {mark_of(marks, Spot::Pathway)}
                <CellButton row=row.clone() panel=Panel::Pathway label="Pathway" clone:row>
                    <PathwayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--tasks" role="cell">
                <TasksCell row />
                {move || standing.get().leaving.map(|words| view! { <strong class="board__leaving">{words}</strong> })}
            </td>
        </tr>
    }
}

/// What the row as a whole says.
#[derive(Clone, PartialEq)]
struct Standing {
    is_unsent: bool,
    is_new: bool,
    leaving: Option<String>,
}

impl Standing {
    fn class(&self) -> String {
        let [unsent, new, leaving] = [
            (self.is_unsent, " board__row--unsent"),
            (self.is_new, " board__row--new"),
            (self.leaving.is_some(), " board__row--leaving"),
        ]
        .map(|(holds, class)| if holds { class } else { "" });
        format!("board__row{unsent}{new}{leaving}")
    }
}

fn standing(row: &Row) -> Memo<Standing> {
    let state = row.state.clone();
    Memo::new(move |_| {
        state.with(|state| Standing {
            is_unsent: state.has_unsent(),
            is_new: state.marks.contains_key(&Spot::Row),
            leaving: state.leaving.as_ref().map(Leaving::words),
        })
    })
}

fn marks(row: &Row) -> Memo<Marks> {
    let state = row.state.clone();
    Memo::new(move |_| state.with(|state| state.marks.clone()))
}
