//! Reports as files by the program itself, as a schedule asks for them.

use std::{fs, path::PathBuf, process::Command as Process, sync::Arc};

use chrono::{Days, NaiveDate};
use domain::{
    AccountId, Actor, Command, CriteriaToReside, Grant, Patient, PatientId, PersonName, Place, Sex, Ward, command::Admission,
    london, report::sitrep::signed::Signature, stay::Destination,
};
use service::{
    Hospital, Settings,
    bulk::{Step, Story},
    clock,
    database::Database,
};

struct House {
    folder: tempfile::TempDir,
    hospital: Hospital,
}

impl House {
    /// One patient, who was ready the day before yesterday and went home yesterday.
    async fn with_a_patient() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("homeward.db").display());
        let database = Database::open(&url).await.expect("a database");
        database.migrate().await.expect("migrated");
        let hospital =
            Hospital::open(database, Settings { test_patients: true, ..Settings::default() }).await.expect("a hospital");
        let maple = Ward {
            code: "maple".parse().expect("a code"),
            name: "Maple".to_owned(),
            specialty: None,
            site: None,
            beds: Vec::new(),
        };
        hospital.lay_out_wards(vec![maple]).await.expect("wards");
        let today = london::start_of(london::date(hospital.now()));
        let (ready_at, left_at) = (today - Days::new(2), today - Days::new(1));
        let patient = Patient {
            id: clock::new_id::<PatientId>(),
            name: PersonName::new("Lomax", "Robin", "Mx"),
            nhs_number: None,
            hospital_number: None,
            born: None,
            sex: Sex::NotKnown,
        };
        let admission = Admission::new(
            patient,
            Place { ward: "maple".parse().expect("a code"), bay: None, bed: None },
            ready_at - Days::new(30),
        );
        let by = Arc::new(coordinator());
        let steps = [
            (admission.admitted_at, Command::AdmitPatient(Box::new(admission))),
            (ready_at, Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: ready_at }),
            (left_at, Command::DischargePatient { at: left_at, to: Destination::HomeWithSupport }),
        ];
        let steps = steps.map(|(at, command)| Step { at, by: Arc::clone(&by), command }).into();
        hospital.tell(vec![Story { stay: clock::new_id(), steps }]).await.expect("told");
        hospital.freeze_due(hospital.now()).await.expect("frozen");
        Self { folder, hospital }
    }

    fn yesterday(&self) -> NaiveDate {
        london::date(self.hospital.now()) - Days::new(1)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Runs the program: what it printed, or what it complained of.
    fn homeward(&self, arguments: &[&str]) -> Result<String, String> {
        let mut process = Process::new(env!("CARGO_BIN_EXE_homeward"));
        process.current_dir(self.folder.path()).env("DATABASE_URL", "sqlite:homeward.db").env("HOMEWARD_LOG", "warn");
        process.env("HOMEWARD_ORGANISATION_CODE", "RXX").env("HOMEWARD_ORGANISATION_NAME", "Riverside");
        let output = process.args(arguments).output().expect("the program runs");
        let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        if output.status.success() { Ok(words(output.stdout)) } else { Err(words(output.stderr)) }
    }
}

fn coordinator() -> Actor {
    Actor { id: clock::new_id::<AccountId>(), name: "Tom Reyes".to_owned(), grants: vec![Grant::DischargeCoordinator] }
}

#[tokio::test]
async fn a_report_is_written_for_a_schedule() {
    let house = House::with_a_patient().await;
    let said = house.homeward(&["report", "delays", "delays.csv"]).expect("written");
    assert!(said.starts_with("Delays (") && said.trim().ends_with("is in delays.csv"), "{said}");
    let csv = fs::read_to_string(house.path("delays.csv")).expect("text");
    assert!(csv.starts_with('\u{feff}') && csv.contains("Maple"), "{csv}");
    house.homeward(&["report", "pack", "board.pdf"]).expect("written");
    assert!(fs::read(house.path("board.pdf")).expect("bytes").starts_with(b"%PDF-"));
    let said = house.homeward(&["discharges", "who-left.csv"]).expect("written");
    assert_eq!(said.trim(), "1 discharge is in who-left.csv");
    for file in ["delays.csv", "who-left.csv"] {
        let text = fs::read_to_string(house.path(file)).expect("text");
        assert!(!text.to_lowercase().contains("lomax"), "{file} names a patient");
    }
}

#[tokio::test]
async fn the_situation_report_of_a_signed_day_is_written_in_the_national_layout() {
    let house = House::with_a_patient().await;
    let day = house.yesterday();
    let unsigned = house.homeward(&["report", "sitrep", "day.csv"]).expect_err("refused");
    assert!(unsigned.contains("Only a day that was signed"), "{unsigned}");
    let said = house.homeward(&["report", "sitrep", "day.pdf"]).expect("written");
    assert!(said.contains("is in day.pdf"), "{said}");
    assert!(fs::read(house.path("day.pdf")).expect("bytes").starts_with(b"%PDF-"));

    let tom = coordinator();
    let mark = house.hospital.report_day(&tom, day).await.expect("a day").mark.clone();
    let signature = Signature { name: tom.name.clone(), mark, ..Signature::default() };
    house.hospital.sign_situation_report(&tom, day, &signature).await.expect("signed");
    house.homeward(&["report", "sitrep", "--to", &day.to_string(), "day.csv"]).expect("written");
    let csv = fs::read_to_string(house.path("day.csv")).expect("text");
    assert!(csv.contains("RXX") && csv.contains("Riverside"), "{csv}");
}

#[tokio::test]
async fn what_cannot_be_written_is_said_and_leaves_no_file() {
    let house = House::with_a_patient().await;
    let cases: [(&[&str], &str); 6] = [
        (&["report", "gossip", "x.pdf"], "expected sitrep, pack or one of long-stay"),
        (&["report", "delays", "x.docx"], "the file's name ends in .pdf or .xlsx"),
        (&["report", "pack", "x.csv"], "the file's name ends in .pdf or .xlsx"),
        (&["report", "sitrep", "--from", "2026-03-01", "--to", "2026-03-31", "x.pdf"], "leave --from out"),
        (&["report", "sitrep", "--to", "2019-03-31", "x.pdf"], "there is no census"),
        (&["report", "delays", "--to", "31/03/2019", "x.pdf"], "one is written as 2026-03-05"),
    ];
    for (arguments, expected) in cases {
        let complaint = house.homeward(arguments).expect_err("refused");
        assert!(complaint.contains(expected), "{arguments:?}: {complaint}");
        assert!(!house.path("x.pdf").exists() && !house.path("x.docx").exists() && !house.path("x.csv").exists());
    }
}
