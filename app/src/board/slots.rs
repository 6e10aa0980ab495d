//! A row a bed, in the order in which a nurse walks the ward: the empty ones too (`domain.md` 5.6, PAL-0660).

use std::{cmp::Ordering, collections::BTreeMap};

use domain::{Bed, RowOrder, Ward, WardCode, hospital::WardName, place::bed_order};

use super::Row;

#[derive(Clone)]
pub enum Slot {
    Patient(Row),
    /// A ward's bed in which nobody lies.
    Unoccupied(WardCode, Bed),
}

/// Whether it is the same patient, or the same empty bed.
impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Patient(one), Self::Patient(other)) => one.id == other.id,
            (Self::Unoccupied(ward, bed), Self::Unoccupied(other_ward, other)) => ward == other_ward && bed == other,
            _ => false,
        }
    }
}

impl Slot {
    /// Stays the same while the patient does, so that a row that moves keeps its focus.
    pub fn key(&self) -> String {
        match self {
            Self::Patient(row) => row.id.to_string(),
            Self::Unoccupied(ward, bed) => format!("{ward}/{}", bed.name),
        }
    }

    pub fn ward(&self) -> &WardCode {
        match self {
            Self::Patient(row) => &row.place.ward,
            Self::Unoccupied(ward, _) => ward,
        }
    }

    pub fn is_unoccupied(&self) -> bool {
        matches!(self, Self::Unoccupied(..))
    }
}

/// The ward's beds with whoever lies in them, then patients in places that the ward doesn't list, then those without a bed.
pub fn slots(ward: &WardCode, beds: &[Bed], rows: &[&Row]) -> Vec<Slot> {
    let mut in_bed: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for &row in rows {
        match row.place.bed_among(beds).filter(|_| row.place.ward == *ward) {
            Some(bed) => in_bed.entry(&bed.name).or_default().push(row),
            None => elsewhere.push(row),
        }
    }
    elsewhere.sort_by(|one, other| by_bed(one, other));
    let mut slots = Vec::with_capacity(beds.len().max(rows.len()));
    for bed in beds {
        match in_bed.remove(bed.name.as_str()) {
            Some(here) => slots.extend(here.into_iter().cloned().map(Slot::Patient)),
            None => slots.push(Slot::Unoccupied(ward.clone(), bed.clone())),
        }
    }
    slots.extend(elsewhere.into_iter().cloned().map(Slot::Patient));
    slots
}

/// Ward by ward in the hospital's order, each as by itself; first those who lie on a ward that the hospital doesn't list.
/// `laid_out` are the wards of which each bed is seen.
pub fn slots_by_ward(wards: &[WardName], laid_out: &[Ward], rows: &[Row]) -> Vec<Slot> {
    let mut on_ward: BTreeMap<&WardCode, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        on_ward.entry(&row.place.ward).or_default().push(row);
    }
    let listed: Vec<Slot> = wards
        .iter()
        .flat_map(|ward| {
            let beds = laid_out.iter().find(|own| own.code == ward.code).map_or(&[][..], |own| &own.beds);
            slots(&ward.code, beds, &on_ward.remove(&ward.code).unwrap_or_default())
        })
        .collect();
    on_ward.into_iter().flat_map(|(ward, rows)| slots(ward, &[], &rows)).chain(listed).collect()
}

/// In an order that somebody has chosen for themselves; among equals the one before decides. Empty beds come last.
pub fn in_order(order: RowOrder, mut slots: Vec<Slot>) -> Vec<Slot> {
    slots.sort_by_cached_key(|slot| match slot {
        Slot::Patient(row) => (false, row.read(|state| order.key(&state.shown.stay))),
        Slot::Unoccupied(..) => (true, Default::default()),
    });
    slots
}

/// Those without a bed come last.
fn by_bed(one: &Row, other: &Row) -> Ordering {
    let (one, other) = (&one.place.bed, &other.place.bed);
    one.is_none().cmp(&other.is_none()).then_with(|| bed_order(name(one.as_ref()), name(other.as_ref())))
}

fn name(bed: Option<&String>) -> &str {
    bed.map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use domain::{Place, Stay, StayId, board::BoardRow};
    use leptos::prelude::*;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::board::RowState;

    fn code(ward: &str) -> WardCode {
        ward.parse().expect("a ward")
    }

    fn bed(bay: &str, name: &str) -> Bed {
        Bed { bay: Some(bay.to_owned()), name: name.to_owned() }
    }

    fn row(number: u128, bed: Option<&str>) -> Row {
        row_on("ward-3b", number, None, bed)
    }

    fn row_on(ward: &str, number: u128, bay: Option<&str>, bed: Option<&str>) -> Row {
        let id = StayId(Uuid::from_u128(number));
        let place = Place { ward: code(ward), bay: bay.map(str::to_owned), bed: bed.map(str::to_owned) };
        let mut stay = Stay { place, ..Stay::before_admission(id) };
        stay.admitted_at += chrono::TimeDelta::days(i64::try_from(number).expect("a small number"));
        Row::of(id, ArcRwSignal::new(RowState::new(BoardRow::whole(stay))), ArcRwSignal::default())
    }

    fn shown(slots: &[Slot]) -> Vec<String> {
        let name = |slot: &Slot| match slot {
            Slot::Patient(row) => row.place.bed.clone().unwrap_or_else(|| "no bed".to_owned()),
            Slot::Unoccupied(_, bed) => format!("{} unoccupied", bed.name),
        };
        slots.iter().map(name).collect()
    }

    fn on_3b(beds: &[Bed], rows: &[Row]) -> Vec<Slot> {
        slots(&code("ward-3b"), beds, &rows.iter().collect::<Vec<_>>())
    }

    #[test]
    fn every_bed_and_every_patient_has_a_row() {
        let beds = [bed("Bay A", "1"), bed("Bay A", "2"), bed("Bay B", "3")];
        let rows = [row(1, None), row(2, Some("10")), row(3, Some("9")), row(4, Some("3")), row(5, Some("1"))];
        assert_eq!(shown(&on_3b(&beds, &rows)), ["1", "2 unoccupied", "3", "9", "10", "no bed"]);
    }

    #[test]
    fn two_patients_in_one_bed_are_both_shown() {
        let rows = [row(1, Some("1")), row(2, Some("1"))];
        assert_eq!(shown(&on_3b(&[bed("Bay A", "1")], &rows)), ["1", "1"]);
    }

    #[rstest]
    #[case::of_the_bay_before(Some("Bay A"), "B3")]
    #[case::small(None, "b3")]
    #[case::spaced(Some("Bay B"), "B 3")]
    fn no_bed_is_unoccupied_in_which_somebody_lies(#[case] bay: Option<&str>, #[case] name: &str) {
        let rows = [row_on("ward-3b", 1, bay, Some(name))];
        assert_eq!(shown(&on_3b(&[bed("Bay A", "A4"), bed("Bay B", "B3")], &rows)), ["A4 unoccupied", name]);
    }

    #[test]
    fn who_is_on_the_way_to_another_ward_lies_in_no_bed_of_this_one() {
        let rows = [row_on("oak", 1, None, Some("1"))];
        assert_eq!(shown(&on_3b(&[bed("Bay A", "1")], &rows)), ["1 unoccupied", "1"]);
    }

    fn hospital() -> Vec<Slot> {
        let name = |ward: &str| WardName { code: code(ward), name: ward.to_owned(), site: None };
        let ward = |ward: &str, bed_names: &[&str]| Ward {
            code: code(ward),
            name: ward.to_owned(),
            specialty: None,
            site: None,
            beds: bed_names.iter().map(|name| bed("Bay A", name)).collect(),
        };
        let laid_out = [ward("oak", &["O1", "O2"]), ward("elm", &["E1"])];
        let rows = [row(1, Some("3")), row_on("oak", 2, None, Some("O2")), row_on("closed", 3, None, Some("9"))];
        slots_by_ward(&["oak", "ward-3b", "elm"].map(name), &laid_out, &rows)
    }

    #[test]
    fn a_hospital_stands_ward_by_ward_with_its_empty_beds() {
        assert_eq!(shown(&hospital()), ["9", "O1 unoccupied", "O2", "3", "E1 unoccupied"]);
    }

    #[test]
    fn empty_beds_come_last_in_another_order() {
        assert_eq!(shown(&in_order(RowOrder::LongestStay, hospital())), ["3", "O2", "9", "O1 unoccupied", "E1 unoccupied"]);
    }
}
