//! Criteria to reside: does the patient still need an acute bed? A history, from which the discharge ready date follows.
//!
//! `domain.md` 2.1 (Annex D) and 2.2: the ready date is the start of the **final unbroken** period of not meeting the
//! criteria, so it is derived from the reviews and never stored as a fact of its own.

mod period;
mod plain;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

pub use period::{Period, periods, ready_history_in_words};

use crate::clinical_time;

/// A review is stale after this long (`domain.md` 2.1).
pub const STALE_AFTER: TimeDelta = TimeDelta::hours(24);

/// The eleven reasons to stay, in the order of Annex D.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    IntensiveOrHighDependencyCare,
    OxygenOrNonInvasiveVentilation,
    IntravenousFluids,
    News2AboveThree,
    DiminishedConsciousness,
    AcuteFunctionalImpairment,
    LastHoursOfLife,
    IntravenousMedication,
    LowerLimbSurgery,
    TrunkSurgery,
    InvasiveProcedure,
}

impl Criterion {
    pub fn words(self) -> &'static str {
        match self {
            Self::IntensiveOrHighDependencyCare => "Requiring ITU or HDU care",
            Self::OxygenOrNonInvasiveVentilation => "Requiring oxygen therapy or NIV",
            Self::IntravenousFluids => "Requiring intravenous fluids",
            Self::News2AboveThree => "NEWS2 above 3",
            Self::DiminishedConsciousness => "Diminished level of consciousness where recovery is realistic",
            Self::AcuteFunctionalImpairment => "Acute functional impairment in excess of home or community care",
            Self::LastHoursOfLife => "Last hours of life",
            Self::IntravenousMedication => "Requiring intravenous medication more than twice a day",
            Self::LowerLimbSurgery => "Lower limb surgery within 48 hours",
            Self::TrunkSurgery => "Thorax, abdominal or pelvic surgery within 72 hours",
            Self::InvasiveProcedure => "Within 24 hours of an invasive procedure",
        }
    }
}

/// What a review found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriteriaToReside {
    /// Needs the acute bed; by which criteria, where the reviewer said.
    Met(Vec<Criterion>),
    /// Could be cared for elsewhere: ready to leave.
    NotMet,
}

/// One review, by somebody, at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriteriaReview {
    pub found: CriteriaToReside,
    pub reviewed_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// Where a stay stands today. Not reviewed is its own answer: it never counts as met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriteriaStatus {
    NotReviewed,
    Met,
    NotMet,
}

impl CriteriaStatus {
    pub fn words(self) -> &'static str {
        match self {
            Self::NotReviewed => "Not reviewed",
            Self::Met => "Meets",
            Self::NotMet => "Does not meet",
        }
    }
}

/// The status after a history of reviews, which stand in the order of their times.
pub fn status(reviews: &[CriteriaReview]) -> CriteriaStatus {
    match reviews.last().map(|review| &review.found) {
        None => CriteriaStatus::NotReviewed,
        Some(CriteriaToReside::Met(_)) => CriteriaStatus::Met,
        Some(CriteriaToReside::NotMet) => CriteriaStatus::NotMet,
    }
}

/// The discharge ready date: the ward date of the first review of the final unbroken run of "not met".
pub fn discharge_ready_date(reviews: &[CriteriaReview]) -> Option<NaiveDate> {
    periods(reviews).last().filter(|last| last.gives_ready_date()).and_then(Period::from)
}

/// Whether the last review is older than [`STALE_AFTER`], or there is none.
pub fn is_stale(reviews: &[CriteriaReview], now: DateTime<Utc>) -> bool {
    reviews.last().is_none_or(|review| now - review.reviewed_at > STALE_AFTER)
}

/// How old the last review is: "reviewed 3 hr ago", "stale, 2 d old"; `None` where there is none.
pub fn review_age_in_words(reviews: &[CriteriaReview], now: DateTime<Utc>) -> Option<String> {
    let age = clinical_time::short_span(now - reviews.last()?.reviewed_at);
    Some(if is_stale(reviews, now) { format!("stale, {age} old") } else { format!("reviewed {age} ago") })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;

    /// "m03-01" is met on 1 March, "n03-02" not met on 2 March, each at 23:30 UTC.
    pub(super) fn history(reviews: &[&str]) -> Vec<CriteriaReview> {
        reviews
            .iter()
            .map(|text| CriteriaReview {
                found: if text.starts_with('m') { CriteriaToReside::Met(vec![]) } else { CriteriaToReside::NotMet },
                reviewed_at: format!("2026-{}T23:30:00Z", &text[1..]).parse().expect("an instant"),
                by: "Amara Obi".to_owned(),
            })
            .collect()
    }

    #[rstest]
    #[case::never_reviewed(&[], CriteriaStatus::NotReviewed, None)]
    #[case::meets(&["m03-01"], CriteriaStatus::Met, None)]
    #[case::ready(&["m03-01", "n03-02"], CriteriaStatus::NotMet, Some("2026-03-02"))]
    #[case::still_ready(&["m03-01", "n03-02", "n03-03", "n03-05"], CriteriaStatus::NotMet, Some("2026-03-02"))]
    #[case::ready_and_ill_again(&["n03-02", "m03-03"], CriteriaStatus::Met, None)]
    #[case::the_final_period_counts(&["n03-02", "m03-03", "n03-06", "n03-07"], CriteriaStatus::NotMet, Some("2026-03-06"))]
    #[case::the_date_is_the_wards_in_summer(&["n07-01"], CriteriaStatus::NotMet, Some("2026-07-02"))]
    fn the_ready_date_starts_the_final_period(
        #[case] reviews: &[&str],
        #[case] expected: CriteriaStatus,
        #[case] ready: Option<&str>,
    ) {
        let reviews = history(reviews);
        assert_eq!(status(&reviews), expected);
        assert_eq!(discharge_ready_date(&reviews).map(|day| day.to_string()).as_deref(), ready);
    }

    #[test]
    fn a_review_is_stale_after_a_day() {
        let reviews = history(&["m03-01"]);
        let reviewed = reviews[0].reviewed_at;
        assert!(!is_stale(&reviews, reviewed + STALE_AFTER));
        assert!(is_stale(&reviews, reviewed + STALE_AFTER + TimeDelta::seconds(1)));
        assert!(is_stale(&[], reviewed));
        assert_eq!(review_age_in_words(&reviews, reviewed + TimeDelta::hours(3)).as_deref(), Some("reviewed 3 hr ago"));
        assert_eq!(review_age_in_words(&reviews, reviewed + TimeDelta::hours(52)).as_deref(), Some("stale, 2 d old"));
        assert_eq!(review_age_in_words(&[], reviewed), None);
    }

    #[test]
    fn there_are_eleven_criteria() {
        assert_eq!(Criterion::iter().count(), 11);
    }
}
