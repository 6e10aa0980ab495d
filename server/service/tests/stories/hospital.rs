//! A small hospital for the stories: two wards, a few colleagues, patients from the test range.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    AccountId, Actor, Bed, Command, Envelope, Grant, MutationId, Patient, PatientId, PersonName, Place, Receipt, Sex, StayId,
    TaskNumber, Ward,
    command::Admission,
    envelope::ReceiptResult,
    report::{SnapshotTimes, sitrep::published::Provider},
    task::NewTask,
};
use service::{Hospital, Settings, clock, database::Database};
use testbed::TestDatabase;

pub struct Scene {
    pub hospital: Hospital,
    pub database: TestDatabase,
    /// Discharge coordinator.
    pub tom: Actor,
    /// Ward staff of Maple.
    pub amara: Actor,
    /// Pharmacist.
    pub priya: Actor,
}

/// The same small hospital on each kind of database.
pub async fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for database in testbed::databases().await {
        scenes.push(Scene::on(database).await);
    }
    scenes
}

impl Scene {
    async fn on(database: TestDatabase) -> Self {
        let hospital = open(&database).await;
        hospital.lay_out().await.expect("teams and kinds");
        let ward = |code: &str, name: &str| Ward {
            code: code.parse().expect("a code"),
            name: name.to_owned(),
            specialty: None,
            site: None,
            beds: (1..=4).map(|bed| Bed { bay: Some("Bay A".to_owned()), name: format!("A{bed}") }).collect(),
        };
        hospital.lay_out_wards(vec![ward("maple", "Maple"), ward("oak", "Oak")]).await.expect("wards");
        Self {
            hospital,
            database,
            tom: person("Tom Reyes", Grant::DischargeCoordinator),
            amara: person("Amara Obi", Grant::WardStaff("maple".parse().expect("a code"))),
            priya: person("Priya Shah", Grant::TeamMember("PHA".parse().expect("a code"))),
        }
    }

    /// A second server on the same database.
    pub async fn another_server(&self) -> Hospital {
        open(&self.database).await
    }

    /// A server on the same database that locks whoever has not touched it for this long.
    pub async fn server_that_locks_after(&self, idle_lock: std::time::Duration) -> Hospital {
        open_with(&self.database, Settings { idle_lock, ..Settings::default() }).await
    }

    /// A server on the same database that counts at these times.
    pub async fn server_that_counts(&self, snapshots: SnapshotTimes) -> Hospital {
        open_with(&self.database, Settings { snapshots, ..Settings::default() }).await
    }

    /// A server on the same database of a trust with this name.
    pub async fn server_of(&self, provider: Provider) -> Hospital {
        open_with(&self.database, Settings { provider, ..Settings::default() }).await
    }

    /// Admits a patient to Maple, or elsewhere, and gives the stay.
    pub async fn admit(&self, family: &str, ward: &str, bed: &str) -> StayId {
        self.admit_patient(patient(family), ward, bed).await
    }

    pub async fn admit_patient(&self, patient: Patient, ward: &str, bed: &str) -> StayId {
        let stay: StayId = clock::new_id();
        let command = Command::AdmitPatient(Box::new(Admission::new(
            patient,
            Place { ward: ward.parse().expect("a code"), bay: None, bed: Some(bed.to_owned()) },
            self.hospital.now() - TimeDelta::days(3),
        )));
        self.accepted(&self.tom, envelope(stay, command)).await;
        stay
    }

    /// Adds a task for a team and gives its number.
    pub async fn add_task(&self, stay: StayId, number: u32, team: &str, title: &str) -> TaskNumber {
        let number = TaskNumber(number);
        let new = NewTask {
            number,
            kind: None,
            title: title.to_owned(),
            owner_team: team.parse().expect("a code"),
            due: None,
            blocking: true,
            after: std::collections::BTreeSet::new(),
        };
        self.accepted(&self.tom, envelope(stay, Command::AddTask(Box::new(new)))).await;
        number
    }

    pub async fn submit(&self, actor: &Actor, envelope: Envelope) -> Receipt {
        let mut receipts = self.hospital.submit(actor, vec![envelope]).await.expect("receipts");
        receipts.pop().expect("a receipt")
    }

    pub async fn accepted(&self, actor: &Actor, envelope: Envelope) -> Receipt {
        let receipt = self.submit(actor, envelope).await;
        assert!(matches!(receipt.result, ReceiptResult::Accepted { .. }), "{receipt:?}");
        receipt
    }
}

async fn open(database: &TestDatabase) -> Hospital {
    open_with(database, Settings::default()).await
}

async fn open_with(database: &TestDatabase, settings: Settings) -> Hospital {
    let database = Database::open(database.url()).await.expect("a database");
    database.migrate().await.expect("migrated");
    Hospital::open(database, Settings { test_patients: true, ..settings }).await.expect("a hospital")
}

pub fn person(name: &str, grant: Grant) -> Actor {
    Actor { id: clock::new_id::<AccountId>(), name: name.to_owned(), grants: vec![grant] }
}

pub fn patient(family: &str) -> Patient {
    Patient {
        id: clock::new_id::<PatientId>(),
        name: PersonName::new(family, "Robin", "Mx"),
        nhs_number: None,
        hospital_number: None,
        born: None,
        sex: Sex::NotKnown,
    }
}

pub fn envelope(stay: StayId, command: Command) -> Envelope {
    Envelope { mutation_id: clock::new_id::<MutationId>(), stay, seen: domain::Seen::new(), command, made_at: at() }
}

pub fn at() -> DateTime<Utc> {
    clock::now()
}
