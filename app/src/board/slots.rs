//! A row a bed, in the order in which a nurse walks the ward: the empty ones too (`domain.md` 5.6, PAL-0660).

use std::cmp::Ordering;

use domain::{Bed, RowOrder, hospital::WardName, place::bed_order};

use super::Row;

#[derive(Clone)]
pub enum Slot {
    Patient(Row),
    Unoccupied(Bed),
}

/// Whether it is the same patient, or the same empty bed.
impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Patient(one), Self::Patient(other)) => one.id == other.id,
            (Self::Unoccupied(one), Self::Unoccupied(other)) => one == other,
            _ => false,
        }
    }
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
    left.sort_by(|one, other| by_bed(one, other));
    slots.extend(left.into_iter().cloned().map(Slot::Patient));
    slots
}

/// Patients alone, ward by ward in the hospital's order.
pub fn slots_by_ward(wards: &[WardName], mut rows: Vec<Row>) -> Vec<Slot> {
    by_ward(wards, &mut rows);
    rows.into_iter().map(Slot::Patient).collect()
}

fn by_ward(wards: &[WardName], rows: &mut [Row]) {
    rows.sort_by(by_bed);
    rows.sort_by_cached_key(|row| wards.iter().position(|ward| ward.code == row.place.ward));
}

/// Patients alone, in an order that somebody has chosen for themselves; among equals the ward and the bed decide.
pub fn slots_in_order(order: RowOrder, wards: &[WardName], mut rows: Vec<Row>) -> Vec<Slot> {
    by_ward(wards, &mut rows);
    rows.sort_by_cached_key(|row| row.read(|state| order.key(&state.shown.stay)));
    rows.into_iter().map(Slot::Patient).collect()
}

/// Those without a bed come last.
fn by_bed(one: &Row, other: &Row) -> Ordering {
    let (one, other) = (&one.place.bed, &other.place.bed);
    one.is_none().cmp(&other.is_none()).then_with(|| bed_order(name(one.as_ref()), name(other.as_ref())))
}

/// A bay that is not recorded with the patient doesn't matter where the bed's name is.
fn lies_in(row: &Row, bed: &Bed) -> bool {
    let same_bay = row.place.bay.is_none() || row.place.bay == bed.bay;
    same_bay && row.place.bed.as_deref() == Some(bed.name.as_str())
}

fn name(bed: Option<&String>) -> &str {
    bed.map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use domain::{Place, Stay, StayId, board::BoardRow};
    use leptos::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::board::RowState;

    fn bed(bay: &str, name: &str) -> Bed {
        Bed { bay: Some(bay.to_owned()), name: name.to_owned() }
    }

    fn row(number: u128, bed: Option<&str>) -> Row {
        let ward: domain::WardCode = "ward-3b".parse().expect("a ward");
        let id = StayId(Uuid::from_u128(number));
        let place = Place { ward, bay: None, bed: bed.map(str::to_owned) };
        let stay = Stay { place, ..Stay::before_admission(id) };
        Row::of(id, ArcRwSignal::new(RowState::new(BoardRow::whole(stay))), ArcRwSignal::default())
    }

    fn shown(slots: &[Slot]) -> Vec<String> {
        let name = |slot: &Slot| match slot {
            Slot::Patient(row) => row.place.bed.clone().unwrap_or_else(|| "no bed".to_owned()),
            Slot::Unoccupied(bed) => format!("{} unoccupied", bed.name),
        };
        slots.iter().map(name).collect()
    }

    #[test]
    fn every_bed_and_every_patient_has_a_row() {
        let beds = [bed("Bay A", "1"), bed("Bay A", "2"), bed("Bay B", "3")];
        let rows = [row(1, None), row(2, Some("10")), row(3, Some("9")), row(4, Some("3")), row(5, Some("1"))];
        assert_eq!(shown(&slots(&beds, &rows)), ["1", "2 unoccupied", "3", "9", "10", "no bed"]);
    }

    #[test]
    fn two_patients_in_one_bed_are_both_shown() {
        let rows = [row(1, Some("1")), row(2, Some("1"))];
        assert_eq!(shown(&slots(&[bed("Bay A", "1")], &rows)), ["1", "1"]);
    }
}
