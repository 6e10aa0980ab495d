//! The log: it gives the stays again, and it tells when somebody touched it.

use chrono::TimeDelta;
use domain::{
    Command, CriteriaToReside, DayColour, DelayReasonCode, Pathway, PathwayStage, PatientQuestion, RedCause, Stay, apply, london,
};
use sea_orm::ConnectionTrait;
use service::database::Database;

use crate::hospital::{Scene, at, envelope, scenes};

fn today() -> chrono::NaiveDate {
    london::date(at())
}

fn reason(code: &str) -> DelayReasonCode {
    code.parse().expect("a code")
}

pub async fn a_busy_stay(scene: &Scene) -> domain::StayId {
    let stay = scene.admit("Lowe", "maple", "A1").await;
    let task = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
    let second = scene.add_task(stay, 2, "WARD", "TTO explained").await;
    let now = at();
    let (ready_at, ill_again_at, slip_at) = (now - TimeDelta::hours(3), now - TimeDelta::hours(2), now - TimeDelta::hours(1));
    for command in [
        Command::SetPathway { stage: PathwayStage::Proposed, pathway: Some(Pathway::P1) },
        Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: ready_at },
        Command::ReviewCriteria { found: CriteriaToReside::Met(vec![]), reviewed_at: ill_again_at },
        Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: slip_at },
        Command::WithdrawReview { found: CriteriaToReside::NotMet, reviewed_at: slip_at },
        Command::RecordDay { day: today(), colour: DayColour::Red(RedCause::TestNotDone), words: "no slot".to_owned() },
        Command::RecordDay { day: today(), colour: DayColour::Green, words: String::new() },
        Command::ConfirmDelayReason { day: today(), reason: reason("H5"), suggested: Some(reason("H6")) },
        Command::AnswerQuestion { question: PatientQuestion::WhatIsNeeded, words: "Walk to the toilet".to_owned() },
        Command::LinkTask { task: second, after: [task].into() },
        Command::StartTask { task },
        Command::SetTaskDue { task, due: Some(at() + TimeDelta::hours(1)) },
        Command::CompleteTask { task },
        Command::MoveBed { to: domain::Place { ward: "oak".parse().expect("a code"), bay: None, bed: Some("A2".to_owned()) } },
    ] {
        scene.accepted(&scene.tom, envelope(stay, command)).await;
    }
    stay
}

#[tokio::test]
async fn replaying_the_log_gives_the_stay_that_is_stored() {
    for scene in scenes().await {
        let id = a_busy_stay(&scene).await;
        let record = scene.hospital.patient(&scene.tom, id).await.expect("a record");
        let mut replayed = Stay::before_admission(id);
        for entry in &record.entries {
            apply(&mut replayed, entry);
        }
        assert_eq!(replayed, record.stay);
        // Another server reads the rows, not the log: they say the same.
        let other = scene.another_server().await;
        assert_eq!(other.patient(&scene.tom, id).await.expect("a record").stay, record.stay);
    }
}

#[tokio::test]
async fn a_sound_log_is_found_sound() {
    for scene in scenes().await {
        a_busy_stay(&scene).await;
        let check = scene.hospital.verify_log().await.expect("a check");
        assert_eq!((check.entries, check.stays, check.broken), (20, 1, None));
    }
}

#[tokio::test]
async fn whoever_touches_the_log_is_found_out() {
    let tampering = [
        (
            "UPDATE event SET payload = replace(payload, 'TTO', 'XXX') WHERE position = 2",
            2,
            "its contents are not those that were written",
        ),
        ("UPDATE event SET actor_name = 'Nobody' WHERE position = 5", 5, "its contents are not those that were written"),
        ("DELETE FROM event WHERE position = 4", 5, "the entry before it is missing from the log"),
        ("DELETE FROM event WHERE position = 20", 0, "the stay knows of an entry that the log does not end with"),
    ];
    for (statement, sequence, why) in tampering {
        for scene in scenes().await {
            a_busy_stay(&scene).await;
            let database = Database::open(scene.database.url()).await.expect("a database");
            database.writer().execute_unprepared(statement).await.expect("tampered");
            let broken = scene.hospital.verify_log().await.expect("a check").broken.expect("a broken link");
            assert_eq!((broken.sequence, broken.why), (sequence, why));
        }
    }
}
