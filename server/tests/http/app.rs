//! A server without a network: requests go straight into the router.

use axum::{Router, body::Body};
use chrono::TimeDelta;
use domain::{
    Actor, Bed, Command, Envelope, Grant, Patient, PersonName, Place, Sex, StayId, TaskNumber, Ward, command::Admission,
    task::NewTask,
};
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use server::{assets::Site, router, settings::Settings};
use service::{Hospital, NewAccount, clock, database::Database};
use testbed::TestDatabase;
use tower::ServiceExt;

pub const PASSWORD: &str = "three random words";

/// Everybody who might knock, in the order of the tables.
pub const VISITORS: [&str; 7] = ["nobody", "amara", "tom", "priya", "grace", "owen", "screen"];

pub struct TestApp {
    pub hospital: Hospital,
    pub router: Router,
    /// In Maple, with a task for Pharmacy.
    pub maple: StayId,
    /// In Oak, with no task.
    pub oak: StayId,
    _database: TestDatabase,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// With settings of its own.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        let database = TestDatabase::sqlite().await;
        let flags = settings.iter().chain(&[("demo", "yes")]).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let flags = flags.collect();
        let settings = Settings::from_parts(&flags, &|_| None).expect("settings");
        let opened = Database::open(database.url()).await.expect("a database");
        let hospital = Hospital::open(opened, settings.hospital().expect("settings")).await.expect("a hospital");
        hospital.lay_out().await.expect("laid out");
        hospital.lay_out_wards(vec![ward("maple", "Maple"), ward("oak", "Oak")]).await.expect("wards");
        let router = router::router(hospital.clone(), Site::none(), &settings).expect("a router");
        let tom = Actor { id: clock::new_id(), name: "Tom Reyes".to_owned(), grants: vec![Grant::DischargeCoordinator] };
        let maple = admit(&hospital, &tom, ("Lomax", "A1"), "maple", 8).await;
        let oak = admit(&hospital, &tom, ("Marsh", "A1"), "oak", 8).await;
        add_tto(&hospital, &tom, maple).await;
        for (username, grant) in [
            ("amara", Grant::WardStaff("maple".parse().expect("a code"))),
            ("tom", Grant::DischargeCoordinator),
            ("priya", Grant::TeamMember("PHA".parse().expect("a code"))),
            ("grace", Grant::TrustLead),
            ("owen", Grant::Administrator),
            ("screen", Grant::WallScreen("maple".parse().expect("a code"))),
        ] {
            let (username, name, password) = (username.to_owned(), username.to_owned(), PASSWORD.to_owned());
            hospital
                .add_account_as_operator(NewAccount { username, name, password, grants: vec![grant] })
                .await
                .expect("an account");
        }
        Self { hospital, router, maple, oak, _database: database }
    }

    /// Another patient in Oak, who has been here for thirty nights.
    pub async fn admit_for_long(&self) -> StayId {
        let tom = self.hospital.actor_named("tom").await.expect("an actor");
        admit(&self.hospital, &tom, ("Nairn", "A2"), "oak", 30).await
    }

    /// The session cookie of a visitor; none for nobody.
    pub async fn cookie(&self, visitor: &str) -> Option<String> {
        if visitor == "nobody" {
            return None;
        }
        let credentials = serde_json::json!({ "username": visitor, "password": PASSWORD });
        let response = self.send(json("POST", "/api/v1/session", &credentials), None).await;
        assert_eq!(response.status(), StatusCode::OK);
        let cookie = response.headers()[header::SET_COOKIE].to_str().expect("text");
        cookie.split(';').next().map(str::to_owned)
    }

    pub async fn send(&self, mut request: Request<Body>, cookie: Option<&str>) -> Response<Body> {
        if let Some(cookie) = cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    /// Sends a plain form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)], visitor: &str) -> Response<Body> {
        let fields = encoded(fields);
        let cookie = self.cookie(visitor).await;
        self.send(form(path, &fields), cookie.as_deref()).await
    }

    pub async fn get(&self, path: &str, visitor: &str) -> Response<Body> {
        let cookie = self.cookie(visitor).await;
        self.send(get(path), cookie.as_deref()).await
    }
}

fn ward(code: &str, name: &str) -> Ward {
    let beds = (1..=4).map(|bed| Bed { bay: Some("Bay A".to_owned()), name: format!("A{bed}") }).collect();
    Ward { code: code.parse().expect("a code"), name: name.to_owned(), specialty: None, site: None, beds }
}

async fn admit(hospital: &Hospital, by: &Actor, (family, bed): (&str, &str), ward: &str, nights: i64) -> StayId {
    let stay = clock::new_id();
    let patient = Patient {
        id: clock::new_id(),
        name: PersonName::new(family, "Robin", "Mx"),
        nhs_number: domain::NhsNumber::from_stem(999_000_001),
        hospital_number: None,
        born: "1945-07-14".parse().ok(),
        sex: Sex::Female,
    };
    let place = Place { ward: ward.parse().expect("a code"), bay: None, bed: Some(bed.to_owned()) };
    let admitted_at = hospital.now() - TimeDelta::days(nights);
    let admission = Admission::new(patient, place, admitted_at);
    submit(hospital, by, stay, Command::AdmitPatient(Box::new(admission))).await;
    stay
}

async fn add_tto(hospital: &Hospital, by: &Actor, stay: StayId) {
    let new = NewTask {
        number: TaskNumber(1),
        kind: "T06".parse().ok(),
        title: "TTO screened and dispensed".to_owned(),
        owner_team: "PHA".parse().expect("a code"),
        due: None,
        blocking: true,
        after: std::collections::BTreeSet::new(),
    };
    submit(hospital, by, stay, Command::AddTask(Box::new(new))).await;
}

async fn submit(hospital: &Hospital, by: &Actor, stay: StayId, command: Command) {
    let receipts = hospital.submit(by, vec![envelope(stay, command)]).await.expect("a receipt");
    assert!(matches!(receipts[0].result, domain::envelope::ReceiptResult::Accepted { .. }), "{receipts:?}");
}

pub fn envelope(stay: StayId, command: Command) -> Envelope {
    Envelope { mutation_id: clock::new_id(), stay, seen: domain::Seen::new(), command, made_at: clock::now() }
}

pub fn get(path: &str) -> Request<Body> {
    Request::get(path).header(header::HOST, "homeward.test").body(Body::empty()).expect("a request")
}

pub fn json(method: &str, path: &str, body: &impl serde::Serialize) -> Request<Body> {
    let body = serde_json::to_vec(body).expect("JSON");
    let request = Request::builder().method(method).uri(path).header(header::HOST, "homeward.test");
    request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body)).expect("a request")
}

pub fn form(path: &str, body: &str) -> Request<Body> {
    let request = Request::post(path).header(header::HOST, "homeward.test");
    request
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .expect("a request")
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    let text = |text: &str| text.bytes().map(byte).collect::<String>();
    fields.iter().map(|(name, value)| format!("{}={}", text(name), text(value))).collect::<Vec<_>>().join("&")
}

/// A form with a file, as a browser sends it.
pub fn upload(path: &str, ward: &str, file_name: &str, file: &str) -> Request<Body> {
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"ward\"\r\n\r\n{ward}\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; \
         filename=\"{file_name}\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--edge--\r\n"
    );
    let request = Request::post(path).header(header::HOST, "homeward.test");
    request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge").body(Body::from(body)).expect("a request")
}

pub async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("text")
}

pub async fn value(response: Response<Body>) -> Value {
    serde_json::from_str(&text(response).await).expect("JSON")
}

pub fn location(response: &Response<Body>) -> &str {
    response.headers()[header::LOCATION].to_str().expect("text")
}
