//! Reviewing the criteria to reside, and withdrawing a review that was a slip.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    CriteriaReview, CriteriaToReside, Event, Refusal, Stay,
    criteria::{self, CriteriaStatus},
    stay::admit::CLOCK_TOLERANCE,
    task::{ParkedBefore, park},
};

/// The review that was made last, whatever time it is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatestReview {
    pub found: CriteriaToReside,
    pub reviewed_at: DateTime<Utc>,
    /// What it took up, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub took_up: Option<ParkedBefore>,
}

/// A review is added to the history; the same finding at the same time is one review. Where the status turns, the tasks
/// follow.
pub(crate) fn decide(
    stay: &Stay,
    found: &CriteriaToReside,
    reviewed_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    if reviewed_at > now + CLOCK_TOLERANCE {
        return Err(Refusal::InFuture { what: "the review".to_owned(), at: reviewed_at });
    }
    if reviewed_at < stay.admitted_at {
        return Err(Refusal::BeforeAdmission { what: "the review".to_owned() });
    }
    if is_known(stay, found, reviewed_at) {
        return Ok(vec![]);
    }
    let mut after = stay.reviews.clone();
    insert(&mut after, CriteriaReview { found: found.clone(), reviewed_at, by: String::new() });
    let parking = park::follow(stay, criteria::status(&stay.reviews), criteria::status(&after));
    Ok(std::iter::once(Event::CriteriaReviewed { found: found.clone(), reviewed_at }).chain(parking).collect())
}

/// The tasks follow back to where they stood, but for those that somebody has worked on since. An earlier review stands: those
/// after it were made in its knowledge. One that is not there is withdrawn already.
pub(crate) fn withdraw(stay: &Stay, found: &CriteriaToReside, reviewed_at: DateTime<Utc>) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let latest = stay.latest_review.as_ref().filter(|latest| latest.found == *found && latest.reviewed_at == reviewed_at);
    let Some(latest) = latest else {
        return if is_known(stay, found, reviewed_at) { Err(Refusal::NotTheLastReview) } else { Ok(vec![]) };
    };
    let mut after = stay.reviews.clone();
    remove(&mut after, reviewed_at);
    let parking = match criteria::status(&after) {
        CriteriaStatus::NotMet => park::follow(stay, criteria::status(&stay.reviews), CriteriaStatus::NotMet),
        CriteriaStatus::Met | CriteriaStatus::NotReviewed => park::again(latest.took_up.as_ref()),
    };
    Ok(std::iter::once(Event::ReviewWithdrawn { found: found.clone(), reviewed_at }).chain(parking).collect())
}

pub(crate) fn apply(stay: &mut Stay, review: CriteriaReview) {
    let (found, reviewed_at, took_up) = (review.found.clone(), review.reviewed_at, None);
    stay.latest_review = Some(LatestReview { found, reviewed_at, took_up });
    insert(&mut stay.reviews, review);
}

pub(crate) fn apply_withdrawal(stay: &mut Stay, reviewed_at: DateTime<Utc>) {
    stay.latest_review = None;
    remove(&mut stay.reviews, reviewed_at);
}

pub(crate) fn is_known(stay: &Stay, found: &CriteriaToReside, reviewed_at: DateTime<Utc>) -> bool {
    stay.reviews.iter().any(|review| review.reviewed_at == reviewed_at && review.found == *found)
}

fn insert(reviews: &mut Vec<CriteriaReview>, review: CriteriaReview) {
    let place = reviews.partition_point(|earlier| earlier.reviewed_at <= review.reviewed_at);
    reviews.insert(place, review);
}

/// Of several of one time, the one that was made last stands last.
fn remove(reviews: &mut Vec<CriteriaReview>, reviewed_at: DateTime<Utc>) {
    if let Some(place) = reviews.iter().rposition(|review| review.reviewed_at == reviewed_at) {
        reviews.remove(place);
    }
}
