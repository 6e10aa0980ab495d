//! Bringing in a ward's list, told as stories, on `SQLite` and on `PostgreSQL` alike.

use domain::{
    AccountId, Actor, Bed, Grant, Problem, Ward, WardCode,
    list::{ListReport, RowOutcome},
};
use entity::{admin_event, event, import_run};
use sea_orm::{EntityTrait, PaginatorTrait};
use service::{Hospital, Settings, Upload, database::Database};
use testbed::TestDatabase;
use uuid::Uuid;

const TODAY: &str = "Bed,Name,NHS No,DOB,Admitted,EDD,CTR,Pathway,TTO\n\
    A1,\"OBI, Amara (Ms)\",999 000 0018,14/07/1945,01/03/2026,06/03/2026,met,1,requested\n\
    A2,\"LIND, Per (Mr)\",999 123 4567,02/01/1950,02/03/2026,,no,,done\n\
    A3,UNOCCUPIED,,,,,,,\n";
const TOMORROW: &str = "Bed,Name,NHS No,DOB,Admitted,EDD,CTR,Pathway,TTO\n\
    A1,\"OBI, Amara (Ms)\",999 000 0018,14/07/1945,01/03/2026,08/03/2026,NCTR,2,done\n\
    A2,\"LIND, Per (Mr)\",999 123 4567,02/01/1950,02/03/2026,,no,,done\n\
    A3,\"QUIST, Ada (Mrs)\",999 000 0026,05/05/1938,04/03/2026,,,,\n";

struct Scene {
    hospital: Hospital,
    database: Database,
    coordinator: Actor,
    _home: TestDatabase,
}

/// Ward 5, without patients.
async fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for home in testbed::databases().await {
        let database = Database::open(home.url()).await.expect("a database");
        let settings = Settings { test_patients: true, ..Settings::default() };
        let hospital = Hospital::open(database.clone(), settings).await.expect("a hospital");
        hospital.lay_out().await.expect("teams and kinds");
        let beds = ["A1", "A2", "A3"].map(|name| Bed { bay: Some("Bay A".to_owned()), name: name.to_owned() });
        let ward = Ward { code: ward_5(), name: "Ward 5".to_owned(), specialty: None, site: None, beds: beds.to_vec() };
        hospital.lay_out_wards(vec![ward]).await.expect("a ward");
        scenes.push(Scene { hospital, database, coordinator: person(1, Grant::DischargeCoordinator), _home: home });
    }
    scenes
}

impl Scene {
    async fn check(&self, list: &str) -> (Uuid, ListReport) {
        let import = self.hospital.check_list(&self.coordinator, upload(list)).await.expect("a check");
        (import, self.hospital.list_report(&self.coordinator, import).await.expect("a report"))
    }

    async fn bring_in(&self, list: &str) -> ListReport {
        let (import, _) = self.check(list).await;
        self.hospital.import_list(&self.coordinator, import).await.expect("a report")
    }

    /// Entries in the log of the whole hospital.
    async fn log_length(&self) -> u64 {
        event::Entity::find().count(self.database.reader()).await.expect("a count")
    }

    async fn runs(&self) -> Vec<import_run::Model> {
        import_run::Entity::find().all(self.database.reader()).await.expect("the imports")
    }

    async fn audited(&self) -> Vec<String> {
        let events = admin_event::Entity::find().all(self.database.reader()).await.expect("the events");
        events.into_iter().map(|event| event.kind).collect()
    }
}

fn person(id: u128, grant: Grant) -> Actor {
    Actor { id: AccountId(Uuid::from_u128(id)), name: "Rosa Keane".to_owned(), grants: vec![grant] }
}

fn ward_5() -> WardCode {
    "ward-5".parse().expect("a code")
}

fn upload(list: &str) -> Upload {
    Upload { file_name: "ward5.csv".to_owned(), bytes: list.as_bytes().to_vec(), ward: Some(ward_5()) }
}

fn outcomes(report: &ListReport) -> Vec<RowOutcome> {
    report.rows.iter().map(|row| row.outcome).collect()
}

#[tokio::test]
async fn a_check_says_what_would_come_and_changes_nothing() {
    for scene in scenes().await {
        let (_, report) = scene.check(TODAY).await;
        assert!(report.dry_run);
        assert_eq!(outcomes(&report), [RowOutcome::Created, RowOutcome::Created, RowOutcome::Left]);
        let problem = &report.rows[1].problems[0];
        assert_eq!((problem.cell.as_str(), problem.column.as_str()), ("C3", "NHS No"));
        assert_eq!(problem.message, "999 123 4567 fails its check digit; kept as text, not used to match");
        assert_eq!(scene.log_length().await, 0);
        assert!(scene.hospital.ward_board(&scene.coordinator, &ward_5()).await.expect("a board").rows.is_empty());
        assert_eq!(scene.audited().await, ["list_checked"]);
    }
}

#[tokio::test]
async fn a_list_stands_on_the_board_once_it_is_brought_in() {
    for scene in scenes().await {
        let report = scene.bring_in(TODAY).await;
        assert!(!report.dry_run);
        assert_eq!(outcomes(&report), [RowOutcome::Created, RowOutcome::Created, RowOutcome::Left]);
        let board = scene.hospital.ward_board(&scene.coordinator, &ward_5()).await.expect("a board");
        let mut beds: Vec<_> =
            board.rows.iter().map(|row| (row.stay.place.in_words(), row.stay.tasks.len(), row.finished())).collect();
        beds.sort();
        assert_eq!(beds, [("Bay A bed A1".to_owned(), 1, 0), ("Bay A bed A2".to_owned(), 0, 1)]);
        assert_eq!(scene.audited().await, ["list_checked", "list_imported"]);
        scene.hospital.stop();
    }
}

#[tokio::test]
async fn the_same_list_again_changes_nothing() {
    for scene in scenes().await {
        scene.bring_in(TODAY).await;
        let before = scene.log_length().await;
        let again = scene.bring_in(TODAY).await;
        assert_eq!(outcomes(&again), [RowOutcome::Unchanged, RowOutcome::Unchanged, RowOutcome::Left]);
        assert_eq!(scene.log_length().await, before);
    }
}

#[tokio::test]
async fn tomorrows_list_brings_what_differs() {
    for scene in scenes().await {
        scene.bring_in(TODAY).await;
        let report = scene.bring_in(TOMORROW).await;
        assert_eq!(outcomes(&report), [RowOutcome::Changed, RowOutcome::Unchanged, RowOutcome::Created]);
        let expected = [
            "EDD set to 08-Mar-2026",
            "does not meet the criteria to reside",
            "proposed pathway set to P2",
            "TTO dispensed: done",
        ];
        assert_eq!(report.rows[0].changes, expected);
    }
}

#[tokio::test]
async fn a_list_is_brought_in_once() {
    for scene in scenes().await {
        let (import, _) = scene.check(TODAY).await;
        scene.hospital.import_list(&scene.coordinator, import).await.expect("a report");
        let stored = scene.hospital.list_report(&scene.coordinator, import).await.expect("a report");
        assert!(!stored.dry_run);
        let again = scene.hospital.import_list(&scene.coordinator, import).await;
        assert!(matches!(&again, Err(Problem::Invalid { message }) if message.contains("already brought in at")), "{again:?}");
    }
}

#[tokio::test]
async fn no_file_is_kept_longer_than_it_waits() {
    for scene in scenes().await {
        let (first, _) = scene.check(TODAY).await;
        let (second, _) = scene.check(TOMORROW).await;
        let kept: Vec<Uuid> = scene.runs().await.iter().filter(|run| run.content.is_some()).map(|run| run.id).collect();
        assert_eq!(kept, [second]);
        let gone = scene.hospital.import_list(&scene.coordinator, first).await;
        assert!(matches!(gone, Err(Problem::Invalid { .. })));
        scene.hospital.import_list(&scene.coordinator, second).await.expect("a report");
        assert!(scene.runs().await.iter().all(|run| run.content.is_none()));
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why() {
    for scene in scenes().await {
        let pdf = Upload { file_name: "ward5.pdf".to_owned(), bytes: b"%PDF-1.7".to_vec(), ward: None };
        let import = scene.hospital.check_list(&scene.coordinator, pdf).await.expect("a check");
        for answer in [
            scene.hospital.list_report(&scene.coordinator, import).await,
            scene.hospital.import_list(&scene.coordinator, import).await,
        ] {
            assert!(matches!(&answer, Err(Problem::Invalid { message }) if message.contains("save it as .xlsx or .csv")));
        }
    }
}

#[tokio::test]
async fn the_command_line_takes_the_same_way_and_keeps_no_file() {
    for scene in scenes().await {
        let Scene { hospital, coordinator, .. } = &scene;
        let dry = hospital.import_file(coordinator, upload(TODAY), true).await.expect("a report");
        assert!(dry.dry_run && scene.log_length().await == 0 && scene.runs().await.is_empty());
        let report = hospital.import_file(coordinator, upload(TODAY), false).await.expect("a report");
        assert_eq!(outcomes(&report), outcomes(&dry));
        assert_eq!(report.rows[0].changes, dry.rows[0].changes);
        assert!(scene.runs().await.iter().all(|run| run.content.is_none()));
    }
}

#[tokio::test]
async fn two_who_bring_in_one_list_admit_nobody_twice() {
    for scene in scenes().await {
        let Scene { hospital, coordinator, .. } = &scene;
        let both = tokio::join!(
            hospital.import_file(coordinator, upload(TODAY), false),
            hospital.import_file(coordinator, upload(TODAY), false)
        );
        let created = |report: Result<ListReport, Problem>| report.expect("a report").count(RowOutcome::Created);
        assert_eq!(created(both.0) + created(both.1), 2);
    }
}

#[tokio::test]
async fn a_ward_that_does_not_exist_is_no_ward() {
    for scene in scenes().await {
        let upload = Upload { ward: Some("ward-77".parse().expect("a code")), ..upload(TODAY) };
        let answer = scene.hospital.check_list(&scene.coordinator, upload).await;
        assert!(matches!(answer, Err(Problem::Invalid { .. })), "{answer:?}");
    }
}

#[tokio::test]
async fn only_coordinators_bring_in_lists() {
    for scene in scenes().await {
        let (import, _) = scene.check(TODAY).await;
        for grant in [Grant::WardStaff(ward_5()), Grant::TrustLead, Grant::Administrator] {
            let actor = person(2, grant);
            let hospital = &scene.hospital;
            assert_eq!(hospital.check_list(&actor, upload(TODAY)).await.err(), Some(Problem::NotAllowed));
            assert_eq!(hospital.list_report(&actor, import).await.err(), Some(Problem::NotAllowed));
            assert_eq!(hospital.import_list(&actor, import).await.err(), Some(Problem::NotAllowed));
            assert_eq!(hospital.import_file(&actor, upload(TODAY), false).await.err(), Some(Problem::NotAllowed));
        }
        assert_eq!(scene.log_length().await, 0);
    }
}
