//! Amara Obi's row, between a tap and its answer.

use domain::{
    Command, CriteriaToReside, Grant, Place, StayId, TaskState,
    field::{Field, TaskField},
    task::NewTask,
};
use uuid::Uuid;

use super::*;

fn at(minute: u32) -> DateTime<Utc> {
    format!("2026-03-05T10:{minute:02}:00Z").parse().expect("an instant")
}

fn nurse() -> Actor {
    let ward = "ward-3b".parse().expect("a ward");
    Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![Grant::WardStaff(ward)] }
}

const TTO: TaskNumber = TaskNumber(1);
const STATE: Field = Field::Task(TTO, TaskField::State);

/// Amara Obi in bed 3 with one task, at position 2 of her log.
fn row() -> RowState {
    let ward: domain::WardCode = "ward-3b".parse().expect("a ward");
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    let admission =
        domain::command::Admission::new(stay.patient.clone(), Place { ward, bay: None, bed: Some("3".to_owned()) }, at(0));
    let tto = NewTask {
        number: TTO,
        kind: None,
        title: "TTO dispensed".to_owned(),
        owner_team: "PHA".parse().expect("a team"),
        due: None,
        blocking: true,
        after: std::collections::BTreeSet::new(),
    };
    for (position, event) in [(1, Event::PatientAdmitted(Box::new(admission))), (2, Event::TaskAdded(Box::new(tto)))] {
        apply(&mut stay, &Entry { position, at: at(1), by: "Demo".to_owned(), event });
    }
    RowState::new(BoardRow::whole(stay))
}

fn ask(row: &mut RowState, number: u128, command: Command) -> Envelope {
    let seen = row.seen(&command, &nurse(), at(2)).expect("no refusal");
    let (mutation_id, stay) = (MutationId(Uuid::from_u128(number)), row.shown.stay.id);
    let envelope = Envelope { mutation_id, stay, seen, command, made_at: at(2) };
    row.ask(envelope.clone(), &nurse()).expect("no refusal");
    envelope
}

fn state(row: &RowState) -> TaskState {
    row.shown.stay.task(TTO).expect("the task").state.clone()
}

fn entry(position: u32, event: Event) -> Entry {
    Entry { position, at: at(3), by: "Sister Grace Lowe".to_owned(), event }
}

#[test]
fn a_tap_shows_at_once_and_stays_when_its_entry_arrives() {
    let mut row = row();
    let envelope = ask(&mut row, 1, Command::StartTask { task: TTO });
    assert_eq!(state(&row), TaskState::InProgress);
    row.settle(envelope.mutation_id, Some(&ReceiptResult::Accepted { sequence: 9, position: 3 }));
    assert_eq!(state(&row), TaskState::InProgress, "shown until its entry is here");
    assert_eq!(row.hear(&entry(3, Event::TaskStarted { task: TTO })), Heard::Applied);
    assert_eq!(state(&row), TaskState::InProgress);
    assert!(row.server.is_none() && row.waiting.is_empty());
}

#[test]
fn a_question_has_seen_what_one_changed_oneself_while_it_stood() {
    let mut row = row();
    let put_at = row.position();
    let envelope = ask(&mut row, 1, Command::StartTask { task: TTO });
    row.settle(envelope.mutation_id, Some(&ReceiptResult::Accepted { sequence: 9, position: 3 }));
    let seen = row.seen(&Command::CompleteTask { task: TTO }, &nurse(), at(4)).expect("no refusal");
    assert_eq!(row.seen_when_asked(seen, put_at), Seen::from([(STATE, 3)]));
    let seen = row.seen(&Command::SetTaskBlocking { task: TTO, blocking: false }, &nurse(), at(4)).expect("no refusal");
    assert_eq!(row.seen_when_asked(seen, put_at), Seen::from([(Field::Task(TTO, TaskField::Blocking), put_at)]));
}

#[test]
fn an_entry_may_arrive_before_its_answer() {
    let mut row = row();
    let envelope = ask(&mut row, 1, Command::StartTask { task: TTO });
    row.hear(&entry(3, Event::TaskStarted { task: TTO }));
    row.settle(envelope.mutation_id, Some(&ReceiptResult::Accepted { sequence: 9, position: 3 }));
    assert_eq!(state(&row), TaskState::InProgress);
    assert!(row.server.is_none());
}

#[test]
fn what_is_refused_goes_back_and_the_rest_stays() {
    let mut row = row();
    let refused = ask(&mut row, 1, Command::StartTask { task: TTO });
    ask(&mut row, 2, Command::SetExpectedDischarge { day: "2026-03-09".parse().ok() });
    row.settle(refused.mutation_id, None);
    assert_eq!(state(&row), TaskState::ToDo);
    assert!(row.shown.stay.expected_discharge.is_some());
}

#[test]
fn what_was_seen_is_as_far_as_the_servers_row_had_come() {
    let mut row = row();
    assert_eq!(ask(&mut row, 1, Command::StartTask { task: TTO }).seen, Seen::from([(STATE, 2)]));
    row.hear(&entry(3, Event::TaskRequested { task: TTO }));
    assert_eq!(ask(&mut row, 2, Command::CompleteTask { task: TTO }).seen, Seen::from([(STATE, 3)]));
}

#[test]
fn a_missing_entry_is_noticed() {
    let mut row = row();
    assert_eq!(row.hear(&entry(4, Event::TaskStarted { task: TTO })), Heard::Gap);
    assert_eq!(state(&row), TaskState::ToDo);
}

#[test]
fn an_old_copy_is_not_taken() {
    let mut row = row();
    let old = row.shown.clone();
    row.hear(&entry(3, Event::TaskStarted { task: TTO }));
    row.replace(old);
    assert_eq!(state(&row), TaskState::InProgress);
}

#[test]
fn what_was_not_sent_is_marked() {
    let mut row = row();
    assert!(!row.is_unsent(TTO));
    ask(&mut row, 1, Command::StartTask { task: TTO });
    assert!(!row.is_unsent(TTO), "on its way");
    row.set_unsent(true);
    assert!(row.is_unsent(TTO) && !row.is_unsent(TaskNumber(2)) && row.has_unsent());
}

#[test]
fn a_task_that_is_reopened_comes_back_to_a_row_that_had_left_it_out() {
    let mut row = row();
    row.hear(&entry(3, Event::TaskCompleted { task: TTO }));
    let mut fresh = RowState::new(BoardRow::of(row.shown.stay));
    assert_eq!(fresh.hear(&entry(4, Event::TaskReopened { task: TTO })), Heard::Gap);
}

#[test]
fn a_review_taken_back_shows_at_once_and_its_entry_has_the_row_fetched() {
    let mut row = row();
    row.hear(&entry(3, Event::CriteriaReviewed { found: CriteriaToReside::NotMet, reviewed_at: at(1) }));
    let mut before = row.shown.stay.clone();
    let (found, reviewed_at) = (CriteriaToReside::Met(vec![]), at(2));
    ask(&mut row, 1, Command::ReviewCriteria { found: found.clone(), reviewed_at });
    assert_eq!((row.shown.stay.open_tasks().count(), row.shown.stay.discharge_ready_date()), (0, None));
    ask(&mut row, 2, Command::WithdrawReview { found: found.clone(), reviewed_at });
    assert_eq!((&row.shown.stay.tasks, &row.shown.stay.reviews), (&before.tasks, &before.reviews));
    // Whoever has loaded the row in between does not know of the review before.
    apply(&mut before, &entry(4, Event::CriteriaReviewed { found: found.clone(), reviewed_at }));
    let mut fresh = RowState::new(BoardRow::of(before));
    assert_eq!(fresh.hear(&entry(5, Event::ReviewWithdrawn { found, reviewed_at })), Heard::Gap);
}
