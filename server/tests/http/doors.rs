//! Every role at every door. A door without a line here fails the test.

use std::collections::BTreeSet;

use axum::body::Body;
use domain::{Command, StayId};
use http::Request;
use server::router::DOORS;

use crate::app::{PASSWORD, TestApp, VISITORS, envelope, form, get, json, upload};

/// A request at a door, and the status for nobody, ward staff, coordinator, team member, trust lead, administrator, wall.
type Line = (&'static str, &'static str, fn(&TestApp) -> Request<Body>, [u16; 7]);

fn what_matters(stay: StayId) -> Request<Body> {
    json("POST", "/api/v1/commands", &envelope(stay, Command::SetWhatMatters { words: "My cat".to_owned() }))
}

const LINES: &[Line] = &[
    ("get", "/health", |_| get("/health"), [200, 200, 200, 200, 200, 200, 200]),
    (
        "post",
        "/api/v1/session",
        |_| json("POST", "/api/v1/session", &serde_json::json!({"username": "tom", "password": PASSWORD})),
        [200, 200, 200, 200, 200, 200, 200],
    ),
    (
        "delete",
        "/api/v1/session",
        |_| Request::delete("/api/v1/session").body(Body::empty()).expect("a request"),
        [401, 204, 204, 204, 204, 204, 204],
    ),
    ("post", "/api/v1/session/here", |_| form("/api/v1/session/here", ""), [401, 204, 204, 204, 204, 204, 204]),
    ("get", "/api/v1/wards", |_| get("/api/v1/wards"), [401, 200, 200, 200, 200, 403, 403]),
    ("get", "/api/v1/board", |_| get("/api/v1/board"), [401, 200, 200, 200, 403, 403, 200]),
    ("get", "/api/v1/board", |_| get("/api/v1/board?wards=maple"), [401, 200, 200, 200, 403, 403, 200]),
    ("get", "/api/v1/board", |_| get("/api/v1/board?wards=oak"), [401, 403, 200, 200, 403, 403, 403]),
    ("get", "/api/v1/board", |_| get("/api/v1/board?wards=maple,oak"), [401, 403, 200, 200, 403, 403, 403]),
    ("get", "/api/v1/stays/{stay}", |app| get(&format!("/api/v1/stays/{}", app.maple)), [401, 200, 200, 200, 403, 403, 403]),
    ("get", "/api/v1/stays/{stay}", |app| get(&format!("/api/v1/stays/{}", app.oak)), [401, 403, 200, 403, 403, 403, 403]),
    ("post", "/api/v1/commands", |app| what_matters(app.maple), [401, 200, 200, 403, 403, 403, 403]),
    ("post", "/api/v1/commands", |app| what_matters(app.oak), [401, 403, 200, 403, 403, 403, 403]),
    ("get", "/live", |_| get("/live"), [401, 200, 200, 200, 403, 403, 200]),
    ("get", "/live", |_| get("/live?wards=oak"), [401, 403, 200, 200, 403, 403, 403]),
    ("get", "/live", |app| get(&format!("/live?stay={}", app.oak)), [401, 403, 200, 403, 403, 403, 403]),
    ("post", "/sign-in", |_| form("/sign-in", "username=x&password=y"), [401, 401, 401, 401, 401, 401, 401]),
    ("post", "/sign-out", |_| form("/sign-out", ""), [303, 303, 303, 303, 303, 303, 303]),
    ("post", "/sign-out-everywhere", |_| form("/sign-out-everywhere", ""), [303, 303, 303, 303, 303, 303, 303]),
    ("post", "/lock", |_| form("/lock", ""), [303, 303, 303, 303, 303, 303, 303]),
    ("post", "/unlock", |_| form("/unlock", "password=x"), [303, 303, 303, 303, 303, 303, 303]),
    ("get", "/search/{id}", |_| get("/search/00000000-0000-7000-8000-000000000000"), [303, 303, 303, 303, 303, 303, 303]),
    ("post", "/search", |_| form("/search", "text=lomax"), [303, 200, 200, 200, 403, 403, 403]),
    ("post", "/search", |_| form("/search", "text=l"), [303, 200, 200, 200, 403, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/long-stay"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/delays.csv"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/flow.xlsx"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/quality.csv"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/flow.docx"), [303, 404, 404, 404, 404, 404, 404]),
    ("get", "/reports/{file}", |_| get("/reports/flow?from=yesterday"), [303, 403, 422, 403, 422, 403, 403]),
    ("get", "/reports/{file}", |_| get("/reports/weather"), [303, 404, 404, 404, 404, 404, 404]),
    ("get", "/reports/review", |_| get("/reports/review"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/review", |_| get("/reports/review?week=2020-01-08"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/review", |_| get("/reports/review?week=2199-01-08"), [303, 404, 404, 404, 404, 404, 404]),
    ("get", "/reports/review", |app| get(&format!("/reports/review?at={}", app.oak)), [303, 403, 404, 403, 403, 403, 403]),
    (
        "post",
        "/reports/review",
        |app| form("/reports/review", &format!("week=2020-01-06&stay={}&seen=0", app.oak)),
        [303, 403, 404, 403, 403, 403, 403],
    ),
    ("post", "/reports/review", |_| form("/reports/review", "week=2020-01-06"), [303, 422, 422, 422, 422, 422, 422]),
    (
        "post",
        "/reports/review/sign-off",
        |_| form("/reports/review/sign-off", "week=2020-01-06&seen=0&name=tom&present=Dr+Shah"),
        [303, 403, 422, 403, 403, 403, 403],
    ),
    ("get", "/reports/review/{file}", |_| get("/reports/review/2020-01-06.csv"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/review/{file}", |_| get("/reports/review/2020-01-06.docx"), [303, 404, 404, 404, 404, 404, 404]),
    ("get", "/reports/sitrep", |_| get("/reports/sitrep"), [303, 403, 200, 403, 200, 403, 403]),
    ("get", "/reports/sitrep", |_| get("/reports/sitrep?day=yesterday"), [303, 403, 422, 403, 422, 403, 403]),
    (
        "post",
        "/reports/sitrep",
        |_| form("/reports/sitrep", "day=2020-01-06&name=tom&mark=&version=0"),
        [303, 403, 422, 403, 422, 403, 403],
    ),
    ("get", "/reports/sitrep/{file}", |_| get("/reports/sitrep/2020-01-06.csv"), [303, 403, 422, 403, 422, 403, 403]),
    ("get", "/reports/sitrep/{file}", |_| get("/reports/sitrep/2020-01-06.pdf"), [303, 403, 404, 403, 404, 403, 403]),
    ("get", "/reports/sitrep/{file}", |_| get("/reports/sitrep/2020-01-06.docx"), [303, 404, 404, 404, 404, 404, 404]),
    (
        "post",
        "/reports/{file}",
        |_| form("/reports/delays", "chart=delay-days&step=target&target=40"),
        [303, 403, 403, 403, 303, 403, 403],
    ),
    (
        "post",
        "/reports/{file}",
        |_| form("/reports/delays", "chart=delay-days&step=target&target=forty"),
        [303, 403, 422, 403, 422, 403, 403],
    ),
    (
        "post",
        "/import",
        |_| upload("/import", "maple", "list.csv", "Bed,Name\nA2,OBI Amara\n"),
        [303, 403, 303, 403, 403, 403, 403],
    ),
    ("post", "/import/{id}", |_| form("/import/00000000-0000-7000-8000-000000000000", ""), [303, 403, 404, 403, 403, 403, 403]),
];

#[tokio::test]
async fn every_role_at_every_door() {
    let app = TestApp::start().await;
    for (method, path, request, expected) in LINES {
        for (visitor, expected) in VISITORS.iter().zip(expected) {
            let cookie = app.cookie(visitor).await;
            let response = app.send(request(&app), cookie.as_deref()).await;
            assert_eq!(response.status().as_u16(), *expected, "{method} {path} as {visitor}");
        }
    }
}

#[test]
fn every_door_has_its_line() {
    let doors: BTreeSet<_> = DOORS.iter().copied().collect();
    let lines: BTreeSet<_> = LINES.iter().map(|(method, path, ..)| (*method, *path)).collect();
    assert_eq!(lines, doors);
}
