//! The situation report of a day, as somebody without script checks and signs it.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use domain::{Actor, Command, CriteriaToReside, Grant, Patient, PatientId, PersonName, Place, Sex, command::Admission, london};
use http::{StatusCode, header};
use service::{
    bulk::{Step, Story},
    clock,
};

use crate::app::{TestApp, location, text};

/// Yesterday, of which the night is frozen: one patient who is ready.
async fn yesterday(app: &TestApp) -> NaiveDate {
    let day = london::date(app.hospital.now()) - Days::new(1);
    let at = london::instant(day - Days::new(2), NaiveTime::from_hms_opt(9, 0, 0).expect("a time"));
    let by = Arc::new(Actor { id: clock::new_id(), name: "Tom Reyes".to_owned(), grants: vec![Grant::DischargeCoordinator] });
    let patient = Patient {
        id: clock::new_id::<PatientId>(),
        name: PersonName::new("Nairn", "Robin", "Mx"),
        nhs_number: None,
        hospital_number: None,
        born: None,
        sex: Sex::NotKnown,
    };
    let place = Place { ward: "oak".parse().expect("a code"), bay: None, bed: None };
    let admitted_at = at - TimeDelta::days(1);
    let admission = Admission::new(patient, place, admitted_at);
    let ready = Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: at };
    let steps = [Command::AdmitPatient(Box::new(admission)), ready];
    let steps = steps.map(|command| Step { at, by: Arc::clone(&by), command }).into();
    app.hospital.tell(vec![Story { stay: clock::new_id(), steps }]).await.expect("told");
    app.hospital.freeze_due(app.hospital.now()).await.expect("frozen");
    day
}

fn mark(page: &str) -> &str {
    let after = page.split_once("name=\"mark\" value=\"").expect("a field").1;
    after.split_once('"').expect("its end").0
}

async fn sign(app: &TestApp, day: NaiveDate, page: &str, name: &str, visitor: &str) -> http::Response<axum::body::Body> {
    let day = day.to_string();
    let fields = [("day", day.as_str()), ("mark", mark(page)), ("version", "0"), ("name", name), ("remark", "Oak was <closed>.")];
    app.post("/reports/sitrep", &fields, visitor).await
}

#[tokio::test]
async fn a_day_is_checked_signed_and_locked_without_script() {
    let app = TestApp::start().await;
    let day = yesterday(&app).await;
    let page = text(app.get("/reports/sitrep", "grace").await).await;
    for words in ["Of these, remaining at midnight", "The day before", "To be checked", "Not signed", "Sign the day"] {
        assert!(page.contains(words), "the page lacks {words}: {page}");
    }
    assert!(!page.contains("NAIRN") && !page.contains("type=\"module\""), "{page}");

    let refused = sign(&app, day, &page, "somebody else", "grace").await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let again = text(refused).await;
    assert!(again.contains("please type that name to sign") && again.contains("Oak was &lt;closed&gt;."), "{again}");

    let signed = sign(&app, day, &page, "grace", "grace").await;
    assert_eq!((signed.status(), location(&signed)), (StatusCode::SEE_OTHER, format!("/reports/sitrep?day={day}").as_str()));
    let page_now = text(app.get(&format!("/reports/sitrep?day={day}"), "tom").await).await;
    assert!(page_now.contains("Signed by grace on") && page_now.contains("Amend this day"), "{page_now}");

    let late = sign(&app, day, &page, "tom", "tom").await;
    assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(late).await.contains("grace signed this day on"));
}

#[tokio::test]
async fn the_signed_day_is_taken_along_in_the_national_layout() {
    let app = TestApp::start().await;
    let day = yesterday(&app).await;
    let file = format!("/reports/sitrep/{day}.csv");
    assert_eq!(app.get(&file, "grace").await.status(), StatusCode::UNPROCESSABLE_ENTITY, "nobody has signed it");
    let page = text(app.get("/reports/sitrep", "grace").await).await;
    sign(&app, day, &page, "grace", "grace").await;
    let answer = app.get(&file, "grace").await;
    let disposition = answer.headers()[header::CONTENT_DISPOSITION].to_str().expect("text").to_owned();
    assert_eq!(disposition, format!("attachment; filename=\"homeward-sitrep-{day}.csv\""));
    let csv = text(answer).await;
    let head = "\u{feff}Period,Level,Region,ICB,Org Code,Org Name,Metric,Metric Type,Metric Group,Value\r\n";
    assert!(csv.starts_with(head), "{csv}");
    let line = format!("{},PROVIDER,", day.format("%d/%m/%Y"));
    assert!(csv.lines().nth(1).expect("a row").starts_with(&line), "{csv}");
    for format in ["xlsx", "pdf"] {
        assert_eq!(app.get(&format!("/reports/sitrep/{day}.{format}"), "tom").await.status(), StatusCode::OK, "{format}");
    }
}
