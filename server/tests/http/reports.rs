//! The reports: who sees whom in them, and what leaves the building.

use http::{StatusCode, header};
use http_body_util::BodyExt;

use crate::app::{TestApp, text};

async fn bytes(app: &TestApp, path: &str, visitor: &str) -> Vec<u8> {
    let response = app.get(path, visitor).await;
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    response.into_body().collect().await.expect("a body").to_bytes().to_vec()
}

#[tokio::test]
async fn a_report_is_complete_without_script_and_says_what_its_figures_mean() {
    let app = TestApp::start().await;
    for (name, heading, definition) in [
        ("long-stay", "By length of stay", "The midnights from the start of the spell"),
        ("delays", "By reason", "given to the primary reason confirmed for the day"),
        ("flow", "By hour", "Discharges in each hour of the ward clock"),
        ("quality", "What is missing", "whose record lacks something"),
    ] {
        let page = text(app.get(&format!("/reports/{name}"), "grace").await).await;
        assert!(page.contains(heading) && page.contains(definition), "{name}: {page}");
        assert!(!page.contains("type=\"module\""), "{name} needs no program");
    }
}

/// A trust lead has figures; who the patients are is for those who work with them.
#[tokio::test]
async fn patients_are_named_to_those_alone_who_may_see_them() {
    let app = TestApp::start().await;
    for path in ["/reports/quality", "/reports/quality.csv"] {
        let (seen, hidden) = (text(app.get(path, "tom").await).await, text(app.get(path, "grace").await).await);
        assert!(seen.contains("LOMAX, Robin (Mx)") && seen.contains("bed A1"), "{path}: {seen}");
        assert!(!hidden.contains("LOMAX") && !hidden.contains("bed A1"), "{path}: {hidden}");
        assert!(hidden.contains("Maple"), "{path}: {hidden}");
    }
}

#[tokio::test]
async fn what_leaves_the_trust_names_nobody_and_hides_small_numbers() {
    let app = TestApp::start().await;
    let inside = text(app.get("/reports/quality.csv", "tom").await).await;
    let outside = text(app.get("/reports/quality.csv?for=outside", "tom").await).await;
    assert!(inside.contains("LOMAX") && !outside.contains("LOMAX"), "{outside}");
    assert!(outside.contains("small numbers are hidden") && outside.contains('*'), "{outside}");
}

#[tokio::test]
async fn files_are_what_they_say() {
    let app = TestApp::start().await;
    let csv = bytes(&app, "/reports/delays.csv", "grace").await;
    assert!(csv.starts_with(b"\xef\xbb\xbf"), "a byte-order mark");
    assert!(bytes(&app, "/reports/delays.xlsx", "grace").await.starts_with(b"PK"));
    assert!(bytes(&app, "/reports/delays.pdf", "grace").await.starts_with(b"%PDF-"));
    let answer = app.get("/reports/delays.csv", "grace").await;
    let disposition = answer.headers()[header::CONTENT_DISPOSITION].to_str().expect("text");
    assert!(disposition.starts_with("attachment; filename=\"homeward-delays-20"), "{disposition}");
}

#[tokio::test]
async fn a_period_that_makes_no_sense_is_told_on_the_page_with_the_fields_to_ask_again() {
    let app = TestApp::start().await;
    let response = app.get("/reports/flow?from=2026-03-02&to=2026-03-01", "grace").await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(response).await;
    assert!(page.contains("The first day is after the last one.") && page.contains("name=\"from\""), "{page}");
}

#[tokio::test]
async fn a_board_pack_is_one_file_of_the_reports_that_were_chosen() {
    let app = TestApp::start().await;
    let path = "/reports/pack.pdf?report=delays&report=flow&from=2026-01-01&to=2026-01-31";
    assert!(bytes(&app, path, "grace").await.starts_with(b"%PDF-"));
    let answer = app.get("/reports/pack.xlsx?for=outside", "grace").await;
    let disposition = answer.headers()[header::CONTENT_DISPOSITION].to_str().expect("text");
    assert!(disposition.starts_with("attachment; filename=\"homeward-pack-20"), "{disposition}");
    assert_eq!(app.get("/reports/pack.csv", "grace").await.status(), StatusCode::NOT_FOUND, "a table has no parts");
    assert_eq!(app.get("/reports/pack", "grace").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_pack_that_makes_no_sense_is_told_at_the_form_as_it_was_filled_in() {
    let app = TestApp::start().await;
    let response = app.get("/reports/pack.pdf?report=flow&from=2026-03-02&to=2026-03-01&for=outside", "grace").await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(response).await;
    assert!(page.contains("The first day is after the last one.") && page.contains("value=\"2026-03-02\""), "{page}");
    let ticked = |value: &str| {
        page.split("<input").any(|input| {
            input.contains(&format!("value=\"{value}\"")) && input.split('>').next().is_some_and(|tag| tag.contains("checked"))
        })
    };
    assert!(ticked("flow") && ticked("outside") && !ticked("delays"), "{page}");
}
