//! Who may see and do what.

use domain::{
    Command, DayColour, Grant, NoteNumber, PatientQuestion, Problem, RedCause, TaskState, Visibility, envelope::ReceiptResult,
    london,
};

use crate::hospital::{at, envelope, person, scenes};

#[tokio::test]
async fn ward_staff_see_their_ward_and_no_other() {
    for scene in scenes().await {
        let here = scene.admit("Lowe", "maple", "A1").await;
        let there = scene.admit("Marsh", "oak", "A1").await;
        let oak = "oak".parse().expect("a code");
        assert_eq!(scene.hospital.ward_board(&scene.amara, &oak).await, Err(Problem::NotAllowed));
        assert_eq!(scene.hospital.boards(&scene.amara, &[oak]).await, Err(Problem::NotAllowed));
        assert_eq!(scene.hospital.patient(&scene.amara, there).await, Err(Problem::NotAllowed));
        assert!(scene.hospital.patient(&scene.amara, here).await.is_ok());
        let all = scene.hospital.boards(&scene.amara, &[]).await.expect("boards");
        assert_eq!(all.iter().map(|board| board.ward.name.as_str()).collect::<Vec<_>>(), ["Maple"]);
        let receipt = scene.submit(&scene.amara, envelope(there, Command::SetWhatMatters { words: "x".to_owned() })).await;
        assert_eq!(receipt.result, ReceiptResult::NotAllowed);
    }
}

#[tokio::test]
async fn a_ward_may_send_a_patient_away_but_not_fetch_one() {
    for scene in scenes().await {
        let here = scene.admit("Lowe", "maple", "A1").await;
        let there = scene.admit("Marsh", "oak", "A1").await;
        let to =
            |ward: &str| Command::MoveBed { to: domain::Place { ward: ward.parse().expect("a code"), bay: None, bed: None } };
        assert_eq!(scene.submit(&scene.amara, envelope(there, to("maple"))).await.result, ReceiptResult::NotAllowed);
        scene.accepted(&scene.amara, envelope(here, to("oak"))).await;
        assert_eq!(scene.hospital.patient(&scene.amara, here).await, Err(Problem::NotAllowed));
    }
}

#[tokio::test]
async fn a_team_sees_and_does_its_own_tasks_and_reads_what_is_shared() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let hidden = scene.admit("Marsh", "oak", "A1").await;
        let tto = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let transport = scene.add_task(stay, 2, "PTS", "Transport booked").await;
        for (number, visibility) in [(1, Visibility::Internal), (2, Visibility::SharedWithPartners)] {
            let note = Command::AddNote { note: NoteNumber(number), text: format!("Note {number}"), visibility };
            scene.accepted(&scene.tom, envelope(stay, note)).await;
        }
        let record = scene.hospital.patient(&scene.priya, stay).await.expect("a record");
        assert_eq!(record.stay.tasks.iter().map(|task| task.number).collect::<Vec<_>>(), [tto]);
        assert_eq!(record.stay.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["Note 2"]);
        assert!(!format!("{:?}", record.entries).contains("Note 1"));
        assert_eq!(scene.hospital.patient(&scene.priya, hidden).await, Err(Problem::NotAllowed));

        scene.accepted(&scene.priya, envelope(stay, Command::AcceptTask { task: tto })).await;
        let stay_now = scene.hospital.patient(&scene.tom, stay).await.expect("a record").stay;
        assert_eq!(stay_now.task(tto).and_then(|task| task.owner.as_ref()).map(|owner| owner.name.as_str()), Some("Priya Shah"));
        let others = scene.submit(&scene.priya, envelope(stay, Command::CompleteTask { task: transport })).await;
        assert_eq!(others.result, ReceiptResult::NotAllowed);
    }
}

#[tokio::test]
async fn a_team_takes_back_that_its_task_is_done() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        scene.accepted(&scene.amara, envelope(stay, Command::RequestTask { task })).await;
        let before = scene.hospital.patient(&scene.priya, stay).await.expect("a record").stay;
        let slip = Command::CompleteTask { task };
        scene.accepted(&scene.priya, envelope(stay, slip.clone())).await;
        for command in domain::undo(&before, &slip).expect("a way back") {
            scene.accepted(&scene.priya, envelope(stay, command)).await;
        }
        let after = scene.hospital.patient(&scene.priya, stay).await.expect("a record").stay;
        assert_eq!(after.task(task).map(|task| &task.state), Some(&TaskState::Requested));
    }
}

#[tokio::test]
async fn what_the_ward_told_the_patient_and_noted_on_a_day_is_not_for_partners() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let day = london::date(at());
        let question = PatientQuestion::WhatIsWrong;
        for command in [
            Command::AnswerQuestion { question, words: "A chest infection".to_owned() },
            Command::RecordDay { day, colour: DayColour::Red(RedCause::Other), words: "Family row at visiting".to_owned() },
        ] {
            scene.accepted(&scene.amara, envelope(stay, command)).await;
        }
        let record = scene.hospital.patient(&scene.priya, stay).await.expect("a record");
        let told = format!("{record:?}");
        assert!(!told.contains("chest infection") && !told.contains("Family row"), "{told}");
        assert_eq!(record.stay.days.last().map(|record| record.colour), Some(DayColour::Red(RedCause::Other)));
        let whole = format!("{:?}", scene.hospital.patient(&scene.amara, stay).await.expect("a record"));
        assert!(whole.contains("chest infection") && whole.contains("Family row"));
    }
}

#[tokio::test]
async fn trust_leads_see_figures_and_administrators_no_patient() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let lead = person("Grace Hall", Grant::TrustLead);
        let administrator = person("Owen Price", Grant::Administrator);
        assert_eq!(scene.hospital.ward_figures(&lead).await.expect("figures").len(), 2);
        for nobody in [&lead, &administrator] {
            assert_eq!(scene.hospital.patient(nobody, stay).await, Err(Problem::NotAllowed));
            assert_eq!(scene.hospital.ward_board(nobody, &"maple".parse().expect("a code")).await, Err(Problem::NotAllowed));
        }
        assert_eq!(scene.hospital.ward_figures(&administrator).await, Err(Problem::NotAllowed));
        assert_eq!(scene.hospital.accounts(&lead).await, Err(Problem::NotAllowed));
        assert!(scene.hospital.accounts(&administrator).await.is_ok());
    }
}
