//! What is kept so that reports are quick says what it was made from: the sums of a census its rows, the times of a task its
//! log.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, AdmittedAs, Command, CriteriaToReside, Grant, Pathway, PathwayStage, Patient, Place, Problem, StayId, TaskNumber,
    Ward,
    command::Admission,
    hospital::WardName,
    report::{
        Asked, ReportName, Site,
        document::{Cell, Section},
        task_times,
    },
    stay::Destination,
    task::NewTask,
};
use entity::task;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use service::{
    Hospital,
    bulk::{Step, Story},
    clock,
    database::Database,
};

use crate::{
    hospital::{Scene, envelope, patient, person, scenes},
    log::a_busy_stay,
};

fn at(text: &str) -> DateTime<Utc> {
    format!("2026-03-{}T{}:00Z", &text[..2], &text[3..]).parse().expect("an instant")
}

fn day(text: &str) -> NaiveDate {
    format!("2026-03-{text}").parse().expect("a day")
}

fn admitted(patient: &Patient, when: &str, ward: &str) -> (DateTime<Utc>, Command) {
    let place = Place { ward: ward.parse().expect("a code"), bay: None, bed: None };
    let specialty = Some("Stroke medicine".to_owned()).filter(|_| ward == "oak");
    let local_authority = Some("Severnside County".to_owned()).filter(|_| ward == "oak");
    let (admitted_at, patient) = (at(when), patient.clone());
    let admission = Admission {
        patient,
        place,
        admitted_at,
        consultant: None,
        specialty,
        expected_discharge: Some(day("13")),
        local_authority,
        admitted_as: AdmittedAs::default(),
    };
    (admitted_at, Command::AdmitPatient(Box::new(admission)))
}

fn reviewed(when: &str, found: CriteriaToReside) -> (DateTime<Utc>, Command) {
    (at(when), Command::ReviewCriteria { found, reviewed_at: at(when) })
}

fn reason(when: &str, code: &str) -> (DateTime<Utc>, Command) {
    let reason = code.parse().expect("a code");
    (at(when), Command::ConfirmDelayReason { day: day(&when[..2]), reason, suggested: None })
}

fn task(when: &str, number: u32, due: &str) -> (DateTime<Utc>, Command) {
    let (number, due, after) = (TaskNumber(number), Some(at(due)), std::iter::empty().collect());
    let (title, owner_team) = ("TTO dispensed".to_owned(), "PHA".parse().expect("a code"));
    let new = NewTask { number, kind: "T06".parse().ok(), title, owner_team, due, blocking: true, after };
    (at(when), Command::AddTask(Box::new(new)))
}

fn left(when: &str, to: Destination) -> (DateTime<Utc>, Command) {
    (at(when), Command::DischargePatient { at: at(when), to })
}

async fn tell(scene: &Scene, steps: Vec<(DateTime<Utc>, Command)>) -> StayId {
    let (by, stay) = (Arc::new(scene.tom.clone()), clock::new_id());
    let steps = steps.into_iter().map(|(at, command)| Step { at, by: Arc::clone(&by), command }).collect();
    scene.hospital.tell(vec![Story { stay, steps }]).await.expect("told");
    stay
}

/// Mx Lowe rests, goes home and comes back; Mx Marsh waits on Oak to this day; a child and one who dies are left out. Gives a
/// server that knows them all from its start.
async fn a_fortnight(scene: &Scene) -> Hospital {
    let (lowe, marsh, died) = (patient("Lowe"), patient("Marsh"), patient("Reed"));
    let child = Patient { born: "2018-01-01".parse().ok(), ..patient("Finch") };
    let first = vec![
        admitted(&lowe, "02 09:00", "maple"),
        reviewed("03 10:00", CriteriaToReside::NotMet),
        task("03 11:00", 1, "03 17:00"),
        task("03 11:30", 2, "06 12:00"),
        reason("03 12:00", "H5"),
        reviewed("04 10:00", CriteriaToReside::Met(vec![])),
        reviewed("05 10:00", CriteriaToReside::NotMet),
        reason("05 11:00", "C1"),
        (at("05 15:00"), Command::CompleteTask { task: TaskNumber(1) }),
        (at("06 13:00"), Command::MarkTaskNotNeeded { task: TaskNumber(2), reason: "Has some".to_owned() }),
        (at("06 14:00"), Command::SetPathway { stage: PathwayStage::Actual, pathway: Some(Pathway::P1) }),
        left("06 14:00", Destination::HomeWithSupport),
    ];
    tell(scene, first).await;
    tell(scene, vec![admitted(&lowe, "11 09:00", "oak"), left("13 11:00", Destination::HomeWithoutSupport)]).await;
    let waits = vec![
        admitted(&marsh, "02 10:00", "oak"),
        reviewed("08 10:00", CriteriaToReside::NotMet),
        task("08 11:00", 1, "09 17:00"),
        task("08 11:00", 2, "10 17:00"),
        (at("09 12:00"), Command::CompleteTask { task: TaskNumber(2) }),
        (at("09 13:00"), Command::SetPathway { stage: PathwayStage::Agreed, pathway: Some(Pathway::P2) }),
        reason("09 13:00", "C1"),
    ];
    tell(scene, waits).await;
    tell(scene, vec![admitted(&child, "02 09:00", "maple"), left("07 09:00", Destination::HomeWithoutSupport)]).await;
    tell(scene, vec![admitted(&died, "03 09:00", "maple"), left("05 09:00", Destination::Died)]).await;
    scene.hospital.freeze_due(at("16 12:00")).await.expect("frozen");
    scene.hospital.recount_census_as_operator(at("05 00:00"), "To have two versions").await.expect("a recount");
    scene.another_server().await
}

/// Oak is in the trust's other hospital.
fn on_sites() -> [WardName; 2] {
    [("maple", "St Aldhelm's General"), ("oak", "Orchard Hospital")].map(|(code, site)| WardName {
        code: code.parse().expect("a code"),
        name: code.to_owned(),
        site: Some(site.to_owned()),
    })
}

/// Everybody, and each way to narrow them down.
fn questions() -> Vec<Asked> {
    let all = Asked { from: day("02"), to: day("15"), ..Asked::lately(day("16")) };
    vec![
        Asked { ward: "oak".parse().ok(), ..all.clone() },
        Asked { specialty: Some("Stroke medicine".to_owned()), ..all.clone() },
        Asked { site: Site::named("Orchard Hospital", &on_sites()), ..all.clone() },
        Asked { local_authority: Some("Severnside County".to_owned()), ..all.clone() },
        Asked { pathway: Some(Pathway::P1), ..all.clone() },
        Asked { pathway: Some(Pathway::P0), ..all.clone() },
        Asked { reason: "C1".parse().ok(), ..all.clone() },
        all,
    ]
}

/// Every report to every question.
async fn answers(hospital: &Hospital, actor: &Actor) -> BTreeMap<String, Vec<Section>> {
    let mut answers = BTreeMap::new();
    for (number, asked) in questions().iter().enumerate() {
        for name in ReportName::words() {
            let report = hospital.report(actor, name.parse().expect("a report"), asked).await.expect("a report");
            answers.insert(format!("{name} to question {number}"), report.sections);
        }
    }
    answers
}

async fn do_to(scene: &Scene, statements: &[&str]) {
    let database = Database::open(scene.database.url()).await.expect("a database");
    for statement in statements {
        database.writer().execute_unprepared(statement).await.expect("done");
    }
}

#[tokio::test]
async fn a_report_says_the_same_by_what_is_kept_and_by_rows_and_logs() {
    for scene in scenes().await {
        let server = a_fortnight(&scene).await;
        assert_ne!(scene.hospital.keep_discharge_days().await, Ok(0));
        let by_sums = answers(&server, &scene.tom).await;
        // As the database of a server of before has them.
        let no_sums = ["DELETE FROM census_sums", "DELETE FROM discharge_day"];
        do_to(&scene, &no_sums).await;
        do_to(&scene, &["UPDATE task SET rested_for = NULL, created_at = changed_at"]).await;
        let by_rows = answers(&server, &scene.tom).await;
        for (question, sections) in &by_sums {
            assert_eq!(sections, &by_rows[question], "{question}");
        }
        assert_eq!(scene.hospital.add_censuses_up().await, Ok(15), "fourteen nights, one of them in two versions");
        assert_eq!(answers(&server, &scene.tom).await, by_rows);
        assert_eq!(scene.hospital.add_censuses_up().await, Ok(0));
    }
}

/// Reports by days that are kept are those by stays, and `forgotten` days had to be kept again.
async fn hold(scene: &Scene, forgotten: usize, why: &str) {
    assert_eq!(scene.hospital.keep_discharge_days().await, Ok(forgotten), "{why}");
    let by_days = answers(&scene.hospital, &scene.tom).await;
    do_to(scene, &["UPDATE discharge_day SET edition = '-' || edition"]).await;
    assert_eq!(answers(&scene.hospital, &scene.tom).await, by_days, "{why}");
    do_to(scene, &["UPDATE discharge_day SET edition = substr(edition, 2)"]).await;
}

#[tokio::test]
async fn a_day_that_is_kept_is_forgotten_when_anything_that_it_says_changes() {
    for scene in scenes().await {
        let lowe = patient("Lowe");
        let first = vec![
            admitted(&lowe, "02 09:00", "maple"),
            task("02 10:00", 1, "03 12:00"),
            (at("02 15:00"), Command::CompleteTask { task: TaskNumber(1) }),
            left("06 14:00", Destination::HomeWithSupport),
        ];
        tell(&scene, first).await;
        let days = scene.hospital.keep_discharge_days().await.expect("kept");
        hold(&scene, 0, "nothing changed").await;
        let second = clock::new_id();
        scene.accepted(&scene.tom, envelope(second, admitted(&lowe, "11 09:00", "oak").1)).await;
        hold(&scene, 1, "they came back, after the day on which they left").await;
        scene.accepted(&scene.tom, envelope(second, left("13 11:00", Destination::HomeWithoutSupport).1)).await;
        hold(&scene, 1, "they left again, on another day").await;
        scene.accepted(&scene.tom, envelope(second, Command::CancelDischarge)).await;
        hold(&scene, 1, "they had not left").await;
        let child = Patient { born: "2018-01-01".parse().ok(), ..lowe };
        scene.accepted(&scene.tom, envelope(second, Command::CorrectIdentity(Box::new(child)))).await;
        hold(&scene, 1, "who is a child now was one then").await;
        let mistake = Command::VoidStay { reason: "Another patient".to_owned() };
        scene.accepted(&scene.tom, envelope(second, mistake)).await;
        hold(&scene, 1, "they had never come back").await;
        let specialty = Some("Paediatrics".to_owned());
        let ward = Ward { code: "maple".parse().expect("a code"), name: "Maple".to_owned(), specialty, site: None, beds: vec![] };
        scene.hospital.save_ward(&person("Nadia Rahman", Grant::Administrator), ward).await.expect("saved");
        hold(&scene, days, "the ward is of another specialty").await;
    }
}

#[tokio::test]
async fn who_came_back_and_how_long_a_task_took_is_found_in_narrow_rows() {
    for scene in scenes().await {
        let server = a_fortnight(&scene).await;
        let all = questions().pop().expect("a question");
        let lead = person("Helen Whitlock", Grant::TrustLead);
        let shown = async |name, heading: &str| {
            let report = server.report(&lead, name, &all).await.expect("a report");
            let section = report.sections.into_iter().find(|section| section.heading == heading).expect("a section");
            let row = |row: &Vec<Cell>| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" | ");
            section.table.rows.iter().map(row).collect::<Vec<_>>()
        };
        // Mx Lowe came back after five days; the second time not. The child and the one who died are not asked about.
        let back = ["Within 7 days | 1 | 2 | 50.0%", "Within 30 days | 1 | 2 | 50.0%"];
        assert_eq!(shown(ReportName::Flow, "Back again").await, back);
        // Of 52 hours, 24 rested; the other took 25.
        assert_eq!(shown(ReportName::Tasks, "By team").await, ["Pharmacy | 1 | 1 | 2 | 1.0 | 1.2 | 50.0% | 9"]);
    }
}

#[tokio::test]
async fn delays_are_told_by_local_authority_and_narrowed_down_to_a_site() {
    for scene in scenes().await {
        let server = a_fortnight(&scene).await;
        let everybody = questions().pop().expect("a question");
        let by_authority = async |asked: &Asked| {
            let report = server.report(&scene.tom, ReportName::Delays, asked).await.expect("a report");
            let section = report.sections.into_iter().find(|section| section.heading == "By local authority").expect("a section");
            let row = |row: &Vec<Cell>| row[..2].iter().map(Cell::shown).collect::<Vec<_>>().join(" | ");
            section.table.rows.iter().map(row).collect::<Vec<_>>()
        };
        // Mx Marsh is ready on Oak for the eight nights from the 8th; Mx Lowe was on Maple for two.
        assert_eq!(by_authority(&everybody).await, ["Severnside County | 8", "Not recorded | 2"]);
        let orchard = Asked { site: Site::named("Orchard Hospital", &on_sites()), ..everybody.clone() };
        assert_eq!(by_authority(&orchard).await, ["Severnside County | 8"]);
        let county = Asked { local_authority: Some("Severnside County".to_owned()), ..everybody };
        assert_eq!(by_authority(&county).await, ["Severnside County | 8"]);
    }
}

#[tokio::test]
async fn every_discharge_is_handed_on_a_day_at_a_time_to_those_who_may_see_figures() {
    for scene in scenes().await {
        a_fortnight(&scene).await;
        let asked = Asked { from: day("05"), to: day("13"), ..Asked::lately(day("16")) };
        let mut list = scene.hospital.take_discharges(&scene.tom, &asked, "xlsx").await.expect("a list");
        let mut days = Vec::new();
        while let Some(rows) = list.next_day().await.expect("a day") {
            days.push(rows.iter().map(|row| row.discharged_on().to_string()).collect::<Vec<_>>().join(" "));
        }
        assert_eq!(days, ["2026-03-05", "2026-03-06", "2026-03-07", "", "", "", "", "", "2026-03-13"]);
        let refused = scene.hospital.take_discharges(&scene.amara, &asked, "xlsx").await.err();
        assert_eq!(refused, Some(Problem::NotAllowed));
    }
}

#[tokio::test]
async fn what_is_kept_of_a_task_is_what_its_log_says_however_often_it_is_saved() {
    for scene in scenes().await {
        let stay = a_busy_stay(&scene).await;
        // The one task was taken up by somebody who worked on it, the other is now.
        let found = CriteriaToReside::NotMet;
        let review = Command::ReviewCriteria { found, reviewed_at: scene.hospital.now() };
        scene.accepted(&scene.tom, envelope(stay, review)).await;
        let record = scene.hospital.patient(&scene.tom, stay).await.expect("a record");
        let database = Database::open(scene.database.url()).await.expect("a database");
        let rows = task::Entity::find().filter(task::Column::StayId.eq(stay.0)).all(database.reader()).await.expect("rows");
        assert_eq!(rows.len(), 2);
        for row in rows {
            let number = TaskNumber(u32::try_from(row.number).expect("a number"));
            let rested_for = task_times::parked_for(number, None, &record.entries);
            assert!(!rested_for.is_zero(), "it rested");
            assert_eq!(row.rested_for, rested_for.num_microseconds());
            assert_eq!(Some(row.created_at), task_times::added_at(number, &record.entries));
        }
    }
}
