//! A row a bed, in the order in which a nurse walks the ward: the empty ones too (`domain.md` 5.6, PAL-0660).

use domain::{Bed, place::bed_order};

use super::Row;

#[derive(Clone)]
pub enum Slot {
    Patient(Row),
    Unoccupied(Bed),
}

impl Slot {
    /// Stays the same while the patient does, so that a row that moves keeps its focus.
    pub fn key(&self) -> String {
        match self {
            Self::Patient(row) => row.id.to_string(),
            Self::Unoccupied(bed) => format!("{}/{}", bed.bay.as_deref().unwrap_or(""), bed.name),
        }
    }
}

/// The ward's beds with whoever lies in them, then patients in beds that the ward doesn't list, then those without a bed.
pub fn slots(beds: &[Bed], rows: &[Row]) -> Vec<Slot> {
    let mut left: Vec<&Row> = rows.iter().collect();
    let mut slots = Vec::with_capacity(beds.len().max(rows.len()));
    for bed in beds {
        let here: Vec<&Row> = left.extract_if(.., |row| lies_in(row, bed)).collect();
        if here.is_empty() {
            slots.push(Slot::Unoccupied(bed.clone()));
        }
        slots.extend(here.into_iter().cloned().map(Slot::Patient));
    }
    left.sort_by(|one, other| {
        let (one, other) = (&one.place.bed, &other.place.bed);
        one.is_none().cmp(&other.is_none()).then_with(|| bed_order(name(one), name(other)))
    });
    slots.extend(left.into_iter().cloned().map(Slot::Patient));
    slots
}

/// A bay that is not recorded with the patient doesn't matter where the bed's name is.
fn lies_in(row: &Row, bed: &Bed) -> bool {
    let same_bay = row.place.bay.is_none() || row.place.bay == bed.bay;
    same_bay && row.place.bed.as_deref() == Some(bed.name.as_str())
}

fn name(bed: &Option<String>) -> &str {
    bed.as_deref().unwrap_or("")
}
