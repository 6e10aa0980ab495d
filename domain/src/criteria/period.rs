//! The reviews as unbroken periods: from when to when the patient met the criteria or did not, and by whose review.

use chrono::NaiveDate;

use super::{CriteriaReview, CriteriaStatus, CriteriaToReside, status};
use crate::{clinical_time, london};

/// Reviews that all found the same, with nothing else between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period<'a> {
    /// At least one, in the order of their times.
    pub reviews: &'a [CriteriaReview],
    /// The ward date of the review that found otherwise; `None` for the period that goes on.
    pub until: Option<NaiveDate>,
}

impl Period<'_> {
    pub fn status(&self) -> CriteriaStatus {
        status(self.reviews)
    }

    /// The ward date of the first review.
    pub fn from(&self) -> Option<NaiveDate> {
        self.reviews.first().map(|review| london::date(review.reviewed_at))
    }

    /// Whether it gives the discharge ready date: the patient does not meet the criteria, and has not since.
    pub fn gives_ready_date(&self) -> bool {
        self.until.is_none() && self.status() == CriteriaStatus::NotMet
    }

    /// "since 05-Mar-2026", "01-Mar-2026 to 03-Mar-2026", "01-Mar-2026" where it began and ended on one day.
    pub fn in_words(&self) -> String {
        let from = clinical_time::date_or_not_recorded(self.from());
        match self.until {
            None => format!("since {from}"),
            Some(until) if self.from() == Some(until) => from,
            Some(until) => format!("{from} to {}", clinical_time::date(until)),
        }
    }
}

/// The periods, the first one first.
pub fn periods(reviews: &[CriteriaReview]) -> Vec<Period<'_>> {
    let is_not_met = |review: &CriteriaReview| review.found == CriteriaToReside::NotMet;
    let runs: Vec<&[CriteriaReview]> = reviews.chunk_by(|one, next| is_not_met(one) == is_not_met(next)).collect();
    let ends = runs.iter().skip(1).map(|next| next.first().map(|review| london::date(review.reviewed_at))).chain([None]);
    runs.iter().zip(ends).map(|(reviews, until)| Period { reviews, until }).collect()
}

/// "Ready since 05-Mar-2026 (6 days). Earlier: ready 01-Mar-2026 to 03-Mar-2026, then met again."
pub fn ready_history_in_words(reviews: &[CriteriaReview], today: NaiveDate) -> String {
    let periods = periods(reviews);
    let now = match periods.last() {
        None => "Not reviewed yet".to_owned(),
        Some(last) if last.gives_ready_date() => {
            let since = last.from().map_or(0, |from| (today - from).num_days());
            let since = if since > 0 { clinical_time::days(since) } else { "today".to_owned() };
            format!("Ready {} ({since})", last.in_words())
        }
        Some(last) => format!("Meets the criteria {}", last.in_words()),
    };
    let earlier: Vec<String> = periods
        .iter()
        .filter(|period| period.status() == CriteriaStatus::NotMet && period.until.is_some())
        .map(|period| format!("ready {}, then met again", period.in_words()))
        .collect();
    if earlier.is_empty() { format!("{now}.") } else { format!("{now}. Earlier: {}.", earlier.join("; ")) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{super::tests::history, *};

    #[rstest]
    #[case::never(&[], "Not reviewed yet.")]
    #[case::meets(&["m03-01", "m03-02"], "Meets the criteria since 01-Mar-2026.")]
    #[case::ready_today(&["m03-01", "n03-11"], "Ready since 11-Mar-2026 (today).")]
    #[case::one_day(&["n03-10", "n03-11"], "Ready since 10-Mar-2026 (1 day).")]
    #[case::ready_twice(
        &["n03-01", "n03-02", "m03-03", "n03-05", "n03-09"],
        "Ready since 05-Mar-2026 (6 days). Earlier: ready 01-Mar-2026 to 03-Mar-2026, then met again."
    )]
    #[case::ill_again(&["n03-02", "m03-03"], "Meets the criteria since 03-Mar-2026. Earlier: ready 02-Mar-2026 to 03-Mar-2026, then met again.")]
    #[case::the_date_is_the_wards_in_summer(&["n07-01"], "Ready since 02-Jul-2026 (today).")]
    fn the_history_of_being_ready(#[case] reviews: &[&str], #[case] expected: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 3, 11).expect("a date");
        assert_eq!(ready_history_in_words(&history(reviews), today), expected);
    }

    #[test]
    fn one_period_at_most_gives_the_ready_date_and_it_is_the_last() {
        let reviews = history(&["m03-01", "n03-02", "n03-03", "m03-04", "n03-06", "n03-07"]);
        let found: Vec<_> = periods(&reviews).iter().map(|period| (period.reviews.len(), period.gives_ready_date())).collect();
        assert_eq!(found, [(1, false), (2, false), (1, false), (2, true)]);
    }

    #[test]
    fn a_period_of_one_day_names_it_once() {
        let mut reviews = history(&["n03-02", "m03-03"]);
        reviews[1].reviewed_at = reviews[0].reviewed_at + chrono::TimeDelta::minutes(20);
        assert_eq!(periods(&reviews)[0].in_words(), "02-Mar-2026");
    }
}
