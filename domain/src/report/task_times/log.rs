//! The times of a stay's tasks, read from its log.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Progress, TaskTime};
use crate::{
    Entry, Event, Stay, StayStatus, Task, TaskNumber,
    field::{Field, TaskField},
    london,
};

impl TaskTime {
    /// The times of all tasks of a stay that are open or done, by its whole log. Those that were not needed, or added by
    /// mistake, took nobody's time.
    pub fn of_log(stay: &Stay, log: &[Entry]) -> Vec<Self> {
        let of_task = |task: &Task| Self::of_task(stay, task, added_at(task.number, log)?, parked_for(task.number, None, log));
        stay.tasks.iter().filter_map(of_task).collect()
    }

    /// One task of a stay, where it is known when it was added and for how long it was parked. `None` for one that took
    /// nobody's time.
    pub fn of_task(stay: &Stay, task: &Task, added_at: DateTime<Utc>, parked_for: TimeDelta) -> Option<Self> {
        Some(Self {
            kind: task.kind.clone(),
            owner_team: task.owner_team.clone(),
            added_at,
            due: task.due,
            progress: Progress::of(task.state.kind(), task.at, task.parked_at)?,
            parked_for,
            ready_on: stay.discharge_ready_date().filter(|_| task.blocking),
            left_on: match stay.status {
                StayStatus::Discharged { at, .. } => Some(london::date(at)),
                _ => None,
            },
        })
    }
}

/// When a task was added, by entries of its stay's log; `None` where they don't tell.
pub fn added_at<'a>(task: TaskNumber, log: impl IntoIterator<Item = &'a Entry>) -> Option<DateTime<Utc>> {
    let mut log = log.into_iter();
    log.find(|entry| matches!(&entry.event, Event::TaskAdded(new) if new.number == task)).map(|entry| entry.at)
}

/// From each time that a task was parked to the next time that it was taken up, or worked on, by entries of its stay's log; one
/// that was taken up by a slip, and is parked again, has rested all the while. Where they are not its first, `parked_at` says since when it was parked before them: so the spans of the parts of a log
/// add up to that of the whole.
pub fn parked_for<'a>(
    task: TaskNumber,
    mut parked_at: Option<DateTime<Utc>>,
    log: impl IntoIterator<Item = &'a Entry>,
) -> TimeDelta {
    let mut parked_for = TimeDelta::zero();
    for entry in log {
        if let Event::TasksParkedAgain(before) = &entry.event
            && before.tasks.contains(&task)
        {
            // The rest that the taking up has ended goes on, and is counted once, at its end.
            parked_for -= before.taken_up_at - before.parked_at;
            parked_at = Some(before.parked_at);
        } else if matches!(&entry.event, Event::TasksParked { tasks } if tasks.contains(&task)) {
            parked_at = parked_at.or(Some(entry.at));
        } else if takes_up(&entry.event, task) {
            parked_for += parked_at.take().map_or(TimeDelta::zero(), |since| entry.at - since);
        }
    }
    parked_for
}

fn takes_up(event: &Event, task: TaskNumber) -> bool {
    match event {
        Event::TasksTakenUp { tasks } => tasks.contains(&task),
        other => other.field() == Some(Field::Task(task, TaskField::State)),
    }
}

/// A span as a whole number of milliseconds.
pub(super) mod milliseconds {
    use chrono::TimeDelta;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(span: &TimeDelta, serializer: S) -> Result<S::Ok, S::Error> {
        span.num_milliseconds().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TimeDelta, D::Error> {
        i64::deserialize(deserializer).map(TimeDelta::milliseconds)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        Actor, Command, CriteriaToReside, StayId, TeamCode, apply,
        command::Admission,
        decide,
        report::story::{at, ward},
        task::NewTask,
    };

    struct Ward {
        stay: Stay,
        log: Vec<Entry>,
    }

    impl Ward {
        fn admit() -> Self {
            let stay = Stay::before_admission(StayId(Uuid::from_u128(7)));
            let place = crate::Place { ward: ward().code, bay: None, bed: None };
            let (patient, admitted_at) = (stay.patient.clone(), at("2026-03-01T09:00:00Z"));
            let admission = Admission::new(patient, place, admitted_at);
            let mut ward = Self { stay, log: vec![] };
            ward.ask("01 09:00", &Command::AdmitPatient(Box::new(admission)));
            ward
        }

        /// On a day of March, at a time: "05 09:00".
        fn ask(&mut self, when: &str, command: &Command) {
            let now = at(&format!("2026-03-{}T{}:00Z", &when[..2], &when[3..]));
            let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
            let events = decide(&self.stay, command, &actor, now).expect("done");
            for (event, position) in events.into_iter().zip(self.stay.position + 1..) {
                let entry = Entry { position, at: now, by: actor.name.clone(), event };
                apply(&mut self.stay, &entry);
                self.log.push(entry);
            }
        }

        fn add(&mut self, when: &str, number: u32) {
            let owner_team: TeamCode = "PHA".parse().expect("a team");
            let new = NewTask {
                number: TaskNumber(number),
                kind: "T06".parse().ok(),
                title: "TTO dispensed".to_owned(),
                owner_team,
                due: None,
                blocking: true,
                after: std::collections::BTreeSet::new(),
            };
            self.ask(when, &Command::AddTask(Box::new(new)));
        }

        fn review(&mut self, when: &str, found: CriteriaToReside) {
            let reviewed_at = at(&format!("2026-03-{}T{}:00Z", &when[..2], &when[3..]));
            self.ask(when, &Command::ReviewCriteria { found, reviewed_at });
        }

        fn hours(&self) -> Vec<Option<i64>> {
            TaskTime::of_log(&self.stay, &self.log).iter().map(|time| time.took().map(|span| span.num_hours())).collect()
        }
    }

    #[test]
    fn a_task_takes_from_being_added_to_the_last_time_it_was_done() {
        let mut ward = Ward::admit();
        ward.add("05 09:00", 1);
        ward.add("05 09:00", 2);
        let task = TaskNumber(1);
        ward.ask("05 11:00", &Command::CompleteTask { task });
        assert_eq!(ward.hours(), [Some(2), None]);
        ward.ask("05 12:00", &Command::ReopenTask { task });
        assert_eq!(ward.hours(), [None, None]);
        ward.ask("05 15:00", &Command::CompleteTask { task });
        assert_eq!(ward.hours(), [Some(6), None]);
    }

    #[test]
    fn a_slip_on_the_criteria_costs_a_parked_task_no_time() {
        let mut ward = Ward::admit();
        ward.review("05 08:00", CriteriaToReside::NotMet);
        ward.add("05 09:00", 1);
        ward.review("05 10:00", CriteriaToReside::Met(vec![]));
        ward.review("06 10:00", CriteriaToReside::NotMet);
        let reviewed_at = at("2026-03-06T10:00:00Z");
        ward.ask("06 12:00", &Command::WithdrawReview { found: CriteriaToReside::NotMet, reviewed_at });
        ward.review("07 10:00", CriteriaToReside::NotMet);
        ward.ask("07 13:00", &Command::CompleteTask { task: TaskNumber(1) });
        assert_eq!(ward.hours(), [Some(4)]);
    }

    #[test]
    fn a_start_that_was_a_slip_changes_no_time() {
        let mut ward = Ward::admit();
        ward.add("05 09:00", 1);
        let task = TaskNumber(1);
        ward.ask("05 10:00", &Command::StartTask { task });
        ward.ask("05 10:01", &Command::ReopenTask { task });
        ward.ask("05 11:00", &Command::CompleteTask { task });
        assert_eq!(ward.hours(), [Some(2)]);
    }

    #[test]
    fn what_was_not_needed_took_no_time() {
        let mut ward = Ward::admit();
        ward.add("05 09:00", 1);
        ward.ask("05 11:00", &Command::MarkTaskNotNeeded { task: TaskNumber(1), reason: "Went home".to_owned() });
        assert_eq!(ward.hours(), []);
    }

    #[test]
    fn what_rests_while_the_patient_is_ill_again_takes_no_time() {
        let mut ward = Ward::admit();
        ward.review("05 08:00", CriteriaToReside::NotMet);
        ward.add("05 09:00", 1);
        ward.review("05 10:00", CriteriaToReside::Met(vec![]));
        ward.review("06 10:00", CriteriaToReside::NotMet);
        ward.review("06 11:00", CriteriaToReside::Met(vec![]));
        // The pharmacy works on it all the same.
        ward.ask("06 15:00", &Command::CompleteTask { task: TaskNumber(1) });
        assert_eq!(ward.hours(), [Some(2)]);
    }
}
