//! The weekly review of long stays: who is talked about, what was said, who signed it off
//! (`docs/decisions/0015-signed-figures-and-meetings.md`).

mod listed;
mod sign_off;
mod stored;
mod write;

use domain::{
    Actor, Problem, Stay, StayId, london,
    long_stay_review::{Review, ReviewWeek, WeekCounts, WeekOfReviews},
    permission::{self, Deed},
    report::{Report, document::Section, reports::review},
};
pub use write::ReviewWritten;

use crate::{
    Hospital, ViewedOn,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::OrProblem,
};

/// A patient of the week with their review, as the meeting has them before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedStay {
    pub stay: Stay,
    pub review: Review,
}

impl Hospital {
    /// Everybody who is talked about in a week.
    pub async fn review_week(&self, actor: &Actor, week: ReviewWeek) -> Result<WeekOfReviews, Problem> {
        require(actor, Deed::ReviewLongStays)?;
        self.listed_week(week).await
    }

    /// How far a week has come, without the patients.
    pub async fn review_counts(&self, actor: &Actor, week: ReviewWeek) -> Result<WeekCounts, Problem> {
        require(actor, Deed::SeeFigures)?;
        Ok(self.listed_week(week).await?.counts())
    }

    /// One patient of the week. [`Problem::NotFound`] where they are not among its patients. Leaves behind that the actor
    /// looked at them.
    pub async fn stay_review(&self, actor: &Actor, week: ReviewWeek, stay: StayId) -> Result<ReviewedStay, Problem> {
        require(actor, Deed::ReviewLongStays)?;
        let reviewed = self.reviewed_stay(week, stay).await?;
        self.record_views(actor, ViewedOn::LongStayReview, &[stay]).await?;
        Ok(reviewed)
    }

    async fn reviewed_stay(&self, week: ReviewWeek, stay: StayId) -> Result<ReviewedStay, Problem> {
        let stay = self.any_stay(stay).await?.ok_or(Problem::NotFound)?;
        let versions = stored::of_stay(self.reader(), stay.id, week).await.or_problem()?;
        let earlier = stored::earlier(self.reader(), stay.id, week).await.or_problem()?;
        if versions.is_empty() && !self.listed_week(week).await?.patients.iter().any(|patient| patient.stay == stay.id) {
            return Err(Problem::NotFound);
        }
        let today = london::date(self.now());
        Ok(ReviewedStay { stay: Stay::clone(&stay), review: Review { week, today, versions, earlier } })
    }

    /// The week as a document to be taken along: with the patients for one who may see them, else the figures. Who took what
    /// is kept.
    pub async fn take_review(&self, actor: &Actor, week: ReviewWeek, format: &str) -> Result<Report, Problem> {
        let sections = self.review_sections(actor, week).await?;
        let event = AdminEvent::ReportTaken { report: "long-stay-review".to_owned(), format: format.to_owned() };
        audit::record(self.writing(), By::Actor(actor), &event).await.or_problem()?;
        let asked = vec![("Week".to_owned(), week.words())];
        Ok(Report { title: review::TITLE.to_owned(), asked, counted_at: self.now(), by: actor.name.clone(), sections })
    }

    async fn review_sections(&self, actor: &Actor, week: ReviewWeek) -> Result<Vec<Section>, Problem> {
        let names = self.names().await?;
        if permission::may(actor, Deed::ReviewLongStays) {
            return Ok(review::sections(&self.review_week(actor, week).await?, names.as_ref()));
        }
        Ok(review::figures(&self.review_counts(actor, week).await?, names.as_ref()))
    }
}
