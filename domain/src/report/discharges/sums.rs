//! Discharges added up one at a time: of the discharges of years, never more than a day's are held together.

use chrono::NaiveDate;

use super::{
    DischargeRow,
    destination::ByDestination,
    plan::{ExpectedDischargeAccuracy, PathwayMix},
    timeliness::LeavingTimes,
};
use crate::report::{Share, readmission::is_readmitted};

/// What a report of flow shows of discharges. Who is left out of [`Figure::Discharges`](crate::report::Figure::Discharges) is
/// in none of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DischargeSums {
    pub times: LeavingTimes,
    pub destinations: ByDestination,
    pub pathways: PathwayMix,
    pub expected: ExpectedDischargeAccuracy,
    /// Who was back within each of [`DischargeSums::BACK_WITHIN`].
    pub readmissions: [Share; 2],
}

impl DischargeSums {
    /// In days.
    pub const BACK_WITHIN: [u32; 2] = [7, 30];

    /// Adds one, where all admissions are known of the days until `known_until`.
    pub fn add(&mut self, row: &DischargeRow, known_until: NaiveDate) {
        if !row.is_counted() {
            return;
        }
        self.times.add(row.discharged_at);
        self.destinations.add(row.destination, 1);
        *self.pathways.entry((row.proposed, row.actual)).or_default() += 1;
        self.expected.add(row.against_expected());
        for (share, within) in self.readmissions.iter_mut().zip(Self::BACK_WITHIN) {
            if let Some(is_back) = is_readmitted(row, within, known_until) {
                *share += is_back;
            }
        }
    }

    /// Adds discharges that were added up apart.
    pub fn append(&mut self, other: Self) {
        self.times.append(other.times);
        self.destinations.append(&other.destinations);
        other.pathways.into_iter().for_each(|(pathways, more)| *self.pathways.entry(pathways).or_default() += more);
        self.expected.append(other.expected);
        self.readmissions.iter_mut().zip(other.readmissions).for_each(|(share, more)| *share += more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Pathway,
        report::story::{day, discharge_row},
        stay::Destination,
    };

    fn added_up(rows: &[DischargeRow]) -> DischargeSums {
        let mut sums = DischargeSums::default();
        rows.iter().for_each(|row| sums.add(row, day("2026-12-31")));
        sums
    }

    #[test]
    fn who_died_is_in_no_sum() {
        let died = discharge_row("2026-03-05T09:00:00Z", Destination::Died, "2026-02-01T09:00:00Z");
        assert_eq!(added_up(&[died]), DischargeSums::default());
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let left = |at| discharge_row(at, Destination::HomeWithSupport, "2026-02-20T09:00:00Z");
        let proposed = |row, proposed| DischargeRow { proposed, ..row };
        let rows = [
            proposed(left("2026-03-05T09:00:00Z"), Some(Pathway::P2)),
            DischargeRow { back_after: Some(9), ..left("2026-03-05T15:00:00Z") },
            proposed(left("2026-03-06T12:00:00Z"), Some(Pathway::P2)),
        ];
        let whole = added_up(&rows);
        let mix = [((None, Some(Pathway::P1)), 1), ((Some(Pathway::P2), Some(Pathway::P1)), 2)];
        assert!(whole.pathways.iter().map(|(pathways, count)| (*pathways, *count)).eq(mix));
        assert_eq!(whole.readmissions, [Share { part: 0, whole: 3 }, Share { part: 1, whole: 3 }]);
        for split in 0..=rows.len() {
            let (some, others) = rows.split_at(split);
            let mut found = added_up(some);
            found.append(added_up(others));
            assert_eq!(found, whole);
        }
    }
}
