//! Invariant 8: no name, number or date of birth of a patient in a log line, a URL or an error message.

#[path = "http/app.rs"]
#[expect(dead_code, reason = "shared with the tests of the doors")]
mod app;

use std::{
    collections::HashMap,
    env, io, panic,
    process::Command as Process,
    sync::{Arc, Mutex},
};

use app::{TestApp, envelope, form, get, json, text, upload};
use domain::{Command, NoteNumber, london, report::reports::monday_of};
use http::header;
use server::{commands, settings::Settings};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl io::Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

const PRIVATE: [&str; 8] = ["lomax", "nwosu", "robin", "9990000018", "999 000 0018", "9990000026", "1945", "three random words"];

fn assert_quiet(what: &str, words: &str) {
    for line in words.to_lowercase().lines() {
        for private in PRIVATE {
            assert!(!line.contains(private), "{what} says {private:?}: {line}");
        }
    }
}

#[tokio::test]
async fn patients_are_not_spoken_of() {
    let captured = Captured::default();
    // A line's own time would say a year of birth by chance.
    let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false).without_time();
    lines.with_writer(captured.clone()).init();
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    let cookie = cookie.as_deref();
    let note = Command::AddNote {
        note: NoteNumber(1),
        text: "Robin Lomax 999 000 0018".to_owned(),
        visibility: domain::Visibility::Internal,
    };
    let list = "Bed,Name,NHS No,DOB,Admitted\nA2,\"NWOSU, Ada (Mrs)\",999 000 0026,14/07/1945,05/03/2026\n,,,1945,\n";
    let (long, week) = (app.admit_for_long().await, monday_of(london::date(app.hospital.now())));
    let requests = [
        get("/wards/maple"),
        get(&format!("/patients/{}", app.maple)),
        get("/patients/lomax"),
        get("/api/v1/stays/9990000018"),
        json("POST", "/api/v1/commands", &envelope(app.maple, note)),
        json("POST", "/api/v1/commands", &serde_json::json!({ "mutation_id": "Robin Lomax", "stay": "9990000018" })),
        upload("/import", "maple", "list.csv", list),
        form("/search", "text=lomax"),
        form("/search", "text=999+000+0018"),
        form(
            "/search",
            "text=Robin+Lomax+of+Maple+Ward+999+000+0018+born+in+1945+and+more+than+a+hundred+characters+of+what+is+known",
        ),
        form(
            "/reports/review",
            &format!("week={week}&stay={long}&seen=0&what=Robin+Lomax+999+000+0018&who=Robin&by=1945-07-14&escalation=owner"),
        ),
        form(
            "/reports/review",
            &format!("week={week}&stay={long}&seen=0&what=Robin+Lomax&who=Robin&by={week}&escalation=owner&then=next"),
        ),
        form("/reports/sitrep", "day=2020-01-06&name=Robin+Lomax&remark=Lomax&mark=&version=0"),
        form("/sign-in", "username=lomax&password=three+random+words"),
    ];
    for request in requests {
        let asked_for = request.uri().to_string();
        let response = app.send(request, cookie).await;
        if let Some(location) = response.headers().get(header::LOCATION) {
            assert_quiet("a redirect", location.to_str().expect("text"));
        }
        if response.status().is_client_error() || response.status().is_server_error() {
            let body = text(response).await;
            let said = body.replace(&asked_for, "");
            if !said.contains("<html") {
                assert_quiet("an error", &said);
            }
        }
    }
    let logged = String::from_utf8(captured.0.lock().expect("no panic").clone()).expect("text");
    assert!(!logged.is_empty(), "nothing was logged at all");
    // What somebody typed into the address bar is theirs; the paths that Homeward makes hold ids alone, of any digits.
    let logged: String = logged
        .lines()
        .filter(|line| !line.contains("/patients/lomax") && !line.contains("/stays/9990000018"))
        .map(|line| line.replace(&app.maple.to_string(), "STAY").replace(&long.to_string(), "STAY"))
        .collect::<Vec<_>>()
        .join("\n");
    assert_quiet("the log", &logged);
}

/// In a program of its own, where the log is standard error as in `homeward` itself.
#[test]
fn a_panic_says_where_it_was_and_no_more() {
    let this = env::current_exe().expect("this program");
    let told =
        Process::new(this).args(["a_panic_over_a_patient", "--exact", "--ignored", "--nocapture"]).output().expect("it runs");
    let [printed, logged] = [told.stdout, told.stderr].map(|bytes| String::from_utf8(bytes).expect("text"));
    assert!(told.status.success(), "{printed}{logged}");
    for private in ["Lomax", "Robin", "999 000 0018"] {
        assert!(!printed.contains(private) && !logged.contains(private), "{printed}{logged}");
    }
    let panics: Vec<&str> = logged.lines().filter(|line| line.contains("a panic")).collect();
    assert!(matches!(panics[..], [line] if line.contains("ERROR") && line.contains("tests/quiet.rs:")), "{logged}");
}

#[test]
#[ignore = "its panic is listened to by the test above"]
fn a_panic_over_a_patient() {
    commands::start_logging(&Settings::from_parts(&HashMap::new(), &|_| None).expect("settings"));
    assert!(panic::catch_unwind(|| panic!("Robin Lomax, 999 000 0018")).is_err());
}
