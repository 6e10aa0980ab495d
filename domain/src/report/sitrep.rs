//! The situation report of a day, filled in from the census that closes it and from the day's discharges (`domain.md` 3.1).
//!
//! Clinical decisions made at the bedside, counted: nothing here decides who meets the criteria to reside.

pub mod jump;
pub mod published;
pub mod signed;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CensusRow, DischargeRow,
    bands::LONG_STAYS,
    bed_days,
    discharges::{counted, destination::ByDestination},
    snapshot,
};
use crate::{DelayReasonCode, length_of_stay::LongStay, stay::Destination};

/// [`Figure::SituationReport`](super::Figure::SituationReport). Not to be mixed with the discharge ready date statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationReport {
    pub day: NaiveDate,
    /// Patients in a bed at the end of the day.
    pub patients: u32,
    /// Patients who left on the day.
    pub discharged: u32,
    /// Patients in a bed at the end of the day who no longer meet the criteria to reside.
    pub remaining: u32,
    /// Patients in a bed at the end of the day who were never reviewed. They are not among the remaining.
    pub not_reviewed: u32,
    /// The eight national destinations, in their order.
    pub by_destination: Vec<(Destination, u32)>,
    /// Discharges to none of the eight: at the patient's own choice, or not recorded.
    pub other_destination: u32,
    /// At least 7, 14 and 21 days, in this order.
    pub long_stays: [LongStayLine; LONG_STAYS.len()],
}

/// What is asked of the stays of at least so many days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongStayLine {
    pub patients: u32,
    /// Of these, those who no longer meet the criteria to reside.
    pub ready: u32,
    pub additional_bed_days: u32,
    /// Of the ready, how many wait for each reason.
    pub reasons: BTreeMap<DelayReasonCode, u32>,
    /// Of the ready, those for whom no reason was confirmed on the day.
    pub reason_not_recorded: u32,
}

impl SituationReport {
    /// Of the midnight census that ends `day`, and of discharges, of which those on other days are left out.
    pub fn of(day: NaiveDate, census: &[CensusRow], discharges: &[DischargeRow]) -> Self {
        let rows: Vec<&CensusRow> =
            census.iter().filter(|row| row.is_counted() && row.is_bed_day() && snapshot::day_counted(row.at) == day).collect();
        let left: Vec<&DischargeRow> = counted(discharges).filter(|row| row.discharged_on() == day).collect();
        let mut destinations = ByDestination::default();
        left.iter().for_each(|row| destinations.add(row.destination, 1));
        let (by_destination, other): (Vec<_>, Vec<_>) = destinations.all().partition(|(to, _)| to.pathway().is_some());
        Self {
            day,
            patients: count(&rows, |_| true),
            discharged: left.iter().map(|_| 1).sum(),
            remaining: count(&rows, CensusRow::is_ready),
            not_reviewed: count(&rows, |row| row.reviewed_on.is_none()),
            by_destination,
            other_destination: other.into_iter().map(|(_, patients)| patients).sum(),
            long_stays: LONG_STAYS.map(|long| LongStayLine::of(&rows, long)),
        }
    }

    /// Patients who no longer met the criteria to reside on the day: those who left and those who remain.
    pub fn no_longer_meeting_criteria(&self) -> u32 {
        self.discharged + self.remaining
    }
}

impl LongStayLine {
    fn of(rows: &[&CensusRow], long: LongStay) -> Self {
        let ready = rows.iter().filter(|row| row.is_ready() && long.includes(row.length_of_stay));
        let mut line = Self {
            patients: bed_days::long_stays(rows.iter().copied(), long),
            additional_bed_days: bed_days::additional_bed_days(rows.iter().copied(), long),
            ..Self::default()
        };
        for row in ready {
            line.ready += 1;
            match row.reason {
                Some(reason) => *line.reasons.entry(reason).or_default() += 1,
                None => line.reason_not_recorded += 1,
            }
        }
        line
    }
}

fn count(rows: &[&CensusRow], fits: impl Fn(&CensusRow) -> bool) -> u32 {
    rows.iter().filter(|row| fits(row)).map(|_| 1).sum()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::report::{
        Exclusion, ExclusionRules,
        story::{at, day, discharge_row, ready, reason, stay, ward},
    };

    fn code(text: &str) -> DelayReasonCode {
        text.parse().expect("a reason")
    }

    /// As counted at the end of 9 March 2026, a Monday.
    fn row(admitted: &str, reviews: &[&str], on_the_day: Option<&str>) -> CensusRow {
        let mut stay = ready(stay(admitted), reviews);
        stay = reason(stay, "2026-03-08", "X1");
        if let Some(on_the_day) = on_the_day {
            stay = reason(stay, "2026-03-09", on_the_day);
        }
        CensusRow::of(&stay, &ward(), at("2026-03-10T00:00:00Z"), &ExclusionRules::situation_report()).expect("a row")
    }

    fn census() -> Vec<CensusRow> {
        let child = CensusRow {
            excluded: Some(Exclusion::Age { years: 12, under: 18 }),
            ..row("2026-02-01T09:00:00Z", &["n2026-02-09T09:00:00Z"], None)
        };
        vec![
            row("2026-03-08T09:00:00Z", &["n2026-03-09T09:00:00Z"], Some("H5")),
            row("2026-03-01T09:00:00Z", &["n2026-03-05T09:00:00Z"], Some("I2")),
            row("2026-02-22T09:00:00Z", &["n2026-03-07T09:00:00Z"], Some("C4")),
            row("2026-02-01T09:00:00Z", &["n2026-02-28T09:00:00Z"], None),
            row("2026-02-01T09:00:00Z", &["m2026-03-09T09:00:00Z"], None),
            row("2026-02-01T09:00:00Z", &[], None),
            child,
        ]
    }

    fn discharges() -> Vec<DischargeRow> {
        let left = |at, to| discharge_row(at, to, "2026-03-01T09:00:00Z");
        vec![
            left("2026-03-09T00:00:00Z", Destination::HomeWithSupport),
            left("2026-03-09T23:59:00Z", Destination::ShortTermBed),
            left("2026-03-09T14:00:00Z", Destination::OwnDischarge),
            left("2026-03-09T14:00:00Z", Destination::Died),
            left("2026-03-10T00:00:00Z", Destination::HomeWithSupport),
        ]
    }

    fn report() -> SituationReport {
        SituationReport::of(day("2026-03-09"), &census(), &discharges())
    }

    #[test]
    fn who_left_and_who_remained_no_longer_met_the_criteria() {
        let report = report();
        assert_eq!((report.patients, report.discharged, report.remaining, report.not_reviewed), (6, 3, 4, 1));
        assert_eq!(report.no_longer_meeting_criteria(), 7);
        let some: Vec<_> = report.by_destination.iter().filter(|(_, count)| *count > 0).copied().collect();
        assert_eq!(some, [(Destination::HomeWithSupport, 1), (Destination::ShortTermBed, 1)]);
        assert_eq!((report.by_destination.len(), report.other_destination), (8, 1));
    }

    #[rstest]
    #[case::seven(0, 5, 3, 5 + 3 + 10, &["I2", "C4"])]
    #[case::fourteen(1, 4, 2, 3 + 10, &["C4"])]
    #[case::twenty_one(2, 3, 1, 10, &[])]
    fn long_stays_by_the_reason_of_the_day(
        #[case] line: usize,
        #[case] patients: u32,
        #[case] ready: u32,
        #[case] bed_days: u32,
        #[case] reasons: &[&str],
    ) {
        let line = report().long_stays[line].clone();
        assert_eq!(
            (line.patients, line.ready, line.additional_bed_days, line.reason_not_recorded),
            (patients, ready, bed_days, 1)
        );
        assert_eq!(line.reasons, reasons.iter().map(|reason| (code(reason), 1)).collect());
    }

    #[test]
    fn another_snapshot_is_not_the_days() {
        let morning: Vec<CensusRow> =
            census().into_iter().map(|row| CensusRow { at: at("2026-03-09T08:00:00Z"), ..row }).collect();
        assert_eq!(SituationReport::of(day("2026-03-09"), &morning, &[]).patients, 0);
        assert_eq!(SituationReport::of(day("2026-03-10"), &census(), &discharges()).patients, 0);
    }

    /// The days of 23 and of 25 hours end at their own midnights.
    #[rstest]
    #[case::spring("2026-03-29", "2026-03-29T23:00:00Z")]
    #[case::autumn("2026-10-25", "2026-10-26T00:00:00Z")]
    fn a_day_of_the_clock_change_has_its_report(#[case] on: &str, #[case] midnight: &str) {
        let stay = ready(stay("2026-03-28T12:00:00Z"), &["n2026-03-28T23:30:00Z"]);
        let row = CensusRow::of(&stay, &ward(), at(midnight), &ExclusionRules::situation_report()).expect("a row");
        let left = discharge_row(midnight, Destination::HomeWithSupport, "2026-03-01T09:00:00Z");
        let report = SituationReport::of(day(on), &[row], &[left]);
        assert_eq!((report.remaining, report.discharged), (1, 0));
    }

    #[test]
    fn a_report_that_was_signed_off_reads_back() {
        let written = serde_json::to_string(&report()).expect("writes");
        assert_eq!(serde_json::from_str::<SituationReport>(&written).expect("reads"), report());
    }
}
