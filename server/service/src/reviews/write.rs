//! Writing down what a meeting said of a patient.

use domain::{
    Actor, Problem, StayId,
    long_stay_review::{Draft, Review, ReviewWeek, StayReview, Verdict},
    permission::Deed,
};

use super::{ReviewedStay, stored};
use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::{Fault, OrProblem},
};

/// What became of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewWritten {
    /// It stands, as another version or as the one that says the same.
    Stands,
    /// Somebody has written since, and nothing was changed: theirs, to be seen beside one's own.
    Meanwhile(Box<StayReview>),
}

impl Hospital {
    /// Writes the review of a patient in a week. `earlier` is the review whose actions the outcomes are of, as whoever wrote
    /// had it before them.
    ///
    /// [`Problem::Invalid`] says what is missing, [`Problem::NotFound`] that the patient is not among those of the week.
    pub async fn write_stay_review(
        &self,
        actor: &Actor,
        week: ReviewWeek,
        stay: StayId,
        earlier: Option<(ReviewWeek, u32)>,
        draft: &Draft,
    ) -> Result<ReviewWritten, Problem> {
        require(actor, Deed::ReviewLongStays)?;
        let ReviewedStay { stay, review } = self.reviewed_stay(week, stay).await?;
        let earlier = match earlier.filter(|(before, _)| *before < week) {
            Some((before, version)) => stored::version(self.reader(), stay.id, before, version).await.or_problem()?,
            None => None,
        };
        let review = Review { earlier, ..review };
        let verdict = review.write(draft).map_err(|why| Problem::invalid(why.to_string()))?;
        let agreed = match verdict {
            Verdict::Unchanged => return Ok(ReviewWritten::Stands),
            Verdict::WrittenMeanwhile(theirs) => return Ok(ReviewWritten::Meanwhile(theirs)),
            Verdict::Write(agreed) => agreed,
        };
        // Who has left stands as when they were last talked about.
        let before = review.latest().map(|latest| latest.standing.clone());
        let standing = self.standing(&stay).await?.or(before).ok_or(Problem::NotFound)?;
        let (stay, version, by, at) = (stay.id, review.next_version(), actor.name.clone(), self.now());
        self.keep_review(actor, StayReview { stay, week, version, agreed, standing, by, at }).await
    }

    async fn keep_review(&self, actor: &Actor, review: StayReview) -> Result<ReviewWritten, Problem> {
        let StayReview { stay, week, version, .. } = review;
        let transaction = self.begin().await.or_problem()?;
        // Of two who write at the same moment, the key lets one in.
        if !stored::write(&transaction, actor, &review).await.or_problem()? {
            drop(transaction);
            let theirs = stored::of_stay(self.reader(), stay, week).await.or_problem()?.pop();
            let theirs = theirs.ok_or(Fault::Broken("a review that is not there"))?;
            return Ok(ReviewWritten::Meanwhile(Box::new(theirs)));
        }
        let event = AdminEvent::StayReviewed { stay, week, version };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        Ok(ReviewWritten::Stands)
    }
}
