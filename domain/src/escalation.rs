//! Escalation: a task that blocks the way home and is late climbs by its age, from its owner to the executive.

use std::{fmt, str::FromStr};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::Task;

/// Who has to look at a late task by now.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EscalationLevel {
    /// From the due time on.
    Owner,
    Coordinator,
    Matron,
    Executive,
}

/// How late, in whole hours, a task has climbed to each level above its owner. A setting of the trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationTimes {
    pub coordinator: u16,
    pub matron: u16,
    pub executive: u16,
}

impl Default for EscalationTimes {
    fn default() -> Self {
        Self { coordinator: 4, matron: 24, executive: 72 }
    }
}

/// Why a text names no times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is three numbers of hours, each more than the one before, such as 4,24,72")]
pub struct NotEscalationTimes;

impl EscalationLevel {
    pub fn words(self) -> &'static str {
        match self {
            Self::Owner => "Owner",
            Self::Coordinator => "Coordinator",
            Self::Matron => "Matron",
            Self::Executive => "Executive",
        }
    }
}

impl EscalationTimes {
    /// How far the task has climbed; `None` where it is not late, or nobody waits for it.
    pub fn level(self, task: &Task, now: DateTime<Utc>) -> Option<EscalationLevel> {
        if !task.blocking || !task.is_overdue(now) {
            return None;
        }
        let late = now - task.due?;
        let after = |hours: u16| late >= TimeDelta::hours(hours.into());
        Some(if after(self.executive) {
            EscalationLevel::Executive
        } else if after(self.matron) {
            EscalationLevel::Matron
        } else if after(self.coordinator) {
            EscalationLevel::Coordinator
        } else {
            EscalationLevel::Owner
        })
    }
}

impl fmt::Display for EscalationTimes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{}", self.coordinator, self.matron, self.executive)
    }
}

impl FromStr for EscalationTimes {
    type Err = NotEscalationTimes;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let hours: Vec<u16> =
            text.split(',').map(|hours| hours.trim().parse().map_err(|_| NotEscalationTimes)).collect::<Result<_, _>>()?;
        match hours[..] {
            [coordinator, matron, executive] if coordinator < matron && matron < executive => {
                Ok(Self { coordinator, matron, executive })
            }
            _ => Err(NotEscalationTimes),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;

    use super::*;
    use crate::{TaskNumber, TaskState};

    fn now() -> DateTime<Utc> {
        "2026-03-05T15:40:00Z".parse().expect("an instant")
    }

    fn task(due: &str) -> Task {
        Task {
            number: TaskNumber(1),
            kind: None,
            title: "Transport booked".to_owned(),
            owner_team: "PTS".parse().expect("a team"),
            owner: None,
            due: due.parse().ok(),
            blocking: true,
            after: BTreeSet::new(),
            state: TaskState::ToDo,
            by: String::new(),
            at: now(),
            parked_at: None,
        }
    }

    #[rstest]
    #[case::not_due("2026-03-05T16:00:00Z", None)]
    #[case::no_due_time("", None)]
    #[case::just_late("2026-03-05T15:39:00Z", Some(EscalationLevel::Owner))]
    #[case::four_hours("2026-03-05T11:40:00Z", Some(EscalationLevel::Coordinator))]
    #[case::a_minute_less("2026-03-05T11:41:00Z", Some(EscalationLevel::Owner))]
    #[case::a_day("2026-03-04T15:40:00Z", Some(EscalationLevel::Matron))]
    #[case::three_days("2026-03-02T15:40:00Z", Some(EscalationLevel::Executive))]
    fn a_late_task_climbs_by_its_age(#[case] due: &str, #[case] expected: Option<EscalationLevel>) {
        assert_eq!(EscalationTimes::default().level(&task(due), now()), expected);
    }

    #[test]
    fn what_keeps_nobody_here_climbs_nowhere() {
        let mut late = task("2026-03-02T15:40:00Z");
        late.blocking = false;
        assert_eq!(EscalationTimes::default().level(&late, now()), None);
        late.blocking = true;
        late.parked_at = Some(now());
        assert_eq!(EscalationTimes::default().level(&late, now()), None);
    }

    #[rstest]
    #[case("4,24,72", true)]
    #[case(" 1, 2, 3 ", true)]
    #[case("4,24", false)]
    #[case("4,4,72", false)]
    #[case("72,24,4", false)]
    #[case("soon", false)]
    fn the_times_are_a_setting(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(text.parse::<EscalationTimes>().is_ok(), expected);
        assert_eq!(EscalationTimes::default().to_string().parse(), Ok(EscalationTimes::default()));
    }
}
