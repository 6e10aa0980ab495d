//! The board round: what it shows, to whom, and what it leaves behind.

use domain::{
    Command, CriteriaToReside, DayColour, DelayReasonCode, PatientQuestion, Problem, RedCause, WardCode, delay_reason, london,
};
use entity::{delay_reason as reasons, red_green_day};
use sea_orm::{Database, EntityTrait};

use crate::hospital::{at, envelope, scenes};

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
