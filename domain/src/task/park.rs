//! Parking what is open when a patient meets the criteria to reside again, and taking it up when they no longer do
//! (`domain.md` 0.5): nothing is dropped, and nothing parked is chased.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{Event, Stay, Task, TaskNumber, criteria::CriteriaStatus};

/// What a change of the status does to the tasks.
pub(crate) fn follow(stay: &Stay, before: CriteriaStatus, after: CriteriaStatus) -> Option<Event> {
    let numbers = |chosen: fn(&Task) -> bool| -> BTreeSet<TaskNumber> {
        stay.tasks.iter().filter(|task| chosen(task)).map(|task| task.number).collect()
    };
    match (before, after) {
        (CriteriaStatus::NotMet, CriteriaStatus::Met) => {
            let tasks = numbers(Task::is_open);
            (!tasks.is_empty()).then_some(Event::TasksParked { tasks })
        }
        (_, CriteriaStatus::NotMet) => {
            let tasks = numbers(Task::is_parked);
            (!tasks.is_empty()).then_some(Event::TasksTakenUp { tasks })
        }
        _ => None,
    }
}

pub(crate) fn apply(stay: &mut Stay, tasks: &BTreeSet<TaskNumber>, parked_at: Option<DateTime<Utc>>) {
    for task in stay.tasks.iter_mut().filter(|task| tasks.contains(&task.number)) {
        task.parked_at = parked_at;
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{Actor, Command, CriteriaToReside, Entry, Refusal, StayId, StayStatus, apply, decide, task::NewTask};

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(hour)
    }

    fn ask(stay: &mut Stay, command: &Command) -> Result<(), Refusal> {
        let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
        for (event, position) in decide(stay, command, &actor, at(48))?.into_iter().zip(stay.position + 1..) {
            apply(stay, &Entry { position, at: at(48), by: actor.name.clone(), event });
        }
        Ok(())
    }

    /// Ready since the first hour, with three tasks of which the third is done.
    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        for number in 1..=3 {
            let (kind, due, after) = (None, None, BTreeSet::new());
            let owner_team = "PHA".parse().expect("a code");
            let title = format!("Task {number}");
            let new = NewTask { number: TaskNumber(number), kind, title, owner_team, due, blocking: true, after };
            ask(&mut stay, &Command::AddTask(Box::new(new))).expect("added");
        }
        ask(&mut stay, &Command::CompleteTask { task: TaskNumber(3) }).expect("done");
        ask(&mut stay, &review(CriteriaToReside::NotMet, 1)).expect("reviewed");
        stay
    }

    fn review(found: CriteriaToReside, hour: i64) -> Command {
        Command::ReviewCriteria { found, reviewed_at: at(hour) }
    }

    #[test]
    fn meeting_the_criteria_again_parks_what_is_open_and_voids_the_ready_date() {
        let mut stay = stay();
        assert_eq!(stay.open_tasks().count(), 2);
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 2)).expect("reviewed");
        assert_eq!((stay.open_tasks().count(), stay.parked_tasks().count()), (0, 2));
        assert_eq!(stay.discharge_ready_date(), None);
        assert!(!stay.tasks.iter().any(|task| task.is_overdue(at(1_000))));
    }

    #[test]
    fn parked_tasks_come_back_as_they_were() {
        let mut stay = stay();
        let before = stay.tasks.clone();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 2)).expect("reviewed");
        ask(&mut stay, &review(CriteriaToReside::NotMet, 3)).expect("reviewed");
        assert_eq!(stay.tasks, before);
    }

    #[test]
    fn whoever_works_on_a_parked_task_takes_it_up() {
        let mut stay = stay();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 2)).expect("reviewed");
        ask(&mut stay, &Command::StartTask { task: TaskNumber(1) }).expect("started");
        assert_eq!((stay.open_tasks().count(), stay.parked_tasks().count()), (1, 1));
    }

    #[test]
    fn a_review_of_an_earlier_time_parks_nothing() {
        let mut stay = stay();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 0)).expect("reviewed");
        assert_eq!((stay.open_tasks().count(), stay.parked_tasks().count()), (2, 0));
    }
}
