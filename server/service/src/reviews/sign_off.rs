//! Signing a week off at the end of its meeting.

use domain::{
    Actor, Problem,
    long_stay_review::{NotSignedOff, ReviewWeek, SignOffDraft},
    permission::Deed,
};

use super::stored;
use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::{Fault, OrProblem},
};

impl Hospital {
    /// Signs a week off by name. [`Problem::Invalid`] says why not ([`NotSignedOff`]): of two who sign at once, one is told that
    /// the other has signed.
    pub async fn sign_off_reviews(&self, actor: &Actor, week: ReviewWeek, draft: &SignOffDraft) -> Result<(), Problem> {
        require(actor, Deed::ReviewLongStays)?;
        let signed = self.listed_week(week).await?.counts().sign_off(actor, draft, self.now()).map_err(refused)?;
        let transaction = self.begin().await.or_problem()?;
        if !stored::write_sign_off(&transaction, actor, week, &signed).await.or_problem()? {
            drop(transaction);
            let latest = stored::sign_offs(self.reader(), week).await.or_problem()?.pop();
            let latest = latest.ok_or(Fault::Broken("a signature that is not there"))?;
            return Err(refused(NotSignedOff::SignedMeanwhile { by: latest.by, at: latest.at }));
        }
        let event = AdminEvent::ReviewSignedOff { week, number: signed.number };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()
    }
}

fn refused(why: NotSignedOff) -> Problem {
    Problem::invalid(why.to_string())
}
