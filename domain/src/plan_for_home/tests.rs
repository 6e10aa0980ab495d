//! What is on the paper, and what must not be.

use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    AccountId, CriteriaReview, Criterion, Directory, Note, NoteNumber, PatientQuestion, PersonName, StayId, TaskNumber,
    TaskState, Visibility,
    catalogue::{standard_tasks, standard_teams},
    task::Owner,
};

fn now() -> DateTime<Utc> {
    "2026-03-02T10:00:00Z".parse().expect("an instant")
}

fn directory() -> Directory {
    Directory { teams: standard_teams(), kinds: standard_tasks(), ..Directory::default() }
}

fn stay() -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    stay.patient.name = PersonName::new("Marsh", "Edith", "Mrs");
    stay.expected_discharge = NaiveDate::from_ymd_opt(2026, 3, 5);
    stay
}

/// Number, kind ("" for one in somebody's own words), team, after.
fn with_tasks(tasks: &[(u32, &str, &str, &[u32])]) -> Stay {
    let mut stay = stay();
    stay.tasks = tasks.iter().map(|task| a_task(*task)).collect();
    stay
}

fn a_task((number, kind, team, after): (u32, &str, &str, &[u32])) -> Task {
    Task {
        number: TaskNumber(number),
        kind: kind.parse().ok(),
        title: "Chase SW re son".to_owned(),
        owner_team: team.parse().expect("a code"),
        owner: Some(Owner { id: AccountId(Uuid::nil()), name: "Nadia Rahman".to_owned() }),
        due: None,
        blocking: true,
        after: after.iter().map(|number| TaskNumber(*number)).collect(),
        state: TaskState::ToDo,
        parked_at: None,
        by: "Tom Reyes".to_owned(),
        at: now(),
    }
}

fn plan(stay: &Stay) -> PlanForHome {
    PlanForHome::of(stay, &directory(), now())
}

#[test]
fn the_ward_s_answers_stand_under_the_patient_s_questions_and_no_empty_ones() {
    let mut stay = stay();
    assert_eq!(plan(&stay).answers, []);
    stay.answers.insert(PatientQuestion::WhatIsNeeded, "To manage the stairs".to_owned());
    assert_eq!(plan(&stay).answers, [("What do I need to achieve to go home?", "To manage the stairs".to_owned())]);
}

#[test]
fn what_has_to_happen_stands_in_order_with_who_sees_to_it() {
    let stay = with_tasks(&[(1, "T06", "PHA", &[2]), (2, "T05", "MED", &[]), (3, "T36", "LIFTS", &[])]);
    let lines: Vec<_> = plan(&stay).to_do.into_iter().map(|step| format!("{}: {}", step.what, step.who)).collect();
    assert_eq!(
        lines,
        [
            "Your medicines to take home are ordered: Your doctors",
            "Your transport is booked: LIFTS",
            "Your medicines to take home are made ready: The pharmacy",
        ]
    );
}

#[test]
fn what_is_told_in_person_and_own_words_are_one_line() {
    let plan = plan(&with_tasks(&[(1, "T31", "SAFE", &[]), (2, "", "WARD", &[]), (3, "T43", "WARD", &[])]));
    assert_eq!(
        plan.to_do.iter().map(|step| step.what).collect::<Vec<_>>(),
        ["Your belongings, clothes and keys are packed", SOMETHING_ELSE]
    );
}

#[test]
fn neither_notes_nor_staff_are_on_the_paper() {
    let mut stay = with_tasks(&[(1, "T06", "PHA", &[]), (2, "", "WARD", &[])]);
    stay.consultant = Some("Dr Okafor".to_owned());
    stay.notes = vec![Note {
        number: NoteNumber(1),
        text: "Family dispute".to_owned(),
        visibility: Visibility::SharedWithPartners,
        by: "Tom Reyes".to_owned(),
        at: now(),
        withdrawn_at: None,
    }];
    let paper = format!("{:?}", plan(&stay));
    for never in ["Family dispute", "Tom Reyes", "Nadia Rahman", "Okafor", "Chase SW", "T06", "PHA"] {
        assert!(!paper.contains(never), "{never} in {paper}");
    }
}

#[test]
fn what_is_finished_or_does_not_block_is_left_out() {
    let mut stay = with_tasks(&[(1, "T05", "MED", &[]), (2, "T41", "VCSE", &[])]);
    stay.tasks[0].state = TaskState::Done;
    stay.tasks[1].blocking = false;
    assert_eq!(plan(&stay).to_do, []);
}

#[rstest]
#[case::to_come(Some("2026-03-05"), Some("Thursday 5 March 2026"), "This is the day")]
#[case::today(Some("2026-03-02"), Some("Monday 2 March 2026"), "This is the day")]
#[case::passed(Some("2026-03-01"), None, "We are working on a new day")]
#[case::not_set(None, None, "We have not set a day yet")]
fn the_day_is_written_out(#[case] day: Option<&str>, #[case] expected: Option<&str>, #[case] words: &str) {
    let plan = plan(&Stay { expected_discharge: day.map(|day| day.parse().expect("a date")), ..stay() });
    assert_eq!(plan.expected.as_deref(), expected);
    assert!(plan.expected_words.starts_with(words));
    assert_eq!((plan.name.as_str(), plan.printed.as_str()), ("Mrs Edith Marsh", "2 March 2026"));
}

#[rstest]
#[case::never_reviewed(None, "We are finding out", "You need to be well enough")]
#[case::by_a_criterion(Some(CriteriaToReside::Met(vec![Criterion::News2AboveThree])), "Your temperature", "You need to be well enough")]
#[case::without_saying_which(Some(CriteriaToReside::Met(vec![])), "You still need", "You need to be well enough")]
#[case::ready(Some(CriteriaToReside::NotMet), "You no longer need", "Nothing else")]
fn why_somebody_is_here(#[case] found: Option<CriteriaToReside>, #[case] why: &str, #[case] to_do: &str) {
    let mut stay = stay();
    stay.reviews = found.map(|found| CriteriaReview { found, reviewed_at: now(), by: String::new() }).into_iter().collect();
    let plan = plan(&stay);
    assert!(plan.why_here[0].starts_with(why) && plan.to_do_words.starts_with(to_do), "{plan:?}");
}
