//! Patients who were here before and whom a list may mean, so that a new stay is theirs.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{patient, stay};
use interop::Sheet;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Condition};
use uuid::Uuid;

use super::{
    cells::RowCells,
    columns::Columns,
    listed::Listed,
    picture::{PastPatient, Picture},
};
use crate::{
    error::Fault,
    rows::{IDS_AT_ONCE, patient_from},
};

/// What a row can be recognised by.
struct Marks {
    nhs_number: Option<String>,
    hospital_number: Option<String>,
    /// Asked for only without a number, since many are born on one day.
    born: Option<NaiveDate>,
}

/// Everybody in the records who fits a row, in one query for a ward's list.
pub(super) async fn read(db: &impl ConnectionTrait, sheet: &Sheet, picture: &Picture) -> Result<Vec<PastPatient>, Fault> {
    let marks = marks(sheet, picture);
    let mut rows: HashMap<Uuid, patient::Model> = HashMap::new();
    for chunk in marks.chunks(IDS_AT_ONCE) {
        let found = patient::Entity::find().filter(any_of(chunk)).all(db).await?;
        rows.extend(found.into_iter().map(|row| (row.id, row)));
    }
    let left = last_left(db, &rows).await?;
    let past = |row: &patient::Model| {
        let left = left.get(&row.id).copied();
        Ok(PastPatient { patient: patient_from(row)?, left })
    };
    rows.values().map(past).collect()
}

fn marks(sheet: &Sheet, picture: &Picture) -> Vec<Marks> {
    let columns = Columns::of(&sheet.header, &picture.directory.kinds);
    let of_row = |row| {
        let listed = Listed::read(RowCells { row, columns: &columns }, picture, &mut Vec::new());
        let nhs_number = listed.nhs_number.map(|told| told.value.digits());
        let hospital_number = listed.hospital_number.map(|told| told.value.to_string());
        let has_number = nhs_number.is_some() || hospital_number.is_some();
        let born = listed.born.map(|told| told.value).filter(|_| !has_number);
        Marks { nhs_number, hospital_number, born }
    };
    sheet.rows.iter().map(of_row).collect()
}

fn any_of(marks: &[Marks]) -> Condition {
    Condition::any()
        .add(patient::Column::NhsNumber.is_in(marks.iter().filter_map(|marks| marks.nhs_number.clone())))
        .add(patient::Column::HospitalNumber.is_in(marks.iter().filter_map(|marks| marks.hospital_number.clone())))
        .add(patient::Column::Born.is_in(marks.iter().filter_map(|marks| marks.born)))
}

/// When each of them last left. Stays that were recorded by mistake do not count.
async fn last_left(
    db: &impl ConnectionTrait,
    patients: &HashMap<Uuid, patient::Model>,
) -> Result<HashMap<Uuid, DateTime<Utc>>, Fault> {
    let ids: Vec<Uuid> = patients.keys().copied().collect();
    let mut last: HashMap<Uuid, DateTime<Utc>> = HashMap::new();
    for chunk in ids.chunks(IDS_AT_ONCE) {
        let stays: Vec<(Uuid, DateTime<Utc>)> = stay::Entity::find()
            .filter(stay::Column::PatientId.is_in(chunk.iter().copied()))
            .filter(stay::Column::DischargedAt.is_not_null())
            .filter(stay::Column::VoidedAt.is_null())
            .select_only()
            .columns([stay::Column::PatientId, stay::Column::DischargedAt])
            .into_tuple()
            .all(db)
            .await?;
        for (patient, left) in stays {
            let known = last.entry(patient).or_insert(left);
            *known = left.max(*known);
        }
    }
    Ok(last)
}
