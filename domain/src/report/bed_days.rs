//! The arithmetic of bed days (`domain.md` 3.7). A bed day is one patient in one bed at one midnight.
//!
//! Rows of a second snapshot are no bed days: the functions that add bed days up leave them out by themselves.

use chrono::NaiveDate;

use super::{CensusRow, Share};
use crate::{Stay, clinical_time, length_of_stay::LongStay};

/// A discharge ready date after the discharge: one of the two was recorded wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the discharge ready date lies {} after the discharge", clinical_time::days(i64::from(*days)))]
pub struct ReadyAfterDischarge {
    pub days: u32,
}

/// [`Figure::DelayDays`](super::Figure::DelayDays) of a finished stay, from the discharge ready date to the ward date of the
/// discharge. The same day is 0.
pub fn delay_days(ready: NaiveDate, discharged: NaiveDate) -> Result<u32, ReadyAfterDischarge> {
    let days = (discharged - ready).num_days();
    let size = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
    if days < 0 { Err(ReadyAfterDischarge { days: size }) } else { Ok(size) }
}

/// [`Figure::AdditionalBedDays`](super::Figure::AdditionalBedDays) of one snapshot, whichever hour it was taken at.
pub fn additional_bed_days<'a>(snapshot: impl IntoIterator<Item = &'a CensusRow>, long: LongStay) -> u32 {
    let ready = snapshot.into_iter().filter(|row| row.is_counted() && row.is_ready() && long.includes(row.length_of_stay));
    ready.filter_map(CensusRow::days_ready).sum()
}

/// [`Figure::LongStays`](super::Figure::LongStays) of one snapshot.
pub fn long_stays<'a>(snapshot: impl IntoIterator<Item = &'a CensusRow>, long: LongStay) -> u32 {
    snapshot.into_iter().filter(|row| row.is_counted() && long.includes(row.length_of_stay)).map(|_| 1).sum()
}

/// [`Figure::BedsEquivalent`](super::Figure::BedsEquivalent): the beds that so many bed days keep full over so many nights.
/// `None` over none.
pub fn beds_equivalent(bed_days: u32, nights: u32) -> Option<f64> {
    (nights > 0).then(|| f64::from(bed_days) / f64::from(nights))
}

/// [`Figure::Occupancy`](super::Figure::Occupancy). Core beds and escalation beds are two of these, and are not added up.
/// More than 1 where patients outnumber beds.
pub fn occupancy(occupied: u32, available: u32) -> Share {
    Share { part: occupied, whole: available }
}

/// [`Figure::AvoidableShare`](super::Figure::AvoidableShare) over the rows of any number of censuses.
pub fn avoidable_share<'a>(censuses: impl IntoIterator<Item = &'a CensusRow>) -> Share {
    censuses.into_iter().filter(|row| row.is_bed_day() && row.is_counted()).map(CensusRow::is_ready).collect()
}

/// The nights of a finished stay after the discharge ready date, by the day on which each began.
pub(super) fn nights_of_delay(
    stay: &Stay,
    discharged: NaiveDate,
) -> Result<impl Iterator<Item = NaiveDate> + use<>, ReadyAfterDischarge> {
    let ready = stay.discharge_ready_date().unwrap_or(discharged);
    let nights = delay_days(ready, discharged)?;
    Ok(ready.iter_days().take(nights as usize))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::report::{
        Exclusion, ExclusionRules,
        story::{at, day, ready, stay, ward},
    };

    /// Admitted on a day of February at 09:00 UTC, ready since a day of March, as counted at midnight before 6 March.
    fn row(admitted: &str, reviews: &[&str]) -> CensusRow {
        let stay = ready(stay(admitted), reviews);
        CensusRow::of(&stay, &ward(), at("2026-03-06T00:00:00Z"), &ExclusionRules::situation_report()).expect("a row")
    }

    fn rows() -> Vec<CensusRow> {
        vec![
            row("2026-03-03T09:00:00Z", &["n2026-03-04T09:00:00Z"]),
            row("2026-02-27T09:00:00Z", &["n2026-03-05T09:00:00Z"]),
            row("2026-02-13T09:00:00Z", &["n2026-02-24T09:00:00Z"]),
            row("2026-02-13T09:00:00Z", &["m2026-02-24T09:00:00Z"]),
            row("2026-02-13T09:00:00Z", &[]),
            CensusRow { excluded: Some(Exclusion::Died), ..row("2026-02-13T09:00:00Z", &["n2026-02-24T09:00:00Z"]) },
        ]
    }

    #[rstest]
    #[case(LongStay::UnderSeven, 5, 2 + 1 + 10)]
    #[case(LongStay::SevenPlus, 4, 1 + 10)]
    #[case(LongStay::FourteenPlus, 3, 10)]
    #[case(LongStay::TwentyOnePlus, 3, 10)]
    fn long_stays_and_their_additional_bed_days(#[case] long: LongStay, #[case] stays: u32, #[case] bed_days: u32) {
        assert_eq!((long_stays(&rows(), long), additional_bed_days(&rows(), long)), (stays, bed_days));
    }

    #[test]
    fn who_was_not_reviewed_is_never_ready_and_always_in_a_bed() {
        assert_eq!(avoidable_share(&rows()), Share { part: 3, whole: 5 });
    }

    #[test]
    fn the_second_snapshot_adds_no_bed_days() {
        let morning = |row| CensusRow { at: at("2026-03-06T08:00:00Z"), ..row };
        let both: Vec<CensusRow> = rows().into_iter().chain(rows().into_iter().map(morning)).collect();
        assert_eq!(avoidable_share(&both), avoidable_share(&rows()));
    }

    #[rstest]
    #[case::the_same_day("2026-03-05", "2026-03-05", Ok(0))]
    #[case::over_spring_forward("2026-03-28", "2026-03-30", Ok(2))]
    #[case::over_autumn("2026-10-24", "2026-10-26", Ok(2))]
    #[case::a_leap_day("2028-02-28", "2028-03-01", Ok(2))]
    #[case::a_mistake("2026-03-07", "2026-03-05", Err(ReadyAfterDischarge { days: 2 }))]
    fn delay_days_of_a_finished_stay(
        #[case] ready: &str,
        #[case] discharged: &str,
        #[case] expected: Result<u32, ReadyAfterDischarge>,
    ) {
        assert_eq!(delay_days(day(ready), day(discharged)), expected);
    }

    /// England, 2024-25: 3,329,387 bed days in 365 days (`domain.md` 3.6).
    #[test]
    fn the_beds_that_england_lost_in_a_year() {
        let beds = beds_equivalent(3_329_387, 365).expect("beds");
        assert_eq!(format!("{beds:.0}"), "9122");
        assert_eq!(beds_equivalent(5, 1), Some(5.0));
        assert_eq!(beds_equivalent(5, 0), None);
    }

    #[test]
    fn a_ward_can_be_fuller_than_full() {
        assert_eq!(occupancy(29, 28).to_string(), "103.6% (29 of 28)");
        assert_eq!(occupancy(0, 0).ratio(), None);
    }

    proptest! {
        /// A row's days of delay at each midnight are those that a discharge in the next minute would have.
        #[test]
        fn a_midnight_and_a_discharge_count_alike(first in 0_i64..60 * 1_440, minutes in 0_i64..40 * 1_440) {
            let reviewed = at("2026-03-01T09:00:00Z") + chrono::TimeDelta::minutes(first);
            let mut stay = stay("2026-03-01T09:00:00Z");
            stay.reviews = ready(stay.clone(), &["n2026-03-01T09:00:00Z"]).reviews;
            stay.reviews[0].reviewed_at = reviewed;
            let midnight = crate::london::start_of(crate::london::date(reviewed + chrono::TimeDelta::minutes(minutes)));
            prop_assume!(midnight >= reviewed);
            let row = CensusRow::of(&stay, &ward(), midnight, &ExclusionRules::situation_report()).expect("a row");
            let left = crate::london::date(midnight + chrono::TimeDelta::minutes(1));
            let nights = nights_of_delay(&stay, left).expect("in order").count();
            prop_assert_eq!(row.days_ready(), u32::try_from(nights).ok());
        }
    }
}
