//! How full a ward is. Beds are counted, not patients: one may wait on a chair, and two may be written into one bed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Bed, Place};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BedCount {
    /// Beds of the ward in which somebody lies.
    pub occupied: u32,
    /// Patients of the ward who lie in none of its beds.
    pub without_bed: u32,
}

impl BedCount {
    pub fn of<'a>(beds: &[Bed], places: impl IntoIterator<Item = &'a Place>) -> Self {
        let mut occupied = BTreeSet::new();
        let mut without_bed = 0;
        for place in places {
            match place.bed_among(beds) {
                Some(bed) => {
                    occupied.insert(&bed.name);
                }
                None => without_bed += 1,
            }
        }
        Self { occupied: u32::try_from(occupied.len()).unwrap_or(u32::MAX), without_bed }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn place(bay: &str, bed: &str) -> Place {
        let words = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        Place { ward: "maple".parse().expect("a ward"), bay: words(bay), bed: words(bed) }
    }

    #[rstest]
    #[case::nobody(&[], 0, 0)]
    #[case::each_in_their_bed(&[("Bay A", "A1"), ("", "A2")], 2, 0)]
    #[case::two_in_one(&[("Bay A", "A1"), ("", "A1")], 1, 0)]
    #[case::on_a_chair(&[("", "A1"), ("", "Chair 1")], 1, 1)]
    #[case::no_bed_yet(&[("Bay A", ""), ("", "")], 0, 2)]
    fn beds_are_counted_and_not_patients(#[case] lie: &[(&str, &str)], #[case] occupied: u32, #[case] without_bed: u32) {
        let bed = |name: &str| Bed { bay: Some("Bay A".to_owned()), name: name.to_owned() };
        let places: Vec<Place> = lie.iter().map(|(bay, bed)| place(bay, bed)).collect();
        assert_eq!(BedCount::of(&[bed("A1"), bed("A2")], &places), BedCount { occupied, without_bed });
    }
}
