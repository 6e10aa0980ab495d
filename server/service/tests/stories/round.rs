//! The board round: what it shows, to whom, and what it leaves behind.

use chrono::TimeDelta;
use domain::{
    Command, CriteriaToReside, DayColour, DelayReasonCode, Envelope, Event, NoteNumber, PatientQuestion, Problem, RedCause,
    Refusal, Stay, StayId, Visibility, WardCode, delay_reason, envelope::ReceiptResult, london,
};
use entity::{delay_reason as reasons, red_green_day, residence_review};
use sea_orm::{Database, EntityTrait, QueryOrder};
use service::clock;

use crate::hospital::{Scene, at, envelope, scenes};

fn maple() -> WardCode {
    "maple".parse().expect("a code")
}

#[tokio::test]
async fn a_round_sees_the_answers_that_the_board_leaves_out() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let question = PatientQuestion::WhatIsWrong;
        scene
            .accepted(&scene.amara, envelope(stay, Command::AnswerQuestion { question, words: "A chest infection".to_owned() }))
            .await;
        let round = scene.hospital.ward_round(&scene.amara, &maple()).await.expect("a round");
        assert_eq!(round.rows[0].stay.answers.get(&question).map(String::as_str), Some("A chest infection"));
        let board = scene.hospital.ward_board(&scene.amara, &maple()).await.expect("a board");
        assert!(board.rows[0].stay.answers.is_empty());
    }
}

#[tokio::test]
async fn a_round_is_for_those_who_see_the_whole_ward() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        assert_eq!(scene.hospital.ward_round(&scene.priya, &maple()).await, Err(Problem::NotAllowed));
        let oak = "oak".parse().expect("a code");
        assert_eq!(scene.hospital.ward_round(&scene.amara, &oak).await, Err(Problem::NotAllowed));
        assert!(scene.hospital.ward_round(&scene.tom, &oak).await.is_ok());
    }
}

#[tokio::test]
async fn a_day_has_one_colour_and_one_reason_with_what_was_suggested() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let day = london::date(at());
        let code = |text: &str| text.parse::<DelayReasonCode>().expect("a code");
        for command in [
            Command::RecordDay { day, colour: DayColour::Red(RedCause::TestNotDone), words: String::new() },
            Command::RecordDay { day, colour: DayColour::Green, words: String::new() },
            Command::ConfirmDelayReason { day, reason: code("H6"), suggested: Some(code("H6")) },
            Command::ConfirmDelayReason { day, reason: code("W4"), suggested: Some(code("H6")) },
        ] {
            scene.accepted(&scene.amara, envelope(stay, command)).await;
        }
        let db = Database::connect(scene.database.url()).await.expect("a database");
        let days = red_green_day::Entity::find().all(&db).await.expect("days");
        assert_eq!(days.iter().map(|day| (day.colour.as_str(), day.cause.as_deref())).collect::<Vec<_>>(), [("green", None)]);
        let kept = reasons::Entity::find().all(&db).await.expect("reasons");
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].reason.as_str(), kept[0].suggested.as_deref()), ("W4", Some("H6")));
        assert_eq!((kept[0].list_version.as_str(), kept[0].chosen_by.as_str()), (delay_reason::LIST_VERSION, "Amara Obi"));
    }
}

#[tokio::test]
async fn one_who_meets_the_criteria_again_leaves_no_queue_to_chase() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let review = |found| Command::ReviewCriteria { found, reviewed_at: at() };
        scene.accepted(&scene.amara, envelope(stay, review(CriteriaToReside::NotMet))).await;
        scene.accepted(&scene.amara, envelope(stay, review(CriteriaToReside::Met(vec![])))).await;
        let waiting = || async {
            let overview = scene.hospital.overview(&scene.tom).await.expect("an overview");
            overview.by_team.iter().map(|held_up| held_up.tasks).sum::<u32>()
        };
        assert_eq!(waiting().await, 0);
        // Another server reads the parked task from its rows.
        let other = scene.another_server().await;
        let record = other.patient(&scene.tom, stay).await.expect("a record");
        assert!(record.stay.task(task).is_some_and(domain::Task::is_parked));
        scene.accepted(&scene.amara, envelope(stay, review(CriteriaToReside::NotMet))).await;
        assert_eq!(waiting().await, 1);
    }
}

/// What another server reads from the rows.
async fn stored(scene: &Scene, stay: StayId) -> Stay {
    scene.another_server().await.patient(&scene.tom, stay).await.expect("a record").stay
}

async fn review_rows(scene: &Scene) -> Vec<String> {
    let db = Database::connect(scene.database.url()).await.expect("a database");
    let rows = residence_review::Entity::find().order_by_asc(residence_review::Column::Number).all(&db).await.expect("reviews");
    rows.into_iter().map(|row| row.outcome).collect()
}

#[tokio::test]
async fn a_slip_of_meets_again_is_withdrawn_and_the_ready_date_stands() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let ready = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at() - TimeDelta::days(2) };
        scene.accepted(&scene.amara, envelope(stay, ready)).await;
        let before = stored(&scene, stay).await;
        let (found, reviewed_at) = (CriteriaToReside::Met(vec![]), at());
        let slip = Command::ReviewCriteria { found: found.clone(), reviewed_at };
        scene.accepted(&scene.amara, envelope(stay, slip)).await;
        assert_eq!(stored(&scene, stay).await.discharge_ready_date(), None);
        let withdraw = envelope(stay, Command::WithdrawReview { found, reviewed_at });
        scene.accepted(&scene.amara, withdraw.clone()).await;
        let after = stored(&scene, stay).await;
        assert_eq!((&after.tasks, &after.reviews), (&before.tasks, &before.reviews));
        assert_eq!(review_rows(&scene).await, ["not met"]);
        let again = Envelope { mutation_id: clock::new_id(), ..withdraw };
        assert_eq!(scene.submit(&scene.amara, again).await.result, ReceiptResult::Unchanged);
        let told = scene.hospital.patient(&scene.tom, stay).await.expect("a record").entries;
        assert!(told.iter().any(|entry| matches!(entry.event, Event::ReviewWithdrawn { .. })), "the log keeps it");
    }
}

#[tokio::test]
async fn a_slip_of_does_not_meet_is_withdrawn_and_what_was_parked_rests_as_it_had() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let first = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let second = scene.add_task(stay, 2, "PHA", "Blister pack").await;
        let review = |found, reviewed_at| envelope(stay, Command::ReviewCriteria { found, reviewed_at });
        scene.accepted(&scene.amara, review(CriteriaToReside::NotMet, at())).await;
        scene.accepted(&scene.amara, review(CriteriaToReside::Met(vec![]), at())).await;
        let before = stored(&scene, stay).await;
        let slip = at();
        scene.accepted(&scene.amara, review(CriteriaToReside::NotMet, slip)).await;
        scene.accepted(&scene.priya, envelope(stay, Command::StartTask { task: second })).await;
        let withdraw = Command::WithdrawReview { found: CriteriaToReside::NotMet, reviewed_at: slip };
        assert_eq!(scene.submit(&scene.priya, envelope(stay, withdraw.clone())).await.result, ReceiptResult::NotAllowed);
        // Another server knows from the rows what the review had taken up.
        let receipts = scene.another_server().await.submit(&scene.amara, vec![envelope(stay, withdraw)]).await.expect("receipts");
        assert!(matches!(receipts[0].result, ReceiptResult::Accepted { .. }), "{receipts:?}");
        let after = stored(&scene, stay).await;
        assert_eq!((after.task(first), &after.reviews), (before.task(first), &before.reviews));
        assert!(after.task(second).is_some_and(domain::Task::is_open), "the pharmacy works on it");
    }
}

#[tokio::test]
async fn a_review_stands_once_somebody_has_reviewed_again() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let (found, slip) = (CriteriaToReside::Met(vec![]), at());
        for (found, reviewed_at) in [(found.clone(), slip), (CriteriaToReside::NotMet, at())] {
            scene.accepted(&scene.amara, envelope(stay, Command::ReviewCriteria { found, reviewed_at })).await;
        }
        let receipt = scene.submit(&scene.amara, envelope(stay, Command::WithdrawReview { found, reviewed_at: slip })).await;
        let ReceiptResult::Refused { refusal, message } = receipt.result else { panic!("{receipt:?}") };
        assert_eq!(refusal, Refusal::NotTheLastReview);
        assert_eq!(message, "Only the review that was made last can be withdrawn.");
        assert_eq!(review_rows(&scene).await, ["met", "not met"]);
    }
}

#[tokio::test]
async fn a_note_that_was_withdrawn_by_a_slip_is_restored_as_it_was_written() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let (note, visibility) = (NoteNumber(1), Visibility::Internal);
        let text = "Daughter rang".to_owned();
        scene.accepted(&scene.tom, envelope(stay, Command::AddNote { note, text, visibility })).await;
        let before = stored(&scene, stay).await.notes;
        scene.accepted(&scene.amara, envelope(stay, Command::WithdrawNote { note })).await;
        scene.accepted(&scene.amara, envelope(stay, Command::RestoreNote { note })).await;
        assert_eq!(stored(&scene, stay).await.notes, before);
    }
}
