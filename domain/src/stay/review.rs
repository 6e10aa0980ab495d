//! Reviewing the criteria to reside.

use chrono::{DateTime, Utc};

use crate::{CriteriaReview, CriteriaToReside, Event, Refusal, Stay, stay::admit::CLOCK_TOLERANCE};

/// A review is added to the history; the same finding at the same time is one review.
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
    Ok(if known { vec![] } else { vec![Event::CriteriaReviewed { found: found.clone(), reviewed_at }] })
}

pub(crate) fn apply(stay: &mut Stay, review: CriteriaReview) {
    let place = stay.reviews.partition_point(|earlier| earlier.reviewed_at <= review.reviewed_at);
    stay.reviews.insert(place, review);
}
