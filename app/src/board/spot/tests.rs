//! Every kind of event, and where on Amara Obi's row it shows.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    CriteriaToReside, DayColour, Entry, Event, EventKind, NoteNumber, Pathway, PathwayStage, PatientQuestion, Place, StayId,
    TeamCode, Visibility, WaitingFor, apply,
    board::BoardRow,
    command::Admission,
    stay::Destination,
    task::{NewTask, ParkedBefore},
};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;

const TTO: TaskNumber = TaskNumber(1);
const NEW: TaskNumber = TaskNumber(2);

fn at() -> DateTime<Utc> {
    "2026-03-05T10:00:00Z".parse().expect("an instant")
}

fn place(bed: &str) -> Place {
    Place { ward: "ward-3b".parse().expect("a ward"), bay: None, bed: Some(bed.to_owned()) }
}

fn task(number: TaskNumber) -> Event {
    let (kind, due, after) = (None, None, BTreeSet::new());
    let owner_team = "PHA".parse().expect("a team");
    Event::TaskAdded(Box::new(NewTask {
        number,
        kind,
        title: "TTO dispensed".to_owned(),
        owner_team,
        due,
        blocking: true,
        after,
    }))
}

fn admission(stay: &Stay) -> Event {
    let patient = stay.patient.clone();
    Event::PatientAdmitted(Box::new(Admission::new(patient, place("3"), at())))
}

fn after(stay: &Stay, event: Event) -> Stay {
    let mut stay = stay.clone();
    let position = stay.position + 1;
    apply(&mut stay, &Entry { position, at: at(), by: "Tom Reyes".to_owned(), event });
    stay
}

/// In bed 3, with one task.
fn amara() -> Stay {
    let stay = Stay::before_admission(StayId(Uuid::nil()));
    let admitted = after(&stay, admission(&stay));
    after(&admitted, task(TTO))
}

/// What has to have happened before, what happens, and where it shows.
fn shown() -> Vec<(Vec<Event>, Event, Vec<Spot>)> {
    let stay = amara();
    let words = || Some("x".to_owned());
    let team: TeamCode = "ASC".parse().expect("a team");
    let (today, reason) = (at().date_naive(), "H6".parse().expect("a reason"));
    let day = "2026-03-09".parse().ok();
    let tasks = BTreeSet::from([TTO]);
    let parked_before = ParkedBefore { tasks: tasks.clone(), parked_at: at(), taken_up_at: at() };
    let reviewed = Event::CriteriaReviewed { found: CriteriaToReside::NotMet, reviewed_at: at() };
    let mut other = stay.patient.clone();
    other.born = "1945-07-14".parse().ok();
    let task_events = [
        Event::TaskRequested { task: TTO },
        Event::TaskAccepted { task: TTO },
        Event::TaskStarted { task: TTO },
        Event::TaskWaiting { task: TTO, on: "the family".to_owned(), waiting_for: WaitingFor::Availability },
        Event::TaskCompleted { task: TTO },
        Event::TaskNotNeeded { task: TTO, reason: "x".to_owned() },
        Event::TaskCancelled { task: TTO, reason: "x".to_owned() },
        Event::TaskAssigned { task: TTO, team, owner: None },
        Event::TaskDueSet { task: TTO, due: Some(at()) },
    ];
    let not_on_the_board = [
        Event::ConsultantSet { name: words() },
        Event::SpecialtySet { name: words() },
        Event::LocalAuthoritySet { name: words() },
        Event::AdmittedAsSet { admitted_as: domain::AdmittedAs::default() },
        Event::WhatMattersSet { words: words() },
        Event::QuestionAnswered { question: PatientQuestion::iter().next().expect("a question"), words: words() },
        // The row leaves, which says more than a mark.
        Event::PatientDischarged { at: at(), to: Destination::HomeWithoutSupport },
        Event::DischargeCancelled,
        Event::StayVoided { reason: "x".to_owned() },
        Event::TaskBlockingSet { task: TTO, blocking: false },
        Event::TaskLinked { task: TTO, after: BTreeSet::new() },
        Event::NoteAdded { note: NoteNumber(1), text: "x".to_owned(), visibility: Visibility::Internal },
        Event::NoteWithdrawn { note: NoteNumber(1) },
        Event::NoteRestored { note: NoteNumber(1) },
    ];
    let mut all = vec![
        (vec![], admission(&stay), vec![]),
        (vec![], Event::IdentityCorrected(Box::new(other)), vec![Spot::Patient]),
        (vec![], Event::BedMoved { from: place("3"), to: place("4") }, vec![Spot::Bed]),
        (vec![], Event::ExpectedDischargeSet { day }, vec![Spot::ExpectedDischarge]),
        (vec![], Event::PathwaySet { stage: PathwayStage::Agreed, pathway: Some(Pathway::P1) }, vec![Spot::Pathway]),
        (vec![], reviewed.clone(), vec![Spot::Criteria]),
        (
            vec![reviewed.clone()],
            Event::ReviewWithdrawn { found: CriteriaToReside::NotMet, reviewed_at: at() },
            vec![Spot::Criteria],
        ),
        (vec![], Event::DayRecorded { day: today, colour: DayColour::Green, words: None }, vec![Spot::Day]),
        (vec![], Event::DelayReasonConfirmed { day: today, reason, suggested: None }, vec![Spot::Criteria]),
        (vec![], Event::TasksParked { tasks: tasks.clone() }, vec![Spot::Task(TTO)]),
        (vec![Event::TasksParked { tasks: tasks.clone() }], Event::TasksTakenUp { tasks }, vec![Spot::Task(TTO)]),
        (vec![], Event::TasksParkedAgain(parked_before), vec![Spot::Task(TTO)]),
        (vec![], task(NEW), vec![Spot::Task(NEW)]),
        (vec![Event::TaskCompleted { task: TTO }], Event::TaskReopened { task: TTO }, vec![Spot::Task(TTO)]),
    ];
    all.extend(task_events.into_iter().map(|event| (vec![], event, vec![Spot::Task(TTO)])));
    all.extend(not_on_the_board.into_iter().map(|event| (vec![], event, vec![])));
    all
}

#[test]
fn each_event_shows_where_the_board_says_it() {
    for (first, event, spots) in shown() {
        let before = first.into_iter().fold(amara(), |stay, event| after(&stay, event));
        assert_eq!(changed(&before, &after(&before, event.clone())), spots, "{event:?}");
    }
}

#[test]
fn every_event_has_its_place_here() {
    let told: BTreeSet<EventKind> = shown().iter().map(|(_, event, _)| event.kind()).collect();
    let missing: Vec<EventKind> = EventKind::iter().filter(|kind| !told.contains(kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_row_that_is_loaded_again_shows_a_finished_task_at_the_count() {
    let fresh = BoardRow::of(after(&amara(), Event::TaskCompleted { task: TTO })).stay;
    assert_eq!(changed(&amara(), &fresh), [Spot::Task(TTO)]);
    let known = after(&amara(), Event::TaskCompleted { task: TTO });
    assert!(changed(&known, &fresh).is_empty(), "its finish was shown already");
}
