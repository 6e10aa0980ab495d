//! A list compared with the hospital: for each row, what it would change and what is wrong with it. Pure.

use std::sync::Arc;

use domain::{Stay, StayId, list::CellProblem};
use interop::{Row, Sheet};
use uuid::Uuid;

use super::{
    admit::admit,
    cells::{At, RowCells},
    columns::Columns,
    draft::{Draft, Step},
    identify::identify,
    listed::Listed,
    listed_place::{self, ListedPlace},
    patients::Patients,
    picture::Picture,
    tasks, update,
};

/// What a list would do.
pub(super) struct Plan {
    pub columns: Columns,
    pub rows: Vec<PlannedRow>,
}

/// What one row would do. Without a stay it is left.
#[derive(Debug, Default)]
pub(super) struct PlannedRow {
    /// As the spreadsheet program shows it.
    pub number: u32,
    pub name: String,
    pub bed: String,
    pub stay: Option<StayId>,
    pub steps: Vec<Step>,
    pub problems: Vec<CellProblem>,
}

/// Compares row by row, in the order of the list. `new_id` gives the ids of stays and patients that are new.
pub(super) fn plan(sheet: &Sheet, picture: &Picture, new_id: &mut dyn FnMut() -> Uuid) -> Plan {
    let columns = Columns::of(&sheet.header, &picture.directory.kinds);
    let mut patients = Patients::of(picture);
    let rows = sheet.rows.iter().map(|row| planned(row, &columns, picture, &mut patients, new_id)).collect();
    Plan { columns, rows }
}

fn planned(
    row: &Row,
    columns: &Columns,
    picture: &Picture,
    patients: &mut Patients,
    new_id: &mut dyn FnMut() -> Uuid,
) -> PlannedRow {
    let cells = RowCells { row, columns };
    let mut planned = PlannedRow { number: row.number, ..PlannedRow::default() };
    let listed = Listed::read(cells, picture, &mut planned.problems);
    planned.name = listed.name.as_ref().map(|told| told.value.to_string()).unwrap_or_default();
    let drafted = listed_place::read(cells, picture, &mut planned.problems).and_then(|place| {
        planned.bed = place.place.bed.clone().unwrap_or_default();
        draft(&listed, &place, cells, picture, patients, new_id)
    });
    match drafted {
        Ok((known, draft)) => {
            planned.problems.extend(draft.problems);
            planned.take(&draft.stay, draft.steps);
            patients.take(known, draft.stay, row.number);
        }
        Err(problem) => planned.problems.push(problem),
    }
    planned
}

fn draft<'a>(
    listed: &Listed,
    place: &ListedPlace,
    cells: RowCells<'_>,
    picture: &'a Picture,
    patients: &Patients,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(Option<usize>, Draft<'a>), CellProblem> {
    if listed.is_nobody() {
        return Err(At::default().problem("no patient: neither a name nor a number that can be read; row not taken"));
    }
    let known = identify(listed, place, patients)?;
    let person = known.and_then(|at| patients.get(at));
    let mut draft = match person.and_then(|person| person.here.as_ref()) {
        Some(stay) => {
            let mut draft = Draft::of(Stay::clone(Arc::as_ref(stay)), picture);
            update::known_stay(&mut draft, listed, place, picture);
            draft
        }
        None => admit(listed, place, person, picture, new_id)?,
    };
    update::plan(&mut draft, cells, picture);
    tasks::update(&mut draft, cells, picture);
    Ok((known, draft))
}

impl PlannedRow {
    fn take(&mut self, stay: &Stay, steps: Vec<Step>) {
        self.stay = Some(stay.id);
        self.steps = steps;
        if self.name.is_empty() {
            self.name = stay.patient.name.to_string();
        }
        if self.bed.is_empty() {
            self.bed = stay.place.bed.clone().unwrap_or_default();
        }
    }
}
