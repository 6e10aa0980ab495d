//! What may be decided about a chart.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{ChartDecisions, Decided, Target};
use crate::{ChartDecisionId, Problem, clinical_time, text};

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartStep {
    SetTarget(Target),
    /// The limits are computed anew from this week on.
    Rebase {
        /// A Monday.
        from: NaiveDate,
        reason: String,
    },
    Withdraw {
        decision: ChartDecisionId,
        reason: String,
    },
}

/// What follows from it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Decide(Decided),
    Withdraw { decision: ChartDecisionId, reason: String },
}

impl ChartDecisions {
    /// `None` where it is so already, which is no error.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] says what is missing or can't be; [`Problem::NotFound`] where there is no such decision.
    pub fn decide(&self, step: ChartStep, today: NaiveDate) -> Result<Option<Change>, Problem> {
        match step {
            ChartStep::SetTarget(target) => {
                Ok((self.target() != Some(target)).then_some(Change::Decide(Decided::Target(target))))
            }
            ChartStep::Rebase { from, reason } => self.rebase(from, &reason, today),
            ChartStep::Withdraw { decision, reason } => self.withdraw(decision, &reason),
        }
    }

    fn rebase(&self, from: NaiveDate, reason: &str, today: NaiveDate) -> Result<Option<Change>, Problem> {
        if from.weekday() != Weekday::Mon {
            return Err(Problem::invalid("A chart is rebased from a Monday on, with which a week begins."));
        }
        if from > today {
            return Err(Problem::invalid(format!("{} is still to come.", clinical_time::date(from))));
        }
        let reason = required(reason)?;
        let other = self.in_force().find_map(|decision| match &decision.what {
            Decided::Rebased { from: week, reason } if *week == from => Some(reason),
            _ => None,
        });
        match other {
            Some(other) if *other == reason => Ok(None),
            Some(other) => Err(Problem::invalid(format!(
                "The chart is rebased from {} already: {other}. Please withdraw that first.",
                clinical_time::date(from)
            ))),
            None => Ok(Some(Change::Decide(Decided::Rebased { from, reason }))),
        }
    }

    fn withdraw(&self, id: ChartDecisionId, reason: &str) -> Result<Option<Change>, Problem> {
        let decision = self.all.iter().find(|decision| decision.id == id).ok_or(Problem::NotFound)?;
        if !self.is_in_force(decision) {
            return Ok(None);
        }
        Ok(Some(Change::Withdraw { decision: id, reason: required(reason)? }))
    }
}

fn required(reason: &str) -> Result<String, Problem> {
    text::required(reason, "the reason", text::REASON).map_err(|refusal| Problem::invalid(refusal.to_string()))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::report::chart::{ChartDecision, ChartName, Withdrawn};

    const CHART: ChartName = ChartName::LongStays;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn today() -> NaiveDate {
        day("2026-03-05")
    }

    fn target(value: f64) -> Target {
        Target { chart: CHART, value }
    }

    fn rebase(from: &str, reason: &str) -> ChartStep {
        ChartStep::Rebase { from: day(from), reason: reason.to_owned() }
    }

    fn withdraw(id: u128, reason: &str) -> ChartStep {
        ChartStep::Withdraw { decision: ChartDecisionId(Uuid::from_u128(id)), reason: reason.to_owned() }
    }

    /// After these steps, each decision numbered from 1.
    fn after(steps: impl IntoIterator<Item = ChartStep>) -> ChartDecisions {
        let mut decisions = ChartDecisions::none(CHART);
        let (at, by) = (DateTime::UNIX_EPOCH, "Helen Whitlock".to_owned());
        for step in steps {
            match decisions.decide(step, today()).expect("decided") {
                Some(Change::Decide(what)) => {
                    let id = ChartDecisionId(Uuid::from_u128(decisions.all.len() as u128 + 1));
                    decisions.all.push(ChartDecision { id, what, at, by: by.clone(), withdrawn: None });
                }
                Some(Change::Withdraw { decision, reason }) => {
                    let found = decisions.all.iter_mut().find(|it| it.id == decision).expect("a decision");
                    found.withdrawn = Some(Withdrawn { at, by: by.clone(), reason });
                }
                None => {}
            }
        }
        decisions
    }

    #[test]
    fn a_target_is_replaced_and_one_that_was_replaced_does_not_come_back() {
        let two = || [ChartStep::SetTarget(target(40.0)), ChartStep::SetTarget(target(30.0))];
        assert_eq!(after(two()).target(), Some(target(30.0)));
        assert_eq!(after(two()).in_force().count(), 1);
        let none = after(two().into_iter().chain([withdraw(2, "Too hard")]));
        assert_eq!((none.target(), none.all.len(), none.in_force().count()), (None, 2, 0));
    }

    #[rstest]
    #[case::the_same_target(ChartStep::SetTarget(target(40.0)))]
    #[case::the_same_rebasing(rebase("2026-02-23", " New lounge "))]
    #[case::withdrawn_twice(withdraw(3, "Again"))]
    fn what_is_so_already_is_no_change(#[case] step: ChartStep) {
        let first = [
            ChartStep::SetTarget(target(40.0)),
            rebase("2026-02-23", "New lounge"),
            rebase("2026-02-16", "A mistake"),
            withdraw(3, "The wrong week"),
        ];
        assert_eq!(after(first).decide(step, today()), Ok(None));
    }

    #[rstest]
    #[case(rebase("2026-03-03", "New lounge"), "from a Monday on")]
    #[case(rebase("2026-03-09", "New lounge"), "09-Mar-2026 is still to come.")]
    #[case(rebase("2026-03-02", "  "), "Please give the reason.")]
    #[case(rebase("2026-02-23", "Another"), "rebased from 23-Feb-2026 already: New lounge.")]
    #[case(withdraw(1, ""), "Please give the reason.")]
    #[case(withdraw(9, "None"), "There is nothing here.")]
    fn what_can_t_be_is_told(#[case] step: ChartStep, #[case] words: &str) {
        let problem = after([rebase("2026-02-23", "New lounge")]).decide(step, today()).expect_err("refused");
        assert!(problem.to_string().contains(words), "{problem}");
    }

    #[test]
    fn a_chart_is_rebased_at_the_next_week_that_has_a_figure() {
        let decisions =
            after([rebase("2026-02-23", "New lounge"), rebase("2026-02-02", "New ward"), rebase("2026-03-02", "Late")]);
        let weeks = ["2026-01-26", "2026-02-02", "2026-02-09"].map(day);
        let rebases: Vec<_> = decisions.rebases(&weeks).into_iter().map(|rebase| (rebase.at, rebase.reason)).collect();
        assert_eq!(rebases, [(1, "New ward".to_owned())]);
        let weeks = ["2026-01-26", "2026-02-16", "2026-03-02"].map(day);
        let rebases: Vec<_> = decisions.rebases(&weeks).into_iter().map(|rebase| (rebase.at, rebase.reason)).collect();
        assert_eq!(rebases, [(1, "New ward".to_owned()), (2, "New lounge".to_owned()), (2, "Late".to_owned())]);
    }
}
