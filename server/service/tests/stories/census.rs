//! The census: every midnight once, as the log knew it, whoever counts and whenever.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Command, CriteriaToReside, DayColour, Pathway, PathwayStage, Place, Problem, StayId, Ward,
    command::Admission,
    criteria::CriteriaStatus,
    report::{CensusRow, ExclusionRules, SnapshotHour, SnapshotTimes},
    stay::Destination,
};
use entity::census_row;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use service::{
    CensusCount, Hospital,
    bulk::{Step, Story},
    clock,
    database::Database,
};

use crate::{
    hospital::{Scene, patient, scenes},
    log::a_busy_stay,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn on(ward: &str) -> Place {
    Place { ward: ward.parse().expect("a code"), bay: None, bed: Some("A1".to_owned()) }
}

/// Admitted to Maple when it was written down, if nothing else is said.
fn admission(admitted_at: DateTime<Utc>) -> Command {
    let (patient, place) = (patient("Lowe"), on("maple"));
    Command::AdmitPatient(Box::new(Admission::new(patient, place, admitted_at)))
}

fn admitted(recorded_at: &str) -> (&str, Command) {
    (recorded_at, admission(at(recorded_at)))
}

fn reviewed(recorded_at: &str, found: CriteriaToReside) -> (&str, Command) {
    (recorded_at, Command::ReviewCriteria { found, reviewed_at: at(recorded_at) })
}

fn discharged(recorded_at: &str) -> (&str, Command) {
    (recorded_at, Command::DischargePatient { at: at(recorded_at), to: Destination::HomeWithoutSupport })
}

/// Tells a stay by what was recorded when.
async fn tell<const N: usize>(scene: &Scene, steps: [(&str, Command); N]) -> StayId {
    let (stay, by) = (clock::new_id(), Arc::new(scene.tom.clone()));
    let step = |(recorded_at, command)| Step { at: at(recorded_at), by: Arc::clone(&by), command };
    let story = Story { stay, steps: steps.into_iter().map(step).collect() };
    scene.hospital.tell(vec![story]).await.expect("told");
    stay
}

async fn freeze(hospital: &Hospital, now: &str) -> usize {
    hospital.freeze_due(at(now)).await.expect("frozen").counts
}

async fn counts(scene: &Scene) -> Vec<CensusCount> {
    scene.hospital.census_counts(&scene.tom, DateTime::UNIX_EPOCH..=at("2100-01-01T00:00:00Z")).await.expect("counts")
}

async fn rows(scene: &Scene) -> Vec<CensusRow> {
    scene.hospital.census_rows(&scene.tom, DateTime::UNIX_EPOCH..=at("2100-01-01T00:00:00Z")).await.expect("rows")
}

/// Whom the first version of a count is of.
async fn first_version(scene: &Scene, at: DateTime<Utc>) -> Vec<StayId> {
    let db = sea_orm::Database::connect(scene.database.url()).await.expect("a connection");
    let rows = census_row::Entity::find().filter(census_row::Column::At.eq(at)).filter(census_row::Column::Version.eq(1));
    rows.all(&db).await.expect("rows").into_iter().map(|row| StayId(row.stay_id)).collect()
}

/// The instants at which a stay was counted, as day and time in UTC.
async fn nights(scene: &Scene, stay: StayId) -> Vec<String> {
    let rows = rows(scene).await;
    rows.iter().filter(|row| row.stay == stay).map(|row| row.at.format("%d %H:%M").to_string()).collect()
}

async fn assert_the_log_says_the_same(scene: &Scene, counts: usize) {
    let check = scene.hospital.verify_census().await.expect("a check");
    assert_eq!((check.counts, check.differences), (counts, vec![]));
}

#[tokio::test]
async fn a_night_says_how_the_stay_stood_at_it() {
    for scene in scenes().await {
        let reason = "H5".parse().expect("a code");
        let stay = tell(
            &scene,
            [
                admitted("2026-03-02T09:00:00Z"),
                reviewed("2026-03-03T10:00:00Z", CriteriaToReside::NotMet),
                ("2026-03-03T10:00:00Z", Command::SetPathway { stage: PathwayStage::Proposed, pathway: Some(Pathway::P1) }),
                ("2026-03-03T11:00:00Z", Command::ConfirmDelayReason { day: day("2026-03-03"), reason, suggested: None }),
                (
                    "2026-03-03T11:00:00Z",
                    Command::RecordDay { day: day("2026-03-03"), colour: DayColour::Green, words: String::new() },
                ),
                ("2026-03-04T09:00:00Z", Command::MoveBed { to: on("oak") }),
                discharged("2026-03-05T15:00:00Z"),
            ],
        )
        .await;
        assert_eq!(freeze(&scene.hospital, "2026-03-06T12:00:00Z").await, 4);
        assert_eq!(counts(&scene).await.iter().map(|count| count.patients).collect::<Vec<_>>(), [1, 1, 1, 0]);
        let [first, second, third] = rows(&scene).await.try_into().expect("three nights");
        assert_eq!((first.stay, first.length_of_stay, first.criteria), (stay, 1, CriteriaStatus::NotReviewed));
        assert_eq!((second.ready_on, second.pathway), (Some(day("2026-03-03")), Some(Pathway::P1)));
        assert_eq!((second.reason, second.colour, second.ward.as_str()), (Some(reason), Some(DayColour::Green), "maple"));
        assert_eq!((third.reason, third.colour, third.ward.as_str()), (None, None, "oak"));
        assert_the_log_says_the_same(&scene, 4).await;
    }
}

/// The log is read without the entries that change no row: so none of them may.
#[tokio::test]
async fn whatever_happens_on_a_ward_the_row_is_that_of_the_patient() {
    for scene in scenes().await {
        let stay = a_busy_stay(&scene).await;
        let now = scene.hospital.now();
        let night = SnapshotTimes::MIDNIGHT.next_after(now).at();
        assert_eq!(scene.hospital.freeze_due(night + TimeDelta::minutes(1)).await.expect("frozen").counts, 1);
        let record = scene.hospital.patient(&scene.tom, stay).await.expect("a record");
        let ward = record.stay.place.ward.clone();
        let ward = Ward { name: ward.to_string(), code: ward, specialty: None, site: None, beds: vec![] };
        let expected = CensusRow::of(&record.stay, &ward, night, &ExclusionRules::situation_report());
        assert_eq!(rows(&scene).await, Vec::from_iter(expected));
    }
}

#[tokio::test]
async fn a_server_that_was_stopped_catches_up_and_counts_nothing_twice() {
    for scene in scenes().await {
        let stay = tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        assert_eq!(freeze(&scene.hospital, "2026-03-04T00:00:59Z").await, 1, "not while the night is being written");
        assert_eq!(freeze(&scene.hospital, "2026-03-04T00:01:00Z").await, 1);
        assert_eq!(freeze(&scene.another_server().await, "2026-03-07T12:00:00Z").await, 3);
        assert_eq!(freeze(&scene.hospital, "2026-03-07T23:00:00Z").await, 0);
        assert_eq!(nights(&scene, stay).await, ["03 00:00", "04 00:00", "05 00:00", "06 00:00", "07 00:00"]);
        assert_the_log_says_the_same(&scene, 5).await;
    }
}

#[tokio::test]
async fn an_empty_hospital_has_nothing_to_count() {
    for scene in scenes().await {
        assert_eq!(freeze(&scene.hospital, "2026-03-07T12:00:00Z").await, 0);
        assert_the_log_says_the_same(&scene, 0).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_at_once_freeze_each_night_once() {
    for scene in scenes().await {
        tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        let other = scene.another_server().await;
        let now = "2026-04-11T12:00:00Z";
        let (one, two) = tokio::join!(freeze(&scene.hospital, now), freeze(&other, now));
        assert_eq!(one + two, 40);
        assert!(counts(&scene).await.iter().all(|count| (count.version, count.patients) == (1, 1)));
        assert_eq!((counts(&scene).await.len(), rows(&scene).await.len()), (40, 40));
    }
}

#[tokio::test]
async fn days_of_23_and_25_hours_have_one_midnight_each() {
    for scene in scenes().await {
        let spring = tell(&scene, [admitted("2026-03-28T12:00:00Z"), discharged("2026-03-30T15:00:00Z")]).await;
        let autumn = tell(&scene, [admitted("2026-10-24T12:00:00Z"), discharged("2026-10-26T15:00:00Z")]).await;
        freeze(&scene.hospital, "2026-10-27T12:00:00Z").await;
        assert_eq!(nights(&scene, spring).await, ["29 00:00", "29 23:00"]);
        assert_eq!(nights(&scene, autumn).await, ["24 23:00", "26 00:00"]);
        assert_eq!(rows(&scene).await.iter().map(|row| row.length_of_stay).collect::<Vec<_>>(), [1, 2, 1, 2]);
    }
}

#[tokio::test]
async fn a_second_hour_is_counted_besides_midnight() {
    for scene in scenes().await {
        let stay = tell(&scene, [admitted("2026-06-02T09:00:00Z")]).await;
        let eight = SnapshotTimes::and_at(SnapshotHour::try_from(8).expect("an hour"));
        let server = scene.server_that_counts(eight).await;
        assert_eq!(freeze(&server, "2026-06-04T12:00:00Z").await, 4);
        assert_eq!(nights(&scene, stay).await, ["02 23:00", "03 07:00", "03 23:00", "04 07:00"]);
        assert_the_log_says_the_same(&scene, 4).await;
    }
}

/// What a night said stands, as the log knew it; no later one knows of the review.
#[tokio::test]
async fn a_review_that_was_withdrawn_counts_in_no_night_after() {
    for scene in scenes().await {
        let reviewed_at = at("2026-03-04T10:00:00Z");
        tell(
            &scene,
            [
                admitted("2026-03-02T09:00:00Z"),
                reviewed("2026-03-02T10:00:00Z", CriteriaToReside::NotMet),
                reviewed("2026-03-04T10:00:00Z", CriteriaToReside::Met(vec![])),
                ("2026-03-05T09:00:00Z", Command::WithdrawReview { found: CriteriaToReside::Met(vec![]), reviewed_at }),
            ],
        )
        .await;
        freeze(&scene.hospital, "2026-03-06T12:00:00Z").await;
        let found: Vec<_> = rows(&scene).await.iter().map(|row| (row.criteria, row.ready_on)).collect();
        let ready = (CriteriaStatus::NotMet, Some(day("2026-03-02")));
        assert_eq!(found, [ready, ready, (CriteriaStatus::Met, None), ready]);
        assert_the_log_says_the_same(&scene, 4).await;
    }
}

#[tokio::test]
async fn what_is_written_down_later_does_not_reach_back() {
    for scene in scenes().await {
        let came = at("2026-03-02T09:00:00Z");
        let left = Command::DischargePatient { at: at("2026-03-03T15:00:00Z"), to: Destination::HomeWithoutSupport };
        let late = tell(&scene, [("2026-03-04T10:00:00Z", admission(came))]).await;
        let gone = tell(&scene, [admitted("2026-03-02T09:00:00Z"), ("2026-03-04T10:00:00Z", left)]).await;
        let void = Command::VoidStay { reason: "Wrong patient".to_owned() };
        let mistake = tell(&scene, [admitted("2026-03-02T09:00:00Z"), ("2026-03-04T10:00:00Z", void)]).await;
        freeze(&scene.hospital, "2026-03-05T12:00:00Z").await;
        assert_eq!(nights(&scene, late).await, ["05 00:00"]);
        assert_eq!(nights(&scene, gone).await, ["03 00:00", "04 00:00"]);
        assert_eq!(nights(&scene, mistake).await, ["03 00:00", "04 00:00"]);
        assert_the_log_says_the_same(&scene, 3).await;
    }
}

#[tokio::test]
async fn whose_discharge_was_taken_back_is_counted_again() {
    for scene in scenes().await {
        let steps = [
            admitted("2026-03-02T09:00:00Z"),
            discharged("2026-03-03T15:00:00Z"),
            ("2026-03-04T10:00:00Z", Command::CancelDischarge),
        ];
        let stay = tell(&scene, steps).await;
        freeze(&scene.hospital, "2026-03-06T12:00:00Z").await;
        assert_eq!(nights(&scene, stay).await, ["03 00:00", "05 00:00", "06 00:00"]);
        assert_the_log_says_the_same(&scene, 4).await;
    }
}

/// Two servers wrote the stay, and the clock of the second was behind, across a midnight.
#[tokio::test]
async fn clocks_that_differ_lose_no_entry() {
    for scene in scenes().await {
        let other = tell(&scene, [admitted("2026-03-01T09:00:00Z")]).await;
        let came =
            tell(&scene, [admitted("2026-03-03T00:00:00.2Z"), ("2026-03-02T23:59:59.8Z", Command::MoveBed { to: on("oak") })])
                .await;
        let set = |pathway| Command::SetPathway { stage: PathwayStage::Agreed, pathway: Some(pathway) };
        let ready = tell(
            &scene,
            [
                admitted("2026-03-01T09:00:00Z"),
                reviewed("2026-03-03T00:00:00.2Z", CriteriaToReside::NotMet),
                ("2026-03-02T23:59:59.8Z", set(Pathway::P2)),
            ],
        )
        .await;
        freeze(&scene.hospital, "2026-03-04T12:00:00Z").await;
        let last: Vec<CensusRow> = rows(&scene).await.into_iter().filter(|row| row.at == at("2026-03-04T00:00:00Z")).collect();
        let of = |stay| last.iter().find(|row| row.stay == stay).expect("a row");
        assert_eq!((last.len(), of(came).ward.as_str()), (3, "oak"));
        assert_eq!((of(ready).criteria, of(ready).pathway), (CriteriaStatus::NotMet, Some(Pathway::P2)));
        assert_eq!(of(other).criteria, CriteriaStatus::NotReviewed);
        let again = scene.hospital.recount_census_as_operator(at("2026-03-04T00:00:00Z"), "To compare").await.expect("a recount");
        assert_eq!((again.version, scene.hospital.census_rows(&scene.tom, again.at..=again.at).await), (2, Ok(last)));
    }
}

#[tokio::test]
async fn a_recount_is_another_version_and_the_first_stays() {
    for scene in scenes().await {
        let known = tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        freeze(&scene.hospital, "2026-03-04T12:00:00Z").await;
        let night = at("2026-03-04T00:00:00Z");
        let taken_over = tell(&scene, [admitted("2026-03-03T09:00:00Z")]).await;
        let check = scene.hospital.verify_census().await.expect("a check");
        let differences: Vec<_> = check.differences.iter().map(|found| (found.at, found.frozen, found.recounted)).collect();
        assert_eq!((differences, &check.differences[0].stays), (vec![(night, 1, 2)], &vec![taken_over]));

        let reason = " Oak came over from paper ";
        let second = scene.hospital.recount_census_as_operator(night, reason).await.expect("a recount");
        assert_eq!((second.version, second.patients), (2, 2));
        assert_eq!(second.counted_by.as_deref(), Some("whoever runs the server"));
        assert_eq!(second.reason.as_deref(), Some("Oak came over from paper"));
        assert_eq!(first_version(&scene, night).await, [known]);
        assert_eq!(rows(&scene).await.iter().filter(|row| row.at == night).count(), 2);
        assert_eq!(counts(&scene).await.iter().filter(|count| count.at == night).count(), 2);
        assert_the_log_says_the_same(&scene, 2).await;
    }
}

#[tokio::test]
async fn a_recount_is_of_a_frozen_instant_and_has_a_reason() {
    for scene in scenes().await {
        tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        freeze(&scene.hospital, "2026-03-04T12:00:00Z").await;
        let night = at("2026-03-04T00:00:00Z");
        let without_reason = scene.hospital.recount_census_as_operator(night, " ").await;
        assert!(matches!(without_reason, Err(Problem::Invalid { .. })));
        let noon = at("2026-03-04T12:00:00Z");
        assert_eq!(scene.hospital.recount_census_as_operator(noon, "A late entry").await, Err(Problem::NotFound));
        assert_eq!(counts(&scene).await.len(), 2);
        assert_eq!(scene.hospital.census_rows(&scene.amara, night..=night).await, Err(Problem::NotAllowed));
    }
}

#[tokio::test]
async fn a_frozen_night_is_checked_by_the_rules_of_its_time() {
    for scene in scenes().await {
        let ward = |specialty: &str| Ward {
            code: "maple".parse().expect("a code"),
            name: "Maple".to_owned(),
            specialty: Some(specialty.to_owned()),
            site: None,
            beds: vec![],
        };
        scene.hospital.lay_out_wards(vec![ward("Stroke medicine")]).await.expect("a ward");
        tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        freeze(&scene.hospital, "2026-03-03T12:00:00Z").await;
        scene.hospital.lay_out_wards(vec![ward("Maternity")]).await.expect("a ward");
        freeze(&scene.hospital, "2026-03-04T12:00:00Z").await;
        assert_the_log_says_the_same(&scene, 2).await;
        assert_eq!(rows(&scene).await.iter().map(CensusRow::is_counted).collect::<Vec<_>>(), [true, false]);
    }
}

#[tokio::test]
async fn whoever_touches_a_frozen_night_is_found_out() {
    for scene in scenes().await {
        let stay = tell(&scene, [admitted("2026-03-02T09:00:00Z")]).await;
        freeze(&scene.hospital, "2026-03-04T12:00:00Z").await;
        let database = Database::open(scene.database.url()).await.expect("a database");
        database.writer().execute_unprepared("UPDATE census_row SET ward = 'oak' WHERE length_of_stay = 2").await.expect("done");
        let check = scene.hospital.verify_census().await.expect("a check");
        let found: Vec<_> = check.differences.iter().map(|found| (found.at, found.version, found.stays.clone())).collect();
        assert_eq!(found, [(at("2026-03-04T00:00:00Z"), 1, vec![stay])]);
    }
}
