//! `kill -9` in the middle of work: what was acknowledged is there after the restart, once.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command as Process, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use domain::{Command, Envelope, NoteNumber, Receipt, StayId, envelope::ReceiptResult};
use service::clock;

const KILLS: usize = 50;
const WRITERS: usize = 8;
const PASSWORD: &str = "three random words";

struct House {
    folder: tempfile::TempDir,
}

struct Running {
    child: Child,
    address: Address,
}

/// Where a server listens, as `http://…`.
#[derive(Clone)]
struct Address(String);

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let manifest =
            r#"{"build":"x","css":"/pkg/x.css","js":"/pkg/x.js","loader":"/pkg/y.js","wasm":"/pkg/x.wasm","parts":{}}"#;
        std::fs::write(folder.path().join("manifest.json"), manifest).expect("a manifest");
        Self { folder }
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("homeward.db")
    }

    fn homeward(&self) -> Process {
        let mut process = Process::new(env!("CARGO_BIN_EXE_homeward"));
        process.env("DATABASE_URL", format!("sqlite:{}", self.database().display())).env("HOMEWARD_LOG", "warn");
        process
    }

    fn add_user(&self, username: &str, role: &str) {
        let mut process = self.homeward();
        process.args(["user", username, "--name", username, "--role", role, "--password-stdin"]).stdin(Stdio::piped());
        let mut child = process.stdout(Stdio::null()).spawn().expect("it runs");
        child.stdin.take().expect("a pipe").write_all(PASSWORD.as_bytes()).expect("written");
        assert!(child.wait().expect("it ends").success());
    }

    fn serve(&self) -> Running {
        let mut process = self.homeward();
        process.args(["serve", "--listen", "127.0.0.1:0", "--site"]).arg::<&Path>(self.folder.path());
        let mut child = process.stdout(Stdio::piped()).stdin(Stdio::null()).spawn().expect("it runs");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let ready = lines.map_while(Result::ok).find_map(|line| line.strip_prefix("Homeward is ready on ").map(str::to_owned));
        Running { child, address: Address(ready.expect("it says that it is ready")) }
    }
}

impl Address {
    fn sign_in(&self) -> String {
        let credentials = serde_json::json!({ "username": "tom", "password": PASSWORD });
        let response = ureq::post(format!("{}/api/v1/session", self.0)).send_json(credentials).expect("signed in");
        let cookie = response.headers()["set-cookie"].to_str().expect("text").to_owned();
        cookie.split(';').next().expect("a cookie").to_owned()
    }

    /// The receipt, unless the server was gone before it answered.
    fn submit(&self, cookie: &str, envelope: &Envelope) -> Option<Receipt> {
        let request = ureq::post(format!("{}/api/v1/commands", self.0)).header("cookie", cookie);
        request.send_json(envelope).ok()?.body_mut().read_json().ok()
    }
}

fn envelope(stay: StayId, command: Command) -> Envelope {
    Envelope { mutation_id: clock::new_id(), stay, seen: domain::Seen::new(), command, made_at: clock::now() }
}

fn admission(stay: StayId) -> Envelope {
    let patient = domain::Patient {
        id: clock::new_id(),
        name: domain::PersonName::new("Lowe", "Robin", "Mx"),
        nhs_number: None,
        hospital_number: None,
        born: None,
        sex: domain::Sex::NotKnown,
    };
    let place = domain::Place { ward: "maple".parse().expect("a code"), bay: None, bed: None };
    let admitted_at = clock::now();
    let admission = domain::command::Admission::new(patient, place, admitted_at);
    envelope(stay, Command::AdmitPatient(Box::new(admission)))
}

/// A ward is laid out directly: no command makes one.
fn lay_out(house: &House) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite:{}", house.database().display());
        let database = service::database::Database::open(&url).await.expect("a database");
        database.migrate().await.expect("migrated");
        let hospital = service::Hospital::open(database.clone(), service::Settings::default()).await.expect("a hospital");
        let ward = domain::Ward {
            code: "maple".parse().expect("a code"),
            name: "Maple".to_owned(),
            specialty: None,
            site: None,
            beds: vec![],
        };
        hospital.lay_out_wards(vec![ward]).await.expect("a ward");
        hospital.stop();
        database.close().await.expect("closed");
    });
}

/// Writers write notes until `enough` are acknowledged; then the server is killed at once, in the middle of the others.
fn write_until_killed(
    mut running: Running,
    cookie: &str,
    stay: StayId,
    next: &AtomicUsize,
    enough: usize,
) -> Vec<(Envelope, Receipt)> {
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    let (said_enough, heard_enough) = std::sync::mpsc::channel();
    let address = &running.address.clone();
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            let (acknowledged, said_enough) = (Arc::clone(&acknowledged), said_enough.clone());
            scope.spawn(move || {
                loop {
                    let number = u32::try_from(next.fetch_add(1, Ordering::Relaxed)).expect("a number");
                    let note = Command::AddNote {
                        note: NoteNumber(number),
                        text: format!("Note {number}"),
                        visibility: domain::Visibility::Internal,
                    };
                    let envelope = envelope(stay, note);
                    let Some(receipt) = address.submit(cookie, &envelope) else { return };
                    let mut acknowledged = acknowledged.lock().expect("no panic");
                    acknowledged.push((envelope, receipt));
                    if acknowledged.len() == enough {
                        said_enough.send(()).expect("somebody listens");
                    }
                }
            });
        }
        heard_enough.recv().expect("enough");
        running.child.kill().expect("killed");
        running.child.wait().expect("gone");
    });
    Arc::into_inner(acknowledged).expect("all writers are done").into_inner().expect("no panic")
}

#[test]
fn what_was_acknowledged_survives_fifty_kills_once() {
    let house = House::new();
    lay_out(&house);
    house.add_user("owen", "administrator");
    house.add_user("tom", "discharge-coordinator");
    let running = house.serve();
    let cookie = running.address.sign_in();
    let stay: StayId = clock::new_id();
    running.address.submit(&cookie, &admission(stay)).expect("admitted");
    let next = AtomicUsize::new(1);
    let mut promised = 0;
    let mut running = Some(running);
    for kill in 0..KILLS {
        let current = running.take().unwrap_or_else(|| house.serve());
        let acknowledged = write_until_killed(current, &cookie, stay, &next, 1 + kill * 7 % 40);
        let restarted = house.serve();
        for (envelope, receipt) in &acknowledged {
            assert!(matches!(receipt.result, ReceiptResult::Accepted { .. }), "{receipt:?}");
            assert_eq!(restarted.address.submit(&cookie, envelope).as_ref(), Some(receipt), "kill {kill}");
        }
        promised += acknowledged.len();
        running = Some(restarted);
    }
    let restarted = running.expect("it runs");
    let mut response =
        ureq::get(format!("{}/api/v1/stays/{stay}", restarted.address.0)).header("cookie", &cookie).call().expect("a record");
    let record: domain::PatientRecord = response.body_mut().with_config().limit(100_000_000).read_json().expect("JSON");
    let mut numbers: Vec<u32> = record.stay.notes.iter().map(|note| note.number.0).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "a note is there twice");
    assert!(all >= promised, "{promised} were acknowledged and {all} are there");
    let mut child = restarted.child;
    child.kill().expect("killed");
    child.wait().expect("gone");
    let check = house.homeward().arg("verify-log").stderr(Stdio::inherit()).status().expect("it runs");
    assert!(check.success());
}
