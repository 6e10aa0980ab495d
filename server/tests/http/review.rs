//! The weekly long-stay review, as somebody without script works through it.

use domain::{StayId, long_stay_review::ReviewWeek};
use http::StatusCode;

use crate::app::{TestApp, VISITORS, location, text};

fn this_week(app: &TestApp) -> String {
    ReviewWeek::of(domain::london::date(app.hospital.now())).to_string()
}

/// What a browser sends of a form with one action in it.
async fn write(app: &TestApp, stay: StayId, seen: &str, what: &str) -> http::Response<axum::body::Body> {
    let (week, stay) = (this_week(app), stay.to_string());
    let fields = [
        ("week", week.as_str()),
        ("stay", &stay),
        ("seen", seen),
        ("what", what),
        ("who", "Ffion Prosser"),
        ("by", &week),
        ("what", ""),
        ("who", ""),
        ("by", ""),
        ("escalation", "matron"),
        ("then", "stay"),
    ];
    app.post("/reports/review", &fields, "tom").await
}

#[tokio::test]
async fn the_patients_are_for_coordinators_and_the_counts_for_trust_leads() {
    let app = TestApp::start().await;
    let long = app.admit_for_long().await;
    let patient = format!("/reports/review?at={long}");
    for (visitor, expected) in VISITORS.iter().zip([303, 403, 200, 403, 403, 403, 403]) {
        assert_eq!(app.get(&patient, visitor).await.status().as_u16(), expected, "{patient} as {visitor}");
    }
    let to_tom = text(app.get("/reports/review", "tom").await).await;
    assert!(to_tom.contains("NAIRN, Robin (Mx)") && to_tom.contains("0 of 1 reviewed this week"), "{to_tom}");
    assert!(!to_tom.contains("LOMAX") && !to_tom.contains("type=\"module\""), "eight nights, and no program: {to_tom}");
    for path in ["/reports/review", &format!("/reports/review/{}.csv", this_week(&app))] {
        let to_grace = text(app.get(path, "grace").await).await;
        assert!(to_grace.contains("0 of 1 reviewed this week") && to_grace.contains("Oak"), "{path}: {to_grace}");
        assert!(!to_grace.contains("NAIRN") && !to_grace.contains("name=\"present\""), "{path}: {to_grace}");
    }
}

#[tokio::test]
async fn a_review_is_written_and_corrected_without_script() {
    let app = TestApp::start().await;
    let long = app.admit_for_long().await;
    let answer = write(&app, long, "0", "Care home to assess").await;
    assert_eq!(
        (answer.status(), location(&answer)),
        (StatusCode::SEE_OTHER, format!("/reports/review?week={}&at={long}", this_week(&app)).as_str())
    );
    let page = text(app.get(&format!("/reports/review?at={long}"), "tom").await).await;
    for words in ["NAIRN", "30 nights", "Care home to assess: Ffion Prosser", "Escalated to: Matron", "1 of 1 reviewed this week"]
    {
        assert!(page.contains(words), "the page lacks {words}: {page}");
    }
    assert!(page.contains("name=\"seen\" value=\"1\"") && page.contains("value=\"Care home to assess\""), "{page}");
    assert_eq!(write(&app, long, "1", "Care home assessed").await.status(), StatusCode::SEE_OTHER);
    let page = text(app.get(&format!("/reports/review?at={long}"), "tom").await).await;
    assert!(page.contains("Earlier versions") && page.contains("Care home to assess"), "nothing is lost: {page}");
    let csv = text(app.get(&format!("/reports/review/{}.csv", this_week(&app)), "tom").await).await;
    assert!(csv.contains("Care home assessed") && !csv.contains("Care home to assess"), "{csv}");
}

#[tokio::test]
async fn what_two_wrote_at_once_is_shown_side_by_side() {
    let app = TestApp::start().await;
    let long = app.admit_for_long().await;
    write(&app, long, "0", "Care home to assess").await;
    let answer = write(&app, long, "0", "Funding panel").await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let page = text(answer).await;
    assert!(page.contains("has written about this patient while you did"), "{page}");
    assert!(page.contains("Care home to assess: Ffion Prosser") && page.contains("value=\"Funding panel\""), "{page}");
    assert!(page.contains("name=\"seen\" value=\"1\""), "the form may be sent again, knowingly: {page}");
    assert_eq!(write(&app, long, "1", "Funding panel").await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_is_missing_is_said_with_what_was_typed() {
    let app = TestApp::start().await;
    let long = app.admit_for_long().await;
    let answer = write(&app, long, "0", " ").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("Please give what has to happen next.") && page.contains("value=\"Ffion Prosser\""), "{page}");
}

#[tokio::test]
async fn the_week_is_signed_off_by_name() {
    let app = TestApp::start().await;
    let long = app.admit_for_long().await;
    write(&app, long, "0", "Care home to assess").await;
    let week = this_week(&app);
    let sign = |name| [("week", week.as_str()), ("seen", "0"), ("name", name), ("present", "Dr Shah")];
    let answer = app.post("/reports/review/sign-off", &sign("somebody else"), "tom").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("please type that name to sign") && page.contains("Dr Shah</textarea>"), "{page}");
    assert_eq!(app.post("/reports/review/sign-off", &sign("tom"), "tom").await.status(), StatusCode::SEE_OTHER);
    for visitor in ["tom", "grace"] {
        let page = text(app.get("/reports/review", visitor).await).await;
        assert!(page.contains("Signed off by") && page.contains("Dr Shah"), "{visitor}: {page}");
    }
}
