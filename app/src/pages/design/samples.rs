//! Invented patients, one for each way in which a row can stand.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    CriteriaReview, CriteriaToReside, DayColour, Pathway, PersonName, RedCause, Stay, StayId, StayStatus, Task, TaskNumber,
    TaskState, WaitingFor, WardCode, delay_reason::DelayRecord, london, red_green::DayRecord, stay::Destination,
};
use leptos::prelude::*;
use uuid::Uuid;

use crate::board::{Board, Leaving, Mark, Spot};

/// A Thursday afternoon, so that the page looks the same whenever it is opened.
pub fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_772_722_800)
}

/// Where a stay is before it is anywhere: for a hospital that has no ward yet.
pub fn no_ward() -> WardCode {
    Stay::before_admission(died()).place.ward
}

pub fn died() -> StayId {
    StayId(Uuid::from_u128(6))
}

pub fn stays(now: DateTime<Utc>, ward: &WardCode) -> Vec<Stay> {
    let mut stays = vec![
        stay(now, 1, ("Obi", "Amara", "Ms"), 3),
        Stay { tasks: tasks(now), expected_discharge: Some(london::date(now)), ..stay(now, 2, ("Marsh", "Edith", "Mrs"), 9) },
        ready(now, Stay { tasks: finished(now), ..stay(now, 3, ("Quill", "Robin", "Mx"), 15) }),
        stale(now, stay(now, 4, ("Featherstonehaugh-Cholmondeley", "Maximilian Bartholomew", "Sir"), 23)),
        Stay { expected_discharge: Some(london::date(now) - TimeDelta::days(4)), ..stay(now, 5, ("Obi", "Amina", "Ms"), 0) },
        Stay {
            status: StayStatus::Discharged { at: now - TimeDelta::hours(1), to: Destination::Died },
            ..stay(now, 6, ("Thorne", "Walter", "Mr"), 30)
        },
    ];
    stays.iter_mut().for_each(|stay| stay.place.ward = ward.clone());
    stays
}

fn stay(now: DateTime<Utc>, number: u32, (family, given, title): (&str, &str, &str), days: i64) -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::from_u128(number.into())));
    stay.status = StayStatus::InHospital;
    stay.patient.name = PersonName::new(family, given, title);
    stay.patient.nhs_number = domain::NhsNumber::from_stem(999_000_000 + number);
    stay.patient.born = "1945-07-14".parse().ok();
    stay.place.bed = Some(number.to_string());
    stay.admitted_at = now - TimeDelta::days(days);
    stay
}

/// Does not meet the criteria, red today, with a reason and a pathway.
fn ready(now: DateTime<Utc>, mut stay: Stay) -> Stay {
    let today = london::date(now);
    stay.reviews.push(CriteriaReview { found: CriteriaToReside::NotMet, reviewed_at: now - TimeDelta::days(3), by: by() });
    stay.reviews.push(CriteriaReview { found: CriteriaToReside::NotMet, reviewed_at: now - TimeDelta::hours(5), by: by() });
    stay.pathways.agreed = Some(Pathway::P1);
    let colour = DayColour::Red(RedCause::CareElsewhere);
    stay.days.push(DayRecord { day: today, colour, words: None, by: by(), at: now });
    if let Ok(reason) = "C1".parse() {
        stay.delays.push(DelayRecord { day: today, reason, suggested: None, by: by(), at: now });
    }
    stay
}

fn stale(now: DateTime<Utc>, mut stay: Stay) -> Stay {
    let found = CriteriaToReside::Met(Vec::new());
    stay.reviews.push(CriteriaReview { found, reviewed_at: now - TimeDelta::hours(30), by: by() });
    stay.days.push(DayRecord { day: london::date(now), colour: DayColour::Green, words: None, by: by(), at: now });
    stay
}

/// An open task in each state, from four days late to due tomorrow.
fn tasks(now: DateTime<Utc>) -> Vec<Task> {
    let waiting = |waiting_for| TaskState::Waiting { on: "family".to_owned(), waiting_for };
    let states = [
        (TaskState::ToDo, -96),
        (TaskState::Requested, -26),
        (TaskState::Accepted, -5),
        (TaskState::InProgress, 1),
        (waiting(WaitingFor::Arrangements), 6),
        (waiting(WaitingFor::Availability), 24),
    ];
    (1..).zip(states).map(|(number, (state, hours))| task(now, number, state, Some(hours))).collect()
}

fn finished(now: DateTime<Utc>) -> Vec<Task> {
    let reason = || "goes home with family".to_owned();
    let states = [TaskState::Done, TaskState::NotNeeded { reason: reason() }, TaskState::Cancelled { reason: reason() }];
    (1..).zip(states).map(|(number, state)| task(now, number, state, None)).collect()
}

fn task(now: DateTime<Utc>, number: u32, state: TaskState, due_in_hours: Option<i64>) -> Task {
    Task {
        number: TaskNumber(number),
        kind: None,
        title: format!("Task {number}"),
        owner_team: "PHA".parse().unwrap_or_else(|_| unreachable!("a team's code")),
        owner: None,
        due: due_in_hours.map(|hours| now + TimeDelta::hours(hours)),
        blocking: true,
        after: BTreeSet::new(),
        state,
        by: by(),
        at: now,
        parked_at: None,
    }
}

fn by() -> String {
    "Tom Reyes".to_owned()
}

/// Marks what others have changed, and what could not be sent.
pub fn stir(board: Board) {
    let rows = untrack(|| board.rows.get());
    for (row, nth) in rows.iter().zip(1..) {
        row.state.update(|state| match nth {
            1 => drop(state.marks.insert(Spot::Row, Mark::new(None, now(), nth))),
            3 => drop(state.marks.insert(Spot::Criteria, Mark::new(None, now(), nth))),
            5 => state.leaving = Some(Leaving::FiltersOut),
            _ => {}
        });
    }
}
