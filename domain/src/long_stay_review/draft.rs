//! What is typed about a patient in the meeting, and what is made of it.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Action, ActionResult, Agreed, Outcome, ReviewWeek, StayReview};
use crate::{EscalationLevel, Problem, Refusal, clinical_time, report::read_day, text};

/// A review as its form sends it. A row that is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub actions: Vec<ActionDraft>,
    pub escalation: String,
    /// Of the actions of [`Review::earlier`], in their order.
    pub outcomes: Vec<OutcomeDraft>,
    /// The version that whoever writes had before them; 0 where there was none.
    pub seen: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionDraft {
    pub what: String,
    pub who: String,
    pub by: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeDraft {
    pub result: String,
    pub words: String,
}

/// The review of a stay in a week, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub week: ReviewWeek,
    pub today: NaiveDate,
    /// Every version of the week, the first one first.
    pub versions: Vec<StayReview>,
    /// The latest review of an earlier week, as whoever writes had it before them.
    pub earlier: Option<StayReview>,
}

/// What comes of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Write(Agreed),
    /// It says what the latest version says.
    Unchanged,
    /// Somebody has written since: both texts have to be seen before one of them stands. This is theirs.
    WrittenMeanwhile(Box<StayReview>),
}

/// Why a review was not written, as a sentence for whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    #[error("{} can no longer be written about: only this week and the one before can.", week.words())]
    WeekIsOver { week: ReviewWeek },
    #[error("Please write at least one thing that has to happen next.")]
    NoAction,
    #[error("Please say of each action of last time whether it was done.")]
    NoOutcome,
    #[error("Please give the day by which \u{201c}{what}\u{201d} is done.")]
    NoDay { what: String },
    #[error("{} lies before the week of the review.", clinical_time::date(*by))]
    DayBefore { by: NaiveDate },
    #[error("Please choose how far it is escalated.")]
    NoEscalation,
    #[error(transparent)]
    Day(Problem),
    #[error(transparent)]
    Words(#[from] Refusal),
}

impl Review {
    pub fn latest(&self) -> Option<&StayReview> {
        self.versions.last()
    }

    /// The actions whose outcome is asked for.
    pub fn actions_before(&self) -> &[Action] {
        self.earlier.as_ref().map_or(&[], |earlier| &earlier.agreed.actions)
    }

    pub fn write(&self, draft: &Draft) -> Result<Verdict, NotWritten> {
        if !self.week.is_open(self.today) {
            return Err(NotWritten::WeekIsOver { week: self.week });
        }
        let agreed = self.agreed(draft)?;
        Ok(match self.latest() {
            Some(latest) if latest.agreed == agreed => Verdict::Unchanged,
            Some(latest) if latest.version != draft.seen => Verdict::WrittenMeanwhile(Box::new(latest.clone())),
            _ => Verdict::Write(agreed),
        })
    }

    /// The number of the version that would be written next.
    pub fn next_version(&self) -> u32 {
        self.latest().map_or(1, |latest| latest.version + 1)
    }

    fn agreed(&self, draft: &Draft) -> Result<Agreed, NotWritten> {
        let written = draft.actions.iter().filter(|action| !action.is_empty());
        let actions: Vec<Action> = written.map(|action| action.read(self.week)).collect::<Result<_, _>>()?;
        if actions.is_empty() {
            return Err(NotWritten::NoAction);
        }
        let escalation = EscalationLevel::from_str(&draft.escalation).map_err(|_| NotWritten::NoEscalation)?;
        let before = self.actions_before();
        if before.len() != draft.outcomes.len() {
            return Err(NotWritten::NoOutcome);
        }
        let outcomes = before.iter().zip(&draft.outcomes).map(|(action, outcome)| outcome.read(action));
        Ok(Agreed { actions, escalation, outcomes: outcomes.collect::<Result<_, _>>()? })
    }
}

impl ActionDraft {
    pub fn is_empty(&self) -> bool {
        [&self.what, &self.who, &self.by].iter().all(|text| text.trim().is_empty())
    }

    fn read(&self, week: ReviewWeek) -> Result<Action, NotWritten> {
        let what = text::required(&self.what, "what has to happen next", text::REASON)?;
        let who = text::required(&self.who, &format!("who does \u{201c}{what}\u{201d}"), text::LABEL)?;
        if self.by.trim().is_empty() {
            return Err(NotWritten::NoDay { what });
        }
        let by = read_day(&self.by).map_err(NotWritten::Day)?;
        if by < week.monday() { Err(NotWritten::DayBefore { by }) } else { Ok(Action { what, who, by }) }
    }
}

impl OutcomeDraft {
    fn read(&self, action: &Action) -> Result<Outcome, NotWritten> {
        let result = ActionResult::from_str(&self.result).map_err(|_| NotWritten::NoOutcome)?;
        let words = text::optional(&self.words, "what became of it", text::REASON)?;
        Ok(Outcome { action: action.clone(), result, words })
    }
}

impl Draft {
    /// The form of a review as it was written, to be corrected.
    pub fn of(review: &StayReview, before: &[Action]) -> Self {
        let action =
            |action: &Action| ActionDraft { what: action.what.clone(), who: action.who.clone(), by: action.by.to_string() };
        let outcome = |action: &Action| {
            let said = review.agreed.outcomes.iter().find(|outcome| outcome.action == *action);
            said.map_or_else(OutcomeDraft::default, |outcome| OutcomeDraft {
                result: <&str>::from(outcome.result).to_owned(),
                words: outcome.words.clone().unwrap_or_default(),
            })
        };
        Self {
            actions: review.agreed.actions.iter().map(action).collect(),
            escalation: <&str>::from(review.agreed.escalation).to_owned(),
            outcomes: before.iter().map(outcome).collect(),
            seen: review.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        StayId,
        criteria::CriteriaStatus,
        long_stay_review::Standing,
        report::story::{at, day},
    };

    fn action(what: &str) -> Action {
        Action { what: what.to_owned(), who: "Ffion Prosser".to_owned(), by: day("2026-03-12") }
    }

    fn agreed(what: &str) -> Agreed {
        Agreed { actions: vec![action(what)], escalation: EscalationLevel::Matron, outcomes: vec![] }
    }

    fn review(week: &str, version: u32, agreed: Agreed) -> StayReview {
        let standing = Standing {
            on: day("2026-03-11"),
            ward: "cedar".parse().expect("a code"),
            place: "Cedar Ward".to_owned(),
            nights: 30,
            criteria: CriteriaStatus::NotReviewed,
            ready_on: None,
            pathway: None,
            expected_discharge: None,
            reason: None,
            tasks: vec![],
        };
        let (stay, by, at) = (StayId(Uuid::nil()), "Tom Reyes".to_owned(), at("2026-03-11T10:00:00Z"));
        StayReview { stay, week: week.parse().expect("a week"), version, agreed, standing, by, at }
    }

    /// Wednesday of the week, of which nothing is written; last week the care home was to assess.
    fn wednesday() -> Review {
        Review {
            week: ReviewWeek::of(day("2026-03-11")),
            today: day("2026-03-11"),
            versions: vec![],
            earlier: Some(review("2026-03-02", 1, agreed("Care home to assess"))),
        }
    }

    fn row(what: &str, who: &str, by: &str) -> ActionDraft {
        ActionDraft { what: what.to_owned(), who: who.to_owned(), by: by.to_owned() }
    }

    fn draft() -> Draft {
        Draft {
            actions: vec![row(" Funding panel ", "Tom Reyes", "2026-03-13"), ActionDraft::default()],
            escalation: "executive".to_owned(),
            outcomes: vec![OutcomeDraft { result: "not_done".to_owned(), words: "The home is closed to visits".to_owned() }],
            seen: 0,
        }
    }

    fn write(review: &Review, draft: &Draft) -> Agreed {
        match review.write(draft) {
            Ok(Verdict::Write(agreed)) => agreed,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_meeting_writes_what_is_next_and_what_became_of_last_week() {
        let agreed = write(&wednesday(), &draft());
        assert_eq!(agreed.actions, [Action { by: day("2026-03-13"), who: "Tom Reyes".to_owned(), ..action("Funding panel") }]);
        assert_eq!(agreed.escalation, EscalationLevel::Executive);
        let [outcome] = &agreed.outcomes[..] else { panic!("one outcome") };
        assert_eq!((&outcome.action, outcome.result), (&action("Care home to assess"), ActionResult::NotDone));
        assert_eq!(outcome.words.as_deref(), Some("The home is closed to visits"));
    }

    #[rstest]
    #[case::nothing_next(Draft { actions: vec![ActionDraft::default()], ..draft() }, "Please write at least one thing that has to happen next.")]
    #[case::nobody(Draft { actions: vec![row("Call the home", "", "2026-03-13")], ..draft() }, "Please give who does \u{201c}Call the home\u{201d}.")]
    #[case::nothing_but_a_name(Draft { actions: vec![row("", "Tom Reyes", "")], ..draft() }, "Please give what has to happen next.")]
    #[case::no_day(Draft { actions: vec![row("Call the home", "Tom Reyes", " ")], ..draft() }, "Please give the day by which \u{201c}Call the home\u{201d} is done.")]
    #[case::no_such_day(Draft { actions: vec![row("Call", "Tom", "Friday")], ..draft() }, "\u{201c}Friday\u{201d} is no day; one is written as 2026-03-05.")]
    #[case::a_day_that_is_gone(Draft { actions: vec![row("Call", "Tom", "2026-03-08")], ..draft() }, "08-Mar-2026 lies before the week of the review.")]
    #[case::no_outcome(Draft { outcomes: vec![OutcomeDraft::default()], ..draft() }, "Please say of each action of last time whether it was done.")]
    #[case::outcomes_of_something_else(Draft { outcomes: vec![], ..draft() }, "Please say of each action of last time whether it was done.")]
    #[case::no_escalation(Draft { escalation: "the king".to_owned(), ..draft() }, "Please choose how far it is escalated.")]
    fn what_is_missing_is_said(#[case] draft: Draft, #[case] words: &str) {
        assert_eq!(wednesday().write(&draft).expect_err("refused").to_string(), words);
    }

    #[test]
    fn a_correction_follows_the_version_that_was_seen() {
        let corrected = Review { versions: vec![review("2026-03-09", 1, agreed("Funding panel"))], ..wednesday() };
        let theirs = Box::new(corrected.versions[0].clone());
        assert_eq!(corrected.write(&draft()), Ok(Verdict::WrittenMeanwhile(theirs)));
        assert_eq!((wednesday().next_version(), corrected.next_version()), (1, 2));
        assert!(matches!(corrected.write(&Draft { seen: 1, ..draft() }), Ok(Verdict::Write(_))));
        let same = Review { versions: vec![review("2026-03-09", 1, write(&wednesday(), &draft()))], ..wednesday() };
        assert_eq!(same.write(&draft()), Ok(Verdict::Unchanged), "sending it twice does it once");
    }

    #[test]
    fn what_was_written_can_be_written_again_from_its_form() {
        let written = review("2026-03-09", 3, write(&wednesday(), &draft()));
        let again = Draft::of(&written, wednesday().actions_before());
        assert_eq!(again.seen, 3);
        let review = Review { versions: vec![written], ..wednesday() };
        assert_eq!(review.write(&again), Ok(Verdict::Unchanged));
    }

    #[test]
    fn a_week_that_is_over_stays_as_it_was_written() {
        let late = Review { today: day("2026-03-23"), ..wednesday() };
        assert_eq!(late.write(&draft()), Err(NotWritten::WeekIsOver { week: wednesday().week }));
        assert!(Review { today: day("2026-03-22"), ..wednesday() }.write(&draft()).is_ok());
    }
}
