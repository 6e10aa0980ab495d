//! From a kind in the catalogue to a task for one patient.

use chrono::{DateTime, Utc};

use crate::{
    Stay, Task, TaskKind, TaskNumber,
    due::{DueFrom, DueRule},
    london,
    task::NewTask,
};

impl TaskKind {
    /// A task of this kind for `stay`, after those unfinished tasks of the kinds that come first, parked ones among them.
    pub fn new_task(&self, stay: &Stay, number: TaskNumber, now: DateTime<Utc>) -> NewTask {
        let comes_first = |task: &&Task| task.state.is_open() && task.kind.as_ref().is_some_and(|code| self.after.contains(code));
        NewTask {
            number,
            kind: Some(self.code.clone()),
            title: self.title.clone(),
            owner_team: self.owner_team.clone(),
            due: self.due_when_added(stay, now),
            blocking: self.blocking,
            after: stay.tasks.iter().filter(comes_first).map(|task| task.number).collect(),
        }
    }

    /// When a task that is added now is due by its rule, though that may have passed.
    pub fn first_due(&self, stay: &Stay, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.due.due(due_from(stay, now))
    }

    /// The same for a task that is added by itself, which is not late at once. A time before the expected date that has
    /// passed comes again, up to that date; what else has passed is no due time.
    pub fn due_when_added(&self, stay: &Stay, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let due = self.first_due(stay, now)?;
        if due > now {
            return Some(due);
        }
        let DueRule::BeforeExpectedDischarge { at, .. } = self.due else {
            return None;
        };
        let again = DueRule::SameDayAt(at).due(due_from(stay, now));
        again.filter(|again| stay.expected_discharge.is_some_and(|expected| london::date(*again) <= expected))
    }
}

fn due_from(stay: &Stay, added_at: DateTime<Utc>) -> DueFrom {
    DueFrom { admitted_at: stay.admitted_at, added_at, expected_discharge: stay.expected_discharge }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{StayId, catalogue::standard_tasks};

    fn now() -> DateTime<Utc> {
        "2026-03-05T17:22:00Z".parse().expect("an instant")
    }

    /// In hospital for three days.
    fn stay(expected: Option<&str>) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.admitted_at = now() - TimeDelta::days(3);
        stay.expected_discharge = expected.map(|day| day.parse().expect("a date"));
        stay
    }

    #[rstest]
    #[case::still_to_come("T05", Some("2026-03-07"), Some("2026-03-06T15:00:00Z"))]
    #[case::passed_today("T05", Some("2026-03-06"), Some("2026-03-06T15:00:00Z"))]
    #[case::comes_again_after_the_date("T05", Some("2026-03-05"), None)]
    #[case::long_past_the_date("T05", Some("2026-03-01"), None)]
    #[case::no_date("T05", None, None)]
    #[case::hours_after_an_admission_long_ago("T01", Some("2026-03-06"), None)]
    #[case::from_now_on("T06", None, Some("2026-03-05T19:22:00Z"))]
    fn what_is_added_is_not_late_at_once(#[case] code: &str, #[case] expected: Option<&str>, #[case] due: Option<&str>) {
        let kinds = standard_tasks();
        let kind = kinds.iter().find(|kind| kind.code.as_str() == code).expect("a kind");
        let new = kind.new_task(&stay(expected), TaskNumber(1), now());
        assert_eq!(new.due, due.map(|due| due.parse().expect("an instant")));
    }
}
