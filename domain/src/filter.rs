//! Which patients a board shows: those for whom every condition holds.
//!
//! A filter is part of a page's address, so it says nothing about a person: text to search for is never in it.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

use crate::{
    AccountId, DayColour, DelayReasonCode, EscalationLevel, EscalationTimes, KindCode, Pathway, Stay, Task, TeamCode,
    board::BoardRow, by_day, criteria, criteria::CriteriaStatus, length_of_stay::LongStay, london,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// An open task past its due time.
    Overdue,
    /// An open task that is due today and not late yet.
    DueToday,
    /// An open task of this team.
    Team(TeamCode),
    /// An open task of this kind.
    Kind(KindCode),
    /// An open task that the viewer has taken on.
    Mine,
    /// An open task that has climbed to this level, or higher.
    Escalated(EscalationLevel),
    /// Does not meet the criteria to reside.
    Ready,
    /// The last review of the criteria is more than 24 hours old, or there is none.
    NotReviewed,
    /// Red today, or not called yet.
    RedToday,
    /// The primary reason of delay, as last confirmed, of a patient who is ready.
    Reason(DelayReasonCode),
    ExpectedToday,
    ExpectedTomorrow,
    /// At least so many days in hospital.
    LongStay(LongStay),
    /// The pathway at its furthest stage.
    Pathway(Pathway),
    /// Ready, and a single open task blocks the way home.
    OneThing,
}

/// Who looks, and when: what "mine" and "late" mean.
#[derive(Debug, Clone, Copy)]
pub struct Viewer {
    pub me: AccountId,
    pub now: DateTime<Utc>,
    pub escalation: EscalationTimes,
}

/// Conditions that all have to hold. Those about tasks have to hold for one and the same task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter(Vec<Condition>);

impl Filter {
    /// Reads a filter from a page's query. What names no condition is passed over: more is shown then, never less.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().filter_map(|(name, value)| Condition::read(name, value)).collect())
    }

    /// As a page's query, with its question mark; empty where nothing is filtered.
    pub fn query(&self) -> String {
        let mut query = String::new();
        for condition in &self.0 {
            let (name, value) = condition.pair();
            let mark = if query.is_empty() { '?' } else { '&' };
            // Codes and numbers need no encoding, and writing to a string can't fail.
            let _ = write!(query, "{mark}{name}={value}");
        }
        query
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn conditions(&self) -> &[Condition] {
        &self.0
    }

    pub fn has(&self, condition: &Condition) -> bool {
        self.0.contains(condition)
    }

    /// The filter with this condition added, in place of another of its sort; or without it, where it was there.
    #[must_use]
    pub fn toggled(&self, condition: &Condition) -> Self {
        let mut conditions = self.0.clone();
        conditions.retain(|other| other.pair().0 != condition.pair().0);
        if !self.has(condition) {
            conditions.push(condition.clone());
        }
        Self(conditions)
    }

    pub fn fits(&self, row: &BoardRow, viewer: Viewer) -> bool {
        let (about_tasks, about_stay): (Vec<_>, Vec<_>) = self.0.iter().partition(|condition| condition.is_about_a_task());
        about_stay.into_iter().all(|condition| condition.holds(row, viewer.now))
            && (about_tasks.is_empty()
                || row.stay.open_tasks().any(|task| about_tasks.iter().all(|condition| condition.holds_for_task(task, viewer))))
    }
}

impl Condition {
    fn read(name: &str, value: &str) -> Option<Self> {
        Some(match name {
            "overdue" => Self::Overdue,
            "due" if value == "today" => Self::DueToday,
            "team" => Self::Team(value.parse().ok()?),
            "kind" => Self::Kind(value.parse().ok()?),
            "mine" => Self::Mine,
            "escalated" => Self::Escalated(value.parse().ok()?),
            "red" => Self::RedToday,
            "reason" => Self::Reason(value.parse().ok()?),
            "ready" => Self::Ready,
            "not-reviewed" => Self::NotReviewed,
            "edd" if value == "today" => Self::ExpectedToday,
            "edd" if value == "tomorrow" => Self::ExpectedTomorrow,
            "days" => match LongStay::of(value.parse().ok()?) {
                LongStay::UnderSeven => return None,
                long => Self::LongStay(long),
            },
            "pathway" => Self::Pathway(value.parse().ok()?),
            "one-thing" => Self::OneThing,
            _ => return None,
        })
    }

    fn pair(&self) -> (&'static str, String) {
        let yes = || "yes".to_owned();
        match self {
            Self::Overdue => ("overdue", yes()),
            Self::DueToday => ("due", "today".to_owned()),
            Self::Team(team) => ("team", team.to_string()),
            Self::Kind(kind) => ("kind", kind.to_string()),
            Self::Mine => ("mine", yes()),
            Self::Escalated(level) => ("escalated", <&str>::from(level).to_owned()),
            Self::RedToday => ("red", yes()),
            Self::Reason(reason) => ("reason", reason.to_string()),
            Self::Ready => ("ready", yes()),
            Self::NotReviewed => ("not-reviewed", yes()),
            Self::ExpectedToday => ("edd", "today".to_owned()),
            Self::ExpectedTomorrow => ("edd", "tomorrow".to_owned()),
            Self::LongStay(long) => ("days", long.least_days().to_string()),
            Self::Pathway(pathway) => ("pathway", <&str>::from(pathway).to_owned()),
            Self::OneThing => ("one-thing", yes()),
        }
    }

    fn is_about_a_task(&self) -> bool {
        matches!(self, Self::Overdue | Self::DueToday | Self::Team(_) | Self::Kind(_) | Self::Mine | Self::Escalated(_))
    }

    /// Whether one task is among those that the condition asks for; one that asks for no task leaves all.
    pub fn holds_for_task(&self, task: &Task, viewer: Viewer) -> bool {
        match self {
            Self::Overdue => task.is_overdue(viewer.now),
            Self::DueToday => task.is_due_today(viewer.now),
            Self::Team(team) => task.owner_team == *team,
            Self::Kind(kind) => task.kind.as_ref() == Some(kind),
            Self::Mine => task.owner.as_ref().is_some_and(|owner| owner.id == viewer.me),
            Self::Escalated(level) => viewer.escalation.level(task, viewer.now).is_some_and(|reached| reached >= *level),
            _ => true,
        }
    }

    fn holds(&self, row: &BoardRow, now: DateTime<Utc>) -> bool {
        let stay = &row.stay;
        let days_until_expected = || stay.expected_discharge.map(|day| (day - london::date(now)).num_days());
        match self {
            Self::Ready => stay.criteria_status() == CriteriaStatus::NotMet,
            Self::NotReviewed => criteria::is_stale(&stay.reviews, now),
            Self::RedToday => {
                let today = by_day::on(&stay.days, london::date(now));
                today.is_none_or(|record| matches!(record.colour, DayColour::Red(_)))
            }
            Self::Reason(reason) => {
                let last = stay.delays.last().map(|record| record.reason);
                stay.criteria_status() == CriteriaStatus::NotMet && last == Some(*reason)
            }
            Self::ExpectedToday => days_until_expected() == Some(0),
            Self::ExpectedTomorrow => days_until_expected() == Some(1),
            Self::LongStay(long) => LongStay::of(stay.days_in_hospital(now)) >= *long,
            Self::Pathway(pathway) => stay.pathways.current().map(|(_, current)| current) == Some(*pathway),
            Self::OneThing => !row.held_up_elsewhere && one_thing_from_home(stay).is_some(),
            Self::Overdue | Self::DueToday | Self::Team(_) | Self::Kind(_) | Self::Mine | Self::Escalated(_) => true,
        }
    }
}

/// The single open task that blocks a patient who is ready to leave; `None` where there are several, or none.
pub fn one_thing_from_home(stay: &Stay) -> Option<&Task> {
    let mut blocking = stay.open_tasks().filter(|task| task.blocking);
    let only = blocking.next()?;
    (stay.criteria_status() == CriteriaStatus::NotMet && blocking.next().is_none()).then_some(only)
}

#[cfg(test)]
mod tests;
