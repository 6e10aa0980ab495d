//! The hospital at a glance: what is counted, and for whom.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Actor, BedCount, Command, CriteriaToReside, Filter, Grant, StayId, TaskNumber, Viewer, WardFigures, london};

use crate::hospital::{Scene, at, envelope, person, scenes};

/// Maple as somebody has it counted.
async fn maple(scene: &Scene, actor: &Actor) -> WardFigures {
    let wards = scene.hospital.ward_figures(actor).await.expect("figures");
    let overview = scene.hospital.overview(actor).await.expect("an overview");
    let maple = |wards: &[WardFigures]| wards.iter().find(|ward| ward.name == "Maple").expect("Maple").clone();
    assert_eq!(maple(&wards), maple(&overview.wards), "the page and the interface say the same");
    maple(&wards)
}

async fn add_task_due(scene: &Scene, stay: StayId, (number, team): (u32, &str), due: DateTime<Utc>) -> TaskNumber {
    let task = scene.add_task(stay, number, team, "A task").await;
    scene.accepted(&scene.tom, envelope(stay, Command::SetTaskDue { task, due: Some(due) })).await;
    task
}

/// Those whom the board of all wards calls one thing from home.
async fn one_thing_on_the_board(scene: &Scene, actor: &Actor) -> Vec<StayId> {
    let board = scene.hospital.hospital_board(actor).await.expect("a board");
    let viewer = Viewer { me: actor.id, now: board.now, escalation: scene.hospital.settings().escalation };
    let filter = Filter::read([("one-thing", "yes")]);
    board.rows.iter().filter(|row| filter.fits(row, viewer)).map(|row| row.stay.id).collect()
}

async fn one_thing_on_the_page(scene: &Scene, actor: &Actor) -> Vec<StayId> {
    let overview = scene.hospital.overview(actor).await.expect("an overview");
    overview.one_thing.iter().map(|one| one.stay).collect()
}

#[tokio::test]
async fn beds_are_counted_and_not_the_patients() {
    for scene in scenes().await {
        for (family, bed) in [("Lowe", "A1"), ("Marsh", "A2"), ("Nairn", "A2"), ("Orme", "Chair 1")] {
            scene.admit(family, "maple", bed).await;
        }
        let maple = maple(&scene, &scene.tom).await;
        assert_eq!((maple.beds, maple.patients), (4, 4));
        assert_eq!(maple.bed_count, Some(BedCount { occupied: 2, without_bed: 1 }));
    }
}

#[tokio::test]
async fn what_is_due_today_is_neither_late_nor_due_tomorrow() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let tomorrow = london::start_of(london::date(at()) + TimeDelta::days(1));
        for (number, due) in [(1, at() - TimeDelta::hours(1)), (2, tomorrow - TimeDelta::microseconds(1)), (3, tomorrow)] {
            add_task_due(&scene, stay, (number, "WARD"), due).await;
        }
        let figures = maple(&scene, &scene.amara).await;
        assert_eq!((figures.overdue, figures.due_today), (1, 1));
        scene.accepted(&scene.amara, envelope(stay, Command::CompleteTask { task: TaskNumber(2) })).await;
        assert_eq!(maple(&scene, &scene.amara).await.due_today, 0);
    }
}

#[tokio::test]
async fn a_team_has_its_own_tasks_counted_and_no_beds() {
    for scene in scenes().await {
        let late = at() - TimeDelta::hours(1);
        let shared = scene.admit("Lowe", "maple", "A1").await;
        add_task_due(&scene, shared, (1, "PHA"), late).await;
        add_task_due(&scene, shared, (2, "THER"), late).await;
        let others = scene.admit("Marsh", "maple", "A2").await;
        add_task_due(&scene, others, (1, "THER"), late).await;
        let lead = person("Grace Hall", Grant::TrustLead);
        let beds = Some(BedCount { occupied: 2, without_bed: 0 });
        for (actor, patients, overdue, bed_count) in
            [(&scene.priya, 1, 1, None), (&scene.amara, 2, 3, beds), (&scene.tom, 2, 3, beds), (&lead, 2, 3, beds)]
        {
            let maple = maple(&scene, actor).await;
            assert_eq!((maple.patients, maple.overdue, maple.bed_count), (patients, overdue, bed_count), "{}", actor.name);
        }
    }
}

#[tokio::test]
async fn one_thing_from_home_is_the_same_patients_on_the_page_and_on_the_board() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let tto = scene.add_task(stay, 1, "PHA", "TTO dispensed").await;
        let transport = scene.add_task(stay, 2, "PTS", "Transport booked").await;
        let review = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at() };
        scene.accepted(&scene.amara, envelope(stay, review)).await;
        for actor in [&scene.priya, &scene.tom] {
            assert_eq!(one_thing_on_the_page(&scene, actor).await, [], "{}", actor.name);
            assert_eq!(one_thing_on_the_board(&scene, actor).await, [], "{}", actor.name);
        }
        scene.accepted(&scene.tom, envelope(stay, Command::CompleteTask { task: transport })).await;
        for actor in [&scene.priya, &scene.tom] {
            assert_eq!(one_thing_on_the_page(&scene, actor).await, [stay], "{}", actor.name);
            assert_eq!(one_thing_on_the_board(&scene, actor).await, [stay], "{}", actor.name);
        }
        scene.accepted(&scene.priya, envelope(stay, Command::CompleteTask { task: tto })).await;
        assert!(one_thing_on_the_board(&scene, &scene.priya).await.is_empty());
    }
}
