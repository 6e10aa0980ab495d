//! Reviewing the criteria to reside.

use chrono::{DateTime, Utc};

use crate::{CriteriaReview, CriteriaToReside, Event, Refusal, Stay, criteria, stay::admit::CLOCK_TOLERANCE, task::park};

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
    let known = stay.reviews.iter().any(|review| review.reviewed_at == reviewed_at && review.found == *found);
    if known {
        return Ok(vec![]);
    }
    let mut after = stay.reviews.clone();
    insert(&mut after, CriteriaReview { found: found.clone(), reviewed_at, by: String::new() });
    let parking = park::follow(stay, criteria::status(&stay.reviews), criteria::status(&after));
    Ok(std::iter::once(Event::CriteriaReviewed { found: found.clone(), reviewed_at }).chain(parking).collect())
}

pub(crate) fn apply(stay: &mut Stay, review: CriteriaReview) {
    insert(&mut stay.reviews, review);
}

fn insert(reviews: &mut Vec<CriteriaReview>, review: CriteriaReview) {
    let place = reviews.partition_point(|earlier| earlier.reviewed_at <= review.reviewed_at);
    reviews.insert(place, review);
}
