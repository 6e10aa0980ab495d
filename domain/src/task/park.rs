//! Parking what is open when a patient meets the criteria to reside again, and taking it up when they no longer do
//! (`domain.md` 0.5): nothing is dropped, and nothing parked is chased.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Event, Stay, Task, TaskNumber, criteria::CriteriaStatus};

/// Tasks that were parked together and have been taken up: which, from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParkedBefore {
    pub tasks: BTreeSet<TaskNumber>,
    pub parked_at: DateTime<Utc>,
    pub taken_up_at: DateTime<Utc>,
}

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

/// What had been taken up is parked as it was: as if it had rested all the while.
pub(crate) fn again(before: Option<&ParkedBefore>) -> Option<Event> {
    before.filter(|before| !before.tasks.is_empty()).cloned().map(Event::TasksParkedAgain)
}

/// Whoever has worked on a task that a review took up is not to find it parked again.
pub(crate) fn leave_alone(stay: &mut Stay, task: TaskNumber) {
    if let Some(took_up) = stay.latest_review.as_mut().and_then(|latest| latest.took_up.as_mut()) {
        took_up.tasks.remove(&task);
    }
}

pub(crate) fn apply_taking_up(stay: &mut Stay, tasks: &BTreeSet<TaskNumber>, at: DateTime<Utc>) {
    let parked_at = tasks.iter().filter_map(|task| stay.task(*task)?.parked_at).min();
    if let (Some(latest), Some(parked_at)) = (&mut stay.latest_review, parked_at) {
        latest.took_up = Some(ParkedBefore { tasks: tasks.clone(), parked_at, taken_up_at: at });
    }
    apply(stay, tasks, None);
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
    use crate::{
        Actor, Command, CriteriaToReside, Entry, Refusal, StayId, StayStatus, apply, decide, stay::Destination, task::NewTask,
    };

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(hour)
    }

    fn ask(stay: &mut Stay, command: &Command) -> Result<(), Refusal> {
        ask_at(stay, 48, command)
    }

    fn ask_at(stay: &mut Stay, hour: i64, command: &Command) -> Result<(), Refusal> {
        let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
        for (event, position) in decide(stay, command, &actor, at(hour))?.into_iter().zip(stay.position + 1..) {
            apply(stay, &Entry { position, at: at(hour), by: actor.name.clone(), event });
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

    fn withdraw(found: CriteriaToReside, hour: i64) -> Command {
        Command::WithdrawReview { found, reviewed_at: at(hour) }
    }

    #[test]
    fn a_slip_of_meets_again_is_withdrawn_and_nothing_is_lost() {
        let mut stay = stay();
        let (tasks, ready_since) = (stay.tasks.clone(), stay.discharge_ready_date());
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 30)).expect("reviewed");
        ask(&mut stay, &withdraw(CriteriaToReside::Met(vec![]), 30)).expect("withdrawn");
        assert_eq!((&stay.tasks, stay.discharge_ready_date()), (&tasks, ready_since));
    }

    #[test]
    fn a_slip_of_does_not_meet_is_withdrawn_and_what_it_took_up_rests_as_it_had() {
        let mut stay = stay();
        ask_at(&mut stay, 50, &review(CriteriaToReside::Met(vec![]), 50)).expect("reviewed");
        let tasks = stay.tasks.clone();
        ask_at(&mut stay, 60, &review(CriteriaToReside::NotMet, 60)).expect("reviewed");
        assert_eq!(stay.parked_tasks().count(), 0);
        ask_at(&mut stay, 61, &withdraw(CriteriaToReside::NotMet, 60)).expect("withdrawn");
        assert_eq!(stay.tasks, tasks);
        assert_eq!(stay.parked_tasks().filter_map(|task| task.parked_at).collect::<Vec<_>>(), [at(50), at(50)]);
    }

    #[test]
    fn what_somebody_has_worked_on_meanwhile_is_not_parked_again() {
        let mut stay = stay();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 2)).expect("reviewed");
        ask(&mut stay, &review(CriteriaToReside::NotMet, 3)).expect("reviewed");
        ask(&mut stay, &Command::StartTask { task: TaskNumber(1) }).expect("started");
        ask(&mut stay, &withdraw(CriteriaToReside::NotMet, 3)).expect("withdrawn");
        assert_eq!((stay.open_tasks().count(), stay.parked_tasks().count()), (1, 1));
        assert!(stay.task(TaskNumber(2)).is_some_and(Task::is_parked));
    }

    #[test]
    fn only_the_review_that_was_made_last_is_withdrawn_and_only_while_the_patient_is_here() {
        let mut stay = stay();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 40)).expect("reviewed");
        ask(&mut stay, &review(CriteriaToReside::NotMet, 20)).expect("entered late");
        let earlier = withdraw(CriteriaToReside::Met(vec![]), 40);
        assert_eq!(ask(&mut stay, &earlier), Err(Refusal::NotTheLastReview));
        ask(&mut stay, &withdraw(CriteriaToReside::NotMet, 20)).expect("withdrawn");
        assert_eq!(ask(&mut stay, &earlier), Err(Refusal::NotTheLastReview), "what it did is not known any more");
        ask(&mut stay, &review(CriteriaToReside::NotMet, 41)).expect("reviewed");
        ask(&mut stay, &Command::DischargePatient { at: at(48), to: Destination::HomeWithSupport }).expect("discharged");
        assert_eq!(ask(&mut stay, &withdraw(CriteriaToReside::NotMet, 41)), Err(Refusal::AlreadyDischarged { at: at(48) }));
    }

    #[test]
    fn a_review_of_an_earlier_time_parks_nothing() {
        let mut stay = stay();
        ask(&mut stay, &review(CriteriaToReside::Met(vec![]), 0)).expect("reviewed");
        assert_eq!((stay.open_tasks().count(), stay.parked_tasks().count()), (2, 0));
    }
}
