//! The end of the meeting: who signs the week off, and who was there.

use chrono::{DateTime, Utc};

use super::WeekCounts;
use crate::{Actor, Refusal, clinical_time, text};

/// One signature under a week. A week whose reviews were corrected can be signed off again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// 1 for the first.
    pub number: u32,
    /// How many were reviewed when it was signed, and of how many.
    pub reviewed: u32,
    pub patients: u32,
    /// Who was at the meeting.
    pub present: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// What is typed to sign a week off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignOffDraft {
    pub name: String,
    pub present: String,
    /// How often the week had been signed off when whoever signs looked at it.
    pub seen: u32,
}

/// Why a week was not signed off, as a sentence for whoever wanted to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSignedOff {
    #[error("{} can no longer be signed off: only this week and the one before can.", week.words())]
    WeekIsOver { week: super::ReviewWeek },
    #[error("Nobody was reviewed in this week, so there is nothing to sign off.")]
    NothingReviewed,
    #[error("{by} signed this week off on {} while you were looking at it.", clinical_time::date_time(*at))]
    SignedMeanwhile { by: String, at: DateTime<Utc> },
    #[error("You are signed in as {name}: please type that name to sign.")]
    NotYourName { name: String },
    #[error(transparent)]
    Words(#[from] Refusal),
}

impl WeekCounts {
    /// Whether there is anything to sign off, or why not.
    pub fn may_be_signed_off(&self) -> Result<(), NotSignedOff> {
        if !self.week.is_open(self.today) {
            return Err(NotSignedOff::WeekIsOver { week: self.week });
        }
        if self.reviewed() == 0 { Err(NotSignedOff::NothingReviewed) } else { Ok(()) }
    }

    /// The next signature under the week.
    pub fn sign_off(&self, actor: &Actor, draft: &SignOffDraft, now: DateTime<Utc>) -> Result<SignOff, NotSignedOff> {
        self.may_be_signed_off()?;
        if let Some(latest) = self.sign_offs.last().filter(|latest| latest.number != draft.seen) {
            return Err(NotSignedOff::SignedMeanwhile { by: latest.by.clone(), at: latest.at });
        }
        if !actor.is_called(&draft.name) {
            return Err(NotSignedOff::NotYourName { name: actor.name.clone() });
        }
        let present = text::required(&draft.present, "who was at the meeting", text::REASON)?;
        let (number, by) = (draft.seen + 1, actor.name.clone());
        Ok(SignOff { number, reviewed: self.reviewed(), patients: self.patients(), present, by, at: now })
    }
}

impl SignOff {
    /// "Signed off by Tom Reyes on 11-Mar-2026 15:00: 30 of 31 reviewed".
    pub fn words(&self) -> String {
        let at = clinical_time::date_time(self.at);
        format!("Signed off by {} on {at}: {} of {} reviewed", self.by, self.reviewed, self.patients)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        AccountId, Grant,
        long_stay_review::{ReviewWeek, WardOfWeek},
        report::story::{at, day},
    };

    fn tom() -> Actor {
        Actor { id: AccountId(Uuid::nil()), name: "Tom Reyes".to_owned(), grants: vec![Grant::DischargeCoordinator] }
    }

    fn week() -> WeekCounts {
        let wards = vec![WardOfWeek { ward: "cedar".parse().expect("a code"), patients: 31, reviewed: 30 }];
        WeekCounts {
            week: ReviewWeek::of(day("2026-03-11")),
            today: day("2026-03-11"),
            wards,
            sign_offs: vec![],
            written_since: 0,
        }
    }

    fn draft() -> SignOffDraft {
        SignOffDraft { name: "tom reyes".to_owned(), present: "Dr Shah, Ffion Prosser".to_owned(), seen: 0 }
    }

    fn sign(week: &WeekCounts, draft: &SignOffDraft) -> Result<SignOff, NotSignedOff> {
        week.sign_off(&tom(), draft, at("2026-03-11T15:00:00Z"))
    }

    #[test]
    fn a_week_is_signed_off_by_name_with_who_was_there() {
        let signed = sign(&week(), &draft()).expect("signed off");
        assert_eq!(signed.words(), "Signed off by Tom Reyes on 11-Mar-2026 15:00: 30 of 31 reviewed");
        assert_eq!((signed.number, signed.present.as_str()), (1, "Dr Shah, Ffion Prosser"));
        let again = WeekCounts { sign_offs: vec![signed], ..week() };
        assert_eq!(sign(&again, &SignOffDraft { seen: 1, ..draft() }).map(|signed| signed.number), Ok(2));
        assert!(matches!(sign(&again, &draft()), Err(NotSignedOff::SignedMeanwhile { .. })));
    }

    #[rstest]
    #[case::another_name(SignOffDraft { name: "Helen Whitlock".to_owned(), ..draft() }, "You are signed in as Tom Reyes")]
    #[case::nobody_there(SignOffDraft { present: " ".to_owned(), ..draft() }, "Please give who was at the meeting.")]
    fn what_is_missing_is_said(#[case] draft: SignOffDraft, #[case] words: &str) {
        assert!(sign(&week(), &draft).expect_err("refused").to_string().starts_with(words));
    }

    #[test]
    fn an_empty_week_and_one_that_is_over_are_not_signed_off() {
        let mut nobody = week();
        nobody.wards[0].reviewed = 0;
        assert_eq!(sign(&nobody, &draft()), Err(NotSignedOff::NothingReviewed));
        let over = WeekCounts { today: day("2026-03-23"), ..week() };
        assert_eq!(sign(&over, &draft()), Err(NotSignedOff::WeekIsOver { week: over.week }));
    }
}
