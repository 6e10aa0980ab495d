//! A patient's plan for going home, as it is printed for them and their family: plain words and long dates, no note, no
//! name of staff, nothing that somebody worded for colleagues.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    CriteriaToReside, Stay, Task, catalogue::plain, clinical_time, criteria::CriteriaStatus, london, sentence::Names,
    task::order::Order,
};

/// All that is on the paper, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanForHome {
    /// "Ms Amara Obi".
    pub name: String,
    pub ward: String,
    /// "Thursday 5 March 2026"; `None` where no day is set, or it has passed.
    pub expected: Option<String>,
    pub expected_words: &'static str,
    pub why_here: Vec<&'static str>,
    /// The patient's questions that the ward has answered, in words that the patient understands.
    pub answers: Vec<(&'static str, String)>,
    /// In the order in which they can be done.
    pub to_do: Vec<Step>,
    /// Said where nothing stands in `to_do`.
    pub to_do_words: &'static str,
    pub what_matters: Option<String>,
    pub printed: String,
}

/// Something that has to happen first, and who sees to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub what: &'static str,
    pub who: String,
}

const SOMETHING_ELSE: &str = "Other checks, which the team will explain to you";

impl PlanForHome {
    pub fn of(stay: &Stay, names: &impl Names, now: DateTime<Utc>) -> Self {
        let today = london::date(now);
        let expected = stay.expected_discharge.filter(|day| *day >= today);
        Self {
            name: stay.patient.name.in_a_letter(),
            ward: names.ward(&stay.place.ward),
            expected: expected.map(clinical_time::public_day),
            expected_words: expected_words(stay.expected_discharge, today),
            why_here: why_here(stay),
            answers: stay.answers.iter().map(|(question, answer)| (question.words(), answer.clone())).collect(),
            to_do: to_do(stay, names),
            to_do_words: to_do_words(stay.criteria_status()),
            what_matters: stay.what_matters.clone(),
            printed: clinical_time::public_date(today),
        }
    }
}

fn expected_words(day: Option<NaiveDate>, today: NaiveDate) -> &'static str {
    match day {
        None => "We have not set a day yet. Please ask us when we expect it to be.",
        Some(day) if day < today => "We are working on a new day. Please ask us when we expect it to be.",
        Some(_) => "This is the day we are working towards. It may change, and we will tell you if it does.",
    }
}

fn why_here(stay: &Stay) -> Vec<&'static str> {
    match stay.reviews.last().map(|review| &review.found) {
        Some(CriteriaToReside::Met(which)) if !which.is_empty() => which.iter().map(|criterion| criterion.plain()).collect(),
        Some(CriteriaToReside::Met(_)) => vec!["You still need care that only a hospital can give."],
        Some(CriteriaToReside::NotMet) => {
            vec!["You no longer need care that only a hospital can give. We are getting everything ready for you to leave."]
        }
        None => vec!["We are finding out what care you need. The team will tell you on their next round."],
    }
}

/// What blocks, as the steps go. Whatever has no plain words stands as one line at the end.
fn to_do(stay: &Stay, names: &impl Names) -> Vec<Step> {
    let order = Order::of(stay);
    let tasks = order.steps.iter().flatten().filter_map(|number| stay.task(*number)).filter(|task| task.blocking);
    let (plain, other): (Vec<_>, Vec<_>) = tasks.map(|task| step(task, names)).partition(Option::is_some);
    let something_else = Step { what: SOMETHING_ELSE, who: "The team on your ward".to_owned() };
    plain.into_iter().flatten().chain((!other.is_empty()).then_some(something_else)).collect()
}

fn step(task: &Task, names: &impl Names) -> Option<Step> {
    let what = plain::task(task.kind.as_ref()?)?;
    let who = plain::team(&task.owner_team).map_or_else(|| names.team(&task.owner_team), str::to_owned);
    Some(Step { what, who })
}

fn to_do_words(status: CriteriaStatus) -> &'static str {
    match status {
        CriteriaStatus::NotMet => "Nothing else has to happen first.",
        CriteriaStatus::Met | CriteriaStatus::NotReviewed => {
            "You need to be well enough to leave. We will tell you what else is needed."
        }
    }
}

#[cfg(test)]
mod tests;
