use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{AccountId, Actor, Entry, StayId, StayStatus, apply, catalogue::standard_tasks, decide, task::Owner};

/// A Thursday morning.
fn now() -> DateTime<Utc> {
    "2026-03-05T10:30:00Z".parse().expect("an instant")
}

/// Mrs Sallow, in hospital for two days, with tasks of these kinds.
fn stay(kinds: &[&str]) -> Stay {
    let mut stay = Stay::before_admission(StayId(Uuid::nil()));
    stay.status = StayStatus::InHospital;
    stay.admitted_at = now() - chrono::TimeDelta::days(2);
    stay.expected_discharge = "2026-03-09".parse().ok();
    for (number, code) in (1..).map(TaskNumber).zip(kinds) {
        let kind = standard_tasks().into_iter().find(|kind| kind.code.as_str() == *code).expect("a kind");
        let new = kind.new_task(&stay, number, now());
        ask(&mut stay, &Command::AddTask(Box::new(new)));
    }
    stay
}

fn ask(stay: &mut Stay, command: &Command) {
    let amara = Actor { id: AccountId(Uuid::nil()), name: "Amara Obi".to_owned(), grants: vec![] };
    for event in decide(stay, command, &amara, now()).expect("no refusal") {
        apply(stay, &Entry { position: stay.position + 1, at: now(), by: amara.name.clone(), event });
    }
}

fn proposal(stay: &Stay, pathway: Pathway) -> Proposal {
    let mut drawn = TaskNumber::DRAWN_FROM.0 + stay.position * 100;
    let draw = || {
        drawn += 1;
        TaskNumber(drawn)
    };
    propose(&BoardRow::of(stay.clone()), pathway, &standard_tasks(), now(), draw)
}

/// Takes a proposal as it stands, everything ticked.
fn accept(stay: &mut Stay, pathway: Pathway) {
    let proposal = proposal(stay, pathway);
    let wanted = proposal.add.iter().map(|new| new.number).collect();
    let not_needed = proposal.no_longer_usual.iter().copied().collect();
    for command in proposal.commands(PathwayStage::Proposed, &wanted, &not_needed) {
        ask(stay, &command);
    }
}

fn codes(proposal: &Proposal) -> String {
    proposal.add.iter().filter_map(|new| new.kind.as_ref()).map(KindCode::as_str).collect::<Vec<_>>().join(" ")
}

fn new<'a>(proposal: &'a Proposal, code: &str) -> &'a NewTask {
    let is_asked_for = |new: &&NewTask| new.kind.as_ref().is_some_and(|kind| kind.as_str() == code);
    proposal.add.iter().find(is_asked_for).expect("it is proposed")
}

#[rstest]
#[case(Pathway::P0, "T03 T04 T05 T06 T07 T32 T36 T43")]
#[case(Pathway::P1, "T02 T03 T04 T05 T06 T07 T08 T12 T13 T14 T17 T32 T36 T43")]
#[case(Pathway::P2, "T02 T03 T04 T05 T06 T07 T09 T12 T13 T14 T20 T32 T36 T37 T43")]
#[case(Pathway::P3, "T02 T03 T04 T05 T06 T07 T12 T13 T14 T15 T21 T22 T23 T32 T36 T37 T43")]
fn a_patient_without_tasks_gets_the_whole_template(#[case] pathway: Pathway, #[case] expected: &str) {
    assert_eq!(codes(&proposal(&stay(&[]), pathway)), expected);
}

#[test]
fn what_is_there_or_done_is_not_added_again() {
    let mut stay = stay(&["T04", "T05", "T32", "T43"]);
    ask(&mut stay, &Command::CompleteTask { task: TaskNumber(1) });
    ask(&mut stay, &Command::MarkTaskNotNeeded { task: TaskNumber(3), reason: "No family".to_owned() });
    ask(&mut stay, &Command::CancelTask { task: TaskNumber(4), reason: "Meant for another patient".to_owned() });
    assert_eq!(codes(&proposal(&stay, Pathway::P0)), "T03 T06 T07 T36 T43");
}

#[test]
fn new_tasks_wait_for_those_that_come_first_new_or_not() {
    let proposal = proposal(&stay(&["T05"]), Pathway::P0);
    assert_eq!(new(&proposal, "T06").after, BTreeSet::from([TaskNumber(1)]));
    assert_eq!(new(&proposal, "T07").after, BTreeSet::from([new(&proposal, "T06").number]));
}

#[test]
fn what_is_not_ticked_is_not_waited_for() {
    let proposal = proposal(&stay(&[]), Pathway::P0);
    let dispensed = new(&proposal, "T06").number;
    let wanted = proposal.add.iter().map(|new| new.number).filter(|number| *number != dispensed).collect();
    let commands = proposal.commands(PathwayStage::Agreed, &wanted, &BTreeSet::new());
    assert_eq!(commands.len(), 1 + 7);
    let explained = new(&proposal, "T07").number;
    let found = commands.iter().find_map(|command| match command {
        Command::AddTask(new) if new.number == explained => Some(new.after.clone()),
        _ => None,
    });
    assert_eq!(found, Some(BTreeSet::new()));
}

/// Mrs Sallow is to leave on Monday 9 March.
#[rstest]
#[case::by_the_expected_date("T05", Some("2026-03-08T15:00:00Z"))]
#[case::two_hours_after_it_is_prescribed("T06", Some("2026-03-08T17:00:00Z"))]
#[case::the_day_of_the_therapy_review("T12", Some("2026-03-06T17:00:00Z"))]
#[case::four_working_hours_after_the_referral("T13", Some("2026-03-09T11:00:00Z"))]
#[case::two_working_days_after_the_onward_referral("T17", Some("2026-03-11T17:00:00Z"))]
fn due_times_follow_one_another(#[case] code: &str, #[case] expected: Option<&str>) {
    let due = new(&proposal(&stay(&[]), Pathway::P1), code).due;
    assert_eq!(due, expected.and_then(|due| due.parse().ok()));
}

#[test]
fn what_has_passed_is_no_due_time_and_holds_nothing_up() {
    let mut stay = stay(&[]);
    stay.expected_discharge = "2026-03-05".parse().ok();
    let proposal = proposal(&stay, Pathway::P1);
    assert_eq!((new(&proposal, "T04").due, new(&proposal, "T05").due), (None, None));
    assert_eq!(new(&proposal, "T06").due, Some(now() + chrono::TimeDelta::hours(2)));
}

/// Nobody is late in two hours with medicines that are prescribed when nobody knows.
#[rstest]
#[case::not_prescribed_by_any_time("T06", false)]
#[case::nothing_comes_before("T08", true)]
#[case::what_comes_before_has_a_time("T13", true)]
fn without_an_expected_date_what_follows_has_no_due_time_either(#[case] code: &str, #[case] has_due: bool) {
    let mut stay = stay(&[]);
    stay.expected_discharge = None;
    assert_eq!(new(&proposal(&stay, Pathway::P1), code).due.is_some(), has_due);
}

#[test]
fn what_follows_a_task_of_the_patients_without_a_due_time_has_none() {
    let mut stay = stay(&["T05"]);
    assert!(new(&proposal(&stay, Pathway::P1), "T06").due.is_some());
    ask(&mut stay, &Command::SetTaskDue { task: TaskNumber(1), due: None });
    assert_eq!(new(&proposal(&stay, Pathway::P1), "T06").due, None);
}

#[test]
fn another_pathway_shows_what_is_no_longer_usual_and_keeps_what_was_begun() {
    let mut stay = stay(&["T17", "T18", "T19", "T43"]);
    ask(&mut stay, &Command::StartTask { task: TaskNumber(2) });
    let owner = Some(Owner { id: AccountId(Uuid::nil()), name: "Kit Farrow".to_owned() });
    ask(&mut stay, &Command::AssignTask { task: TaskNumber(3), team: "COMM".parse().expect("a team"), owner });
    let proposal = proposal(&stay, Pathway::P2);
    assert_eq!(proposal.no_longer_usual, [TaskNumber(1)]);
    assert_eq!(proposal.kept, [TaskNumber(2), TaskNumber(3)]);
    let commands = proposal.commands(PathwayStage::Proposed, &BTreeSet::new(), &BTreeSet::from([TaskNumber(1), TaskNumber(2)]));
    let reason = "Not usual on pathway P2".to_owned();
    assert_eq!(commands[1..], [Command::MarkTaskNotNeeded { task: TaskNumber(1), reason }]);
}

#[test]
fn the_way_there_and_back_again_ends_with_the_first_template() {
    let mut stay = stay(&[]);
    accept(&mut stay, Pathway::P1);
    accept(&mut stay, Pathway::P2);
    assert_eq!(codes(&proposal(&stay, Pathway::P1)), "T17");
    accept(&mut stay, Pathway::P1);
    assert!(proposal(&stay, Pathway::P1).is_empty());
}

#[test]
fn a_catalogue_that_goes_in_a_circle_still_proposes() {
    let mut kinds = standard_tasks();
    let code = |number: &str| number.parse::<KindCode>().expect("a code");
    for kind in &mut kinds {
        match kind.code.as_str() {
            "T03" => kind.after = vec![code("T07")],
            "T32" => kind.after = vec![code("T32")],
            _ => {}
        }
    }
    let mut drawn = 70_000;
    let draw = || {
        drawn += 1;
        TaskNumber(drawn)
    };
    let mut stay = stay(&[]);
    let proposal = propose(&BoardRow::of(stay.clone()), Pathway::P0, &kinds, now(), draw);
    let wanted = proposal.add.iter().map(|new| new.number).collect();
    for command in proposal.commands(PathwayStage::Proposed, &wanted, &BTreeSet::new()) {
        ask(&mut stay, &command);
    }
    assert_eq!(stay.tasks.len(), 8);
}
