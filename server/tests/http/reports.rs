//! The reports: who sees whom in them, and what leaves the building.

use axum::body::Body;
use http::{Response, StatusCode, header};
use http_body_util::BodyExt;

use crate::app::{TestApp, form, get, location, text};

const TWELVE_WEEKS: &str = "/reports/delays?from=2026-01-05&to=2026-03-29";

/// Every night of [`TWELVE_WEEKS`] has its census, of a hospital that was empty then.
async fn with_twelve_weeks_counted() -> TestApp {
    let app = TestApp::start().await;
    let [after, now] = ["2026-01-05T00:00:00Z", "2026-03-30T00:00:00Z"].map(|at| at.parse().expect("an instant"));
    let frozen = app.hospital.freeze_since(after, now).await.expect("counted");
    assert!(frozen.counts >= 84, "{frozen:?}");
    app
}

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

/// Asks again for as long as the answer is that it is being counted, as a browser does. Answers how that was said, and the end.
async fn looked_at_until_counted(app: &TestApp, path: &str) -> (Option<String>, Response<Body>) {
    let cookie = app.cookie("grace").await;
    let mut said = None;
    loop {
        let answer = app.send(get(path), cookie.as_deref()).await;
        if answer.status() != StatusCode::ACCEPTED {
            return (said, answer);
        }
        assert_eq!(answer.headers()[header::REFRESH], "1");
        said = Some(text(answer).await);
    }
}

#[tokio::test]
async fn whoever_waits_is_told_what_is_counted_and_gets_it_in_the_end() {
    let app = TestApp::start_with(&[("report-patience", "0")]).await;
    let (said, page) = looked_at_until_counted(&app, "/reports/flow?from=2026-01-01&to=2026-01-31").await;
    let said = said.expect("it takes longer than no time");
    assert!(said.contains("the discharges and the nights from 01-Jan-2026 to 31-Jan-2026"), "{said}");
    assert_eq!(page.status(), StatusCode::OK);
    assert!(text(page).await.contains("Period: 01-Jan-2026 to 31-Jan-2026"));

    let (said, pack) = looked_at_until_counted(&app, "/reports/pack.xlsx?report=flow&report=quality").await;
    let said = said.expect("it takes longer than no time");
    assert!(said.contains("what is missing in the records") && said.contains("The file comes by itself."), "{said}");
    assert!(pack.headers()[header::CONTENT_DISPOSITION].to_str().expect("text").contains("homeward-pack-"));
}

#[tokio::test]
async fn nobody_is_kept_waiting_for_what_they_may_not_see() {
    let app = TestApp::start_with(&[("report-patience", "0")]).await;
    let cookie = app.cookie("amara").await;
    let mut answer = app.send(get("/reports/flow"), cookie.as_deref()).await;
    while answer.status() == StatusCode::ACCEPTED {
        answer = app.send(get("/reports/flow"), cookie.as_deref()).await;
    }
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_ward_is_given_a_site_and_a_report_is_narrowed_down_to_it() {
    let app = TestApp::start().await;
    let before = text(app.get("/reports/delays", "grace").await).await;
    assert!(!before.contains("name=\"site\""), "where no ward has a site, none is asked for");
    let ward = [("code", "oak"), ("name", "Oak"), ("site", " Orchard Hospital ")];
    assert_eq!(app.post("/api/fn/save-ward", &ward, "owen").await.status(), StatusCode::OK);
    let page = text(app.get("/reports/delays?site=Orchard+Hospital", "grace").await).await;
    assert!(page.contains("name=\"site\"") && page.contains("Site: Orchard Hospital"), "{page}");
    let unknown = app.get("/reports/delays?site=The+Moon", "grace").await;
    assert_eq!(unknown.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(unknown).await.contains("There is no site \u{201c}The Moon\u{201d}."));
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

async fn decide(app: &TestApp, visitor: &str, path: &str, fields: &str) -> Response<Body> {
    app.send(form(path, fields), app.cookie(visitor).await.as_deref()).await
}

/// As a lead works without script: a target by a plain form, on the page, in the files, and taken back.
#[tokio::test]
async fn a_target_is_set_by_a_plain_form_and_stands_in_every_file() {
    let app = with_twelve_weeks_counted().await;
    let path = TWELVE_WEEKS;
    let page = text(app.get(path, "grace").await).await;
    assert!(page.contains("Target and rebasing") && page.contains("Nothing has been decided about this chart."), "{page}");
    assert!(page.contains("method=\"post\" action=\"/reports/delays?from=2026%2D01%2D05&amp;to=2026%2D03%2D29\""), "{page}");

    let answer = decide(&app, "grace", path, "chart=delay-days&step=target&target=40").await;
    assert_eq!(
        (answer.status(), location(&answer)),
        (StatusCode::SEE_OTHER, "/reports/delays?from=2026%2D01%2D05&to=2026%2D03%2D29")
    );
    let answer = decide(&app, "grace", path, "chart=delay-days&step=rebase&week=2026-02-02&why=The+lounge+opened").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);

    let page = text(app.get(path, "grace").await).await;
    for words in [
        "Consistently hits the target of at most 40 bed days.",
        "Rebased from 02-Feb-2026: The lounge opened",
        "stroke=\"#de1b1b\"",
        "Replace the target",
    ] {
        assert!(page.contains(words), "the page lacks {words}: {page}");
    }
    let csv = text(app.get(&path.replace("delays?", "delays.csv?"), "grace").await).await;
    assert!(
        csv.contains("Upper limit,Target,Variation,Rebased") && csv.contains(",40,") && csv.contains("The lounge opened"),
        "{csv}"
    );
    for file in ["xlsx", "pdf"] {
        bytes(&app, &path.replace("delays?", &format!("delays.{file}?")), "grace").await;
    }

    let seen_by_tom = text(app.get(path, "tom").await).await;
    assert!(seen_by_tom.contains("Target: at most 40 bed days") && !seen_by_tom.contains("Replace the target"), "{seen_by_tom}");
    let decision = page.split_once("name=\"decision\" value=\"").expect("a form").1.split_once('"').expect("its end").0;
    let fields = format!("chart=delay-days&step=withdraw&decision={decision}&why=Not+agreed");
    assert_eq!(decide(&app, "grace", path, &fields).await.status(), StatusCode::SEE_OTHER);
    let page = text(app.get(path, "grace").await).await;
    assert!(page.contains("Withdrawn by grace") && page.contains(": Not agreed"), "{page}");
}

#[tokio::test]
async fn what_was_typed_is_kept_beside_what_is_wrong_with_it() {
    let app = with_twelve_weeks_counted().await;
    let path = TWELVE_WEEKS;
    let answer = decide(&app, "grace", path, "chart=delay-days&step=target&target=forty").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("value=\"forty\"") && page.matches("is no target: it is a number").count() == 2, "{page}");
    assert!(page.contains("<details open class=\"decide\""), "{page}");

    let long = "x".repeat(301);
    let answer = decide(&app, "grace", path, &format!("chart=delay-days&step=rebase&week=2026-02-02&why={long}")).await;
    let page = text(answer).await;
    assert!(page.contains(&long) && page.contains("300 is the most"), "{page}");
    assert!(page.contains("<option value=\"2026-02-02\" selected"), "{page}");

    let elsewhere = decide(&app, "grace", "/reports/flow", "chart=delay-days&step=target&target=40").await;
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
}
