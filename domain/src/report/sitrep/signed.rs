//! Signing off the situation report of a day. What was signed stands as it was signed; another signature is an amendment
//! beside it, with a reason (`domain.md` 3.1).

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::SituationReport;
use crate::{Actor, Refusal, clinical_time, report::reports::monday_of, text};

/// One signature, with the figures that it stands under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedReport {
    pub report: SituationReport,
    /// 1 for the first signature of the day.
    pub version: u32,
    pub remark: Option<String>,
    /// Why it was amended; `None` exactly in the first version.
    pub reason: Option<String>,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// A day as it stands: what is counted, what was signed, and what to hold it against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDay {
    pub day: NaiveDate,
    pub today: NaiveDate,
    /// By the latest census that closes the day, and the discharges as they are recorded now; `None` without a census.
    pub counted: Option<SituationReport>,
    /// Of which figures [`counted`](Self::counted) consists, as a word: other figures have another.
    pub mark: String,
    pub day_before: Option<SituationReport>,
    /// The same day of the week, seven days earlier.
    pub week_before: Option<SituationReport>,
    /// Every signature, the first one first.
    pub signed: Vec<SignedReport>,
}

/// What somebody who signs has typed, and what they had before them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub remark: String,
    /// Of an amendment.
    pub reason: String,
    /// The [`mark`](ReportDay::mark) of the figures that they saw.
    pub mark: String,
    /// How often the day had been signed when they saw it.
    pub version: u32,
}

/// Why a day was not signed, as a sentence for whoever wanted to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    #[error("{} is not over: it can be signed from midnight on.", clinical_time::date(*day))]
    DayNotOver { day: NaiveDate },
    #[error("There is no census of the midnight that ends {}, so there is nothing to sign yet.", clinical_time::date(*day))]
    NoCensus { day: NaiveDate },
    #[error("{by} signed this day on {} while you were looking at it. What you would have signed was not kept.", clinical_time::date_time(*at))]
    SignedMeanwhile { by: String, at: DateTime<Utc> },
    #[error("The figures have changed since you saw them. Please check them again, then sign.")]
    OtherFigures,
    #[error("You are signed in as {name}: please type that name to sign.")]
    NotYourName { name: String },
    #[error("Only days from {} on can still be amended: those of this week and of the one before.", clinical_time::date(*from))]
    TooLate { from: NaiveDate },
    #[error("Neither the figures nor the remark differ from what was signed: there is nothing to amend.")]
    NothingToAmend,
    #[error(transparent)]
    Words(#[from] Refusal),
}

/// The first day that can still be amended: the Monday of last week (`domain.md` 3.1).
pub fn amendable_from(today: NaiveDate) -> NaiveDate {
    monday_of(today) - Days::new(7)
}

/// The days that a day is held against: the one before, and the same day of the week before.
pub fn held_against(day: NaiveDate) -> [NaiveDate; 2] {
    [day - Days::new(1), day - Days::new(7)]
}

impl ReportDay {
    pub fn latest(&self) -> Option<&SignedReport> {
        self.signed.last()
    }

    /// What the day is shown with: the signed figures, or else the counted ones.
    pub fn figures(&self) -> Option<&SituationReport> {
        self.latest().map(|signed| &signed.report).or(self.counted.as_ref())
    }

    /// The figures as they are counted now, where they are no longer those that were signed.
    pub fn counted_otherwise(&self) -> Option<&SituationReport> {
        let signed = &self.latest()?.report;
        self.counted.as_ref().filter(|counted| *counted != signed)
    }

    /// Whether there is anything to sign, or why not.
    pub fn may_be_signed(&self) -> Result<(), NotSigned> {
        let day = self.day;
        if day >= self.today {
            return Err(NotSigned::DayNotOver { day });
        }
        if self.counted.is_none() {
            return Err(NotSigned::NoCensus { day });
        }
        let from = amendable_from(self.today);
        if !self.signed.is_empty() && day < from {
            return Err(NotSigned::TooLate { from });
        }
        Ok(())
    }

    /// The next signature of the day.
    pub fn sign(&self, actor: &Actor, signature: &Signature, now: DateTime<Utc>) -> Result<SignedReport, NotSigned> {
        self.may_be_signed()?;
        if let Some(latest) = self.latest().filter(|latest| latest.version != signature.version) {
            return Err(NotSigned::SignedMeanwhile { by: latest.by.clone(), at: latest.at });
        }
        let report = self.counted.clone().ok_or(NotSigned::NoCensus { day: self.day })?;
        if signature.mark != self.mark {
            return Err(NotSigned::OtherFigures);
        }
        if !actor.is_called(&signature.name) {
            return Err(NotSigned::NotYourName { name: actor.name.clone() });
        }
        let remark = text::optional(&signature.remark, "the remark", text::REASON)?;
        let reason = self.latest().map(|_| text::required(&signature.reason, "the reason of the amendment", text::REASON));
        let reason = reason.transpose()?;
        if self.latest().is_some_and(|latest| latest.report == report && latest.remark == remark) {
            return Err(NotSigned::NothingToAmend);
        }
        Ok(SignedReport { report, version: signature.version + 1, remark, reason, by: actor.name.clone(), at: now })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        AccountId, Grant,
        report::story::{at, day},
    };

    fn report(remaining: u32) -> SituationReport {
        SituationReport { remaining, ..SituationReport::of(day("2026-03-11"), &[], &[]) }
    }

    /// Wednesday 11 March, looked at on Thursday morning.
    fn wednesday() -> ReportDay {
        ReportDay {
            day: day("2026-03-11"),
            today: day("2026-03-12"),
            counted: Some(report(30)),
            mark: "a".to_owned(),
            day_before: None,
            week_before: None,
            signed: vec![],
        }
    }

    fn helen(reason: &str, version: u32) -> Signature {
        let (name, mark) = (" helen  WHITLOCK".to_owned(), "a".to_owned());
        Signature { name, remark: "A ward was closed.".to_owned(), reason: reason.to_owned(), mark, version }
    }

    fn sign(day: &ReportDay, signature: &Signature) -> Result<SignedReport, NotSigned> {
        let grants = vec![Grant::TrustLead];
        let helen = Actor { id: AccountId(Uuid::nil()), name: "Helen Whitlock".to_owned(), grants };
        day.sign(&helen, signature, at("2026-03-12T09:00:00Z"))
    }

    /// Signed with 30, of which 31 are counted now.
    fn recounted() -> ReportDay {
        let signed = sign(&wednesday(), &helen("", 0)).expect("signed");
        ReportDay { signed: vec![signed], counted: Some(report(31)), ..wednesday() }
    }

    #[test]
    fn the_first_signature_stands_under_what_was_counted() {
        let signed = sign(&wednesday(), &helen("is not asked for", 0)).expect("signed");
        assert_eq!((signed.version, signed.by.as_str(), signed.reason), (1, "Helen Whitlock", None));
        assert_eq!((signed.report, signed.remark.as_deref()), (report(30), Some("A ward was closed.")));
    }

    #[test]
    fn a_recount_leaves_the_signed_figures_alone_until_they_are_amended() {
        let recounted = recounted();
        assert_eq!((recounted.figures(), recounted.counted_otherwise()), (Some(&report(30)), Some(&report(31))));
        let amended = sign(&recounted, &helen("Oak came over from paper", 1)).expect("amended");
        assert_eq!((amended.version, amended.reason.as_deref()), (2, Some("Oak came over from paper")));
        assert_eq!(amended.report, report(31));
    }

    #[rstest]
    #[case::today("2026-03-11", "is not over")]
    #[case::tomorrow("2026-03-10", "is not over")]
    fn a_day_is_signed_when_it_is_over(#[case] today: &str, #[case] words: &str) {
        let early = ReportDay { today: day(today), ..wednesday() };
        assert!(sign(&early, &helen("", 0)).expect_err("refused").to_string().contains(words));
    }

    #[test]
    fn nobody_signs_what_they_did_not_see() {
        let uncounted = ReportDay { counted: None, ..wednesday() };
        assert_eq!(sign(&uncounted, &helen("", 0)), Err(NotSigned::NoCensus { day: day("2026-03-11") }));
        let changed = ReportDay { mark: "b".to_owned(), ..wednesday() };
        assert_eq!(sign(&changed, &helen("", 0)), Err(NotSigned::OtherFigures));
        let meanwhile = sign(&recounted(), &helen("", 0)).expect_err("refused");
        assert!(meanwhile.to_string().starts_with("Helen Whitlock signed this day on 12-Mar-2026 09:00"), "{meanwhile}");
    }

    #[rstest]
    #[case("Tom Reyes")]
    #[case("")]
    #[case("Helen")]
    fn one_signs_with_one_s_own_name(#[case] name: &str) {
        let signature = Signature { name: name.to_owned(), ..helen("", 0) };
        assert_eq!(sign(&wednesday(), &signature), Err(NotSigned::NotYourName { name: "Helen Whitlock".to_owned() }));
    }

    #[test]
    fn an_amendment_has_a_reason_and_changes_something() {
        let words = |day: &ReportDay, signature| sign(day, &signature).expect_err("refused").to_string();
        assert_eq!(words(&recounted(), helen(" ", 1)), "Please give the reason of the amendment.");
        let same = ReportDay { counted: Some(report(30)), ..recounted() };
        assert!(words(&same, helen("To be sure", 1)).starts_with("Neither the figures nor the remark differ"));
        let other_remark = Signature { remark: "Two wards were closed.".to_owned(), ..helen("A slip", 1) };
        assert_eq!(sign(&same, &other_remark).map(|signed| signed.version), Ok(2));
    }

    #[rstest]
    #[case::the_sunday_after_next("2026-03-22", true)]
    #[case::the_monday_after_it("2026-03-23", false)]
    fn a_day_is_amended_in_its_week_and_the_next(#[case] today: &str, #[case] is_allowed: bool) {
        let late = ReportDay { today: day(today), ..recounted() };
        let amended = sign(&late, &helen("Oak came over from paper", 1));
        assert_eq!(amended.is_ok(), is_allowed);
        assert!(is_allowed || amended == Err(NotSigned::TooLate { from: day("2026-03-16") }));
        let first = ReportDay { today: day(today), ..wednesday() };
        assert!(sign(&first, &helen("", 0)).is_ok(), "what was forgotten can be signed late");
    }
}
