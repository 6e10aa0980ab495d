//! A patient's row. Each cell follows the row's one signal.

use leptos::prelude::*;

use super::{
    cell_button::CellButton,
    criteria_cell::CriteriaStanding,
    day_cell::DayStanding,
    days_cell::DaysInHospital,
    delay_cell::DelayStanding,
    expected_discharge_cell::ExpectedDischarge,
    pathway_cell::PathwayStanding,
    patient_cell::{BedCell, PatientCell},
    tasks_cell::TasksCell,
};
use crate::board::{Panel, Row};

#[component]
pub fn PatientRow(row: Row) -> impl IntoView {
    let unsent = {
        let state = row.state.clone();
        move || state.with(crate::board::RowState::has_unsent)
    };
    view! {
        <tr class="board__row" class:board__row--unsent=unsent role="row">
            <th class="board__cell board__cell--bed" scope="row" role="rowheader">
                <BedCell row=row.clone() />
            </th>
            <td class="board__cell board__cell--patient" role="cell">
                <PatientCell row=row.clone() />
            </td>
            <td class="board__cell board__cell--days" role="cell">
                <DaysInHospital row=row.clone() />
                <CellButton row=row.clone() panel=Panel::Day label="Red or green day" clone:row>
                    <DayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--edd" role="cell">
                <CellButton row=row.clone() panel=Panel::ExpectedDischarge label="Expected date of discharge" clone:row>
                    <ExpectedDischarge row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--criteria" role="cell">
                <CellButton row=row.clone() panel=Panel::Criteria label="Criteria to reside" clone:row>
                    <CriteriaStanding row=row.clone() />
                    <DelayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--pathway" role="cell">
                <CellButton row=row.clone() panel=Panel::Pathway label="Pathway" clone:row>
                    <PathwayStanding row=row.clone() />
                </CellButton>
            </td>
            <td class="board__cell board__cell--tasks" role="cell">
                <TasksCell row />
            </td>
        </tr>
    }
}
