//! Asking for changes: once, twice, at the same time, in vain.

use chrono::TimeDelta;
use domain::{Command, Field, Problem, TaskState, TeamCode, envelope::ReceiptResult, field::TaskField, task::Owner};

use crate::hospital::{at, envelope, scenes};

fn team(code: &str) -> TeamCode {
    code.parse().expect("a code")
}

#[tokio::test]
async fn a_change_is_on_the_board_when_it_is_answered() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        scene.accepted(&scene.amara, envelope(stay, Command::CompleteTask { task })).await;
        let board = scene.hospital.ward_board(&scene.amara, &"maple".parse().expect("a code")).await.expect("a board");
        assert_eq!(board.rows.len(), 1);
        assert_eq!((board.rows[0].stay.tasks.len(), board.rows[0].finished()), (0, 1));
        let record = scene.hospital.patient(&scene.amara, stay).await.expect("a record");
        let done = record.stay.task(task).map(|task| (&task.state, task.by.as_str()));
        assert_eq!(done, Some((&TaskState::Done, "Amara Obi")));
    }
}

#[tokio::test]
async fn sending_a_change_twice_does_it_once_and_gives_the_same_receipt() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let note = Command::AddNote {
            note: domain::NoteNumber(1),
            text: "Daughter rang".to_owned(),
            visibility: domain::Visibility::Internal,
        };
        let sent = envelope(stay, note);
        let first = scene.accepted(&scene.amara, sent.clone()).await;
        let second = scene.submit(&scene.amara, sent.clone()).await;
        assert_eq!(first, second);
        let together = scene.hospital.submit(&scene.amara, vec![sent.clone(), sent]).await.expect("receipts");
        assert_eq!(together, [first.clone(), first]);
        let record = scene.hospital.patient(&scene.amara, stay).await.expect("a record");
        assert_eq!(record.stay.notes.len(), 1);
        assert_eq!(record.entries.len(), 2);
    }
}

#[tokio::test]
async fn a_new_change_sent_twice_at_once_gives_two_equal_receipts() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let sent = envelope(stay, Command::SetWhatMatters { words: "My cat".to_owned() });
        let receipts = scene.hospital.submit(&scene.amara, vec![sent.clone(), sent]).await.expect("receipts");
        assert_eq!(receipts[0], receipts[1]);
        assert!(matches!(receipts[0].result, ReceiptResult::Accepted { sequence: 2, position: 2 }), "{receipts:?}");
    }
}

#[tokio::test]
async fn of_two_who_change_one_owner_the_second_is_shown_both_values() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "THER", "OT review").await;
        let owner = Field::Task(task, TaskField::Owner);
        let to = |team_code: &str| {
            let mut sent = envelope(stay, Command::AssignTask { task, team: team(team_code), owner: None });
            sent.seen.insert(owner, 0);
            sent
        };
        let (first, second) = (to("WARD"), to("MED"));
        scene.accepted(&scene.amara, first).await;
        let receipt = scene.submit(&scene.tom, second).await;
        let ReceiptResult::Conflict { conflicts } = receipt.result else { panic!("{receipt:?}") };
        assert_eq!((conflicts[0].field, conflicts[0].theirs.as_str(), conflicts[0].yours.as_str()), (owner, "WARD", "MED"));
        // Choosing one's own value after all, having seen theirs.
        let mut again = to("MED");
        again.seen.insert(owner, conflicts[0].version);
        scene.accepted(&scene.tom, again).await;
    }
}

#[tokio::test]
async fn the_owner_and_the_due_time_changed_by_two_both_hold() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "THER", "OT review").await;
        let due = at() + TimeDelta::hours(2);
        let named = Some(Owner { id: scene.amara.id, name: scene.amara.name.clone() });
        let mut owner = envelope(stay, Command::AssignTask { task, team: team("WARD"), owner: named.clone() });
        owner.seen.insert(Field::Task(task, TaskField::Owner), 0);
        let mut when = envelope(stay, Command::SetTaskDue { task, due: Some(due) });
        when.seen.insert(Field::Task(task, TaskField::Due), 0);
        let (one, other) = tokio::join!(scene.accepted(&scene.amara, owner), scene.accepted(&scene.tom, when));
        assert_ne!(one.mutation_id, other.mutation_id);
        let stay = scene.hospital.patient(&scene.tom, stay).await.expect("a record").stay;
        let task = stay.task(task).expect("the task");
        assert_eq!((task.owner.as_ref(), task.due), (named.as_ref(), Some(due)));
    }
}

#[tokio::test]
async fn what_is_already_so_is_no_change_and_no_error() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        scene.accepted(&scene.amara, envelope(stay, Command::CompleteTask { task })).await;
        let again = scene.submit(&scene.tom, envelope(stay, Command::CompleteTask { task })).await;
        assert_eq!(again.result, ReceiptResult::Unchanged);
    }
}

#[tokio::test]
async fn a_refusal_in_a_list_holds_up_nothing_else() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let list = vec![
            envelope(stay, Command::StartTask { task }),
            envelope(stay, Command::CompleteTask { task: domain::TaskNumber(9) }),
            envelope(stay, Command::CompleteTask { task }),
        ];
        let receipts = scene.hospital.submit(&scene.amara, list).await.expect("receipts");
        assert!(matches!(receipts[0].result, ReceiptResult::Accepted { .. }));
        let ReceiptResult::Refused { message, .. } = &receipts[1].result else { panic!("{receipts:?}") };
        assert_eq!(message, "There is no such task for this patient.");
        assert!(matches!(receipts[2].result, ReceiptResult::Accepted { .. }));
    }
}

#[tokio::test]
async fn a_ward_that_is_not_there_and_a_taken_hospital_number_are_refused() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let place = domain::Place { ward: "elm".parse().expect("a code"), bay: None, bed: None };
        let receipt = scene.submit(&scene.tom, envelope(stay, Command::MoveBed { to: place })).await;
        assert!(matches!(receipt.result, ReceiptResult::Refused { .. }), "{receipt:?}");

        let other = scene.admit("Marsh", "maple", "A2").await;
        for (stay, expected) in [(stay, true), (other, false)] {
            let mut patient = scene.hospital.patient(&scene.tom, stay).await.expect("a record").stay.patient;
            patient.hospital_number = Some("SA100200".parse().expect("a number"));
            let receipt = scene.submit(&scene.tom, envelope(stay, Command::CorrectIdentity(Box::new(patient)))).await;
            assert_eq!(matches!(receipt.result, ReceiptResult::Accepted { .. }), expected, "{receipt:?}");
        }
    }
}

#[tokio::test]
async fn a_patient_who_left_is_off_the_board_and_can_be_brought_back() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let to = domain::stay::Destination::HomeWithoutSupport;
        scene.accepted(&scene.amara, envelope(stay, Command::DischargePatient { at: at(), to })).await;
        let maple = "maple".parse().expect("a code");
        assert!(scene.hospital.ward_board(&scene.amara, &maple).await.expect("a board").rows.is_empty());
        assert!(scene.hospital.patient(&scene.amara, stay).await.is_ok(), "what the screen no longer shows can be found again");
        scene.accepted(&scene.amara, envelope(stay, Command::CancelDischarge)).await;
        assert_eq!(scene.hospital.ward_board(&scene.amara, &maple).await.expect("a board").rows.len(), 1);
    }
}

#[tokio::test]
async fn too_many_at_once_are_told_so() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let many = vec![envelope(stay, Command::CancelDischarge); 501];
        let problem = scene.hospital.submit(&scene.tom, many).await.expect_err("a problem");
        assert_eq!(problem, Problem::invalid("At most 500 changes at once; these are 501."));
    }
}
