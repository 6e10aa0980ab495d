//! Every role at every server function of the pages: they are public endpoints like any other. One without a line here fails
//! the test.

use std::collections::BTreeSet;

use axum::body::Body;
use http::{Request, header};
use leptos::server_fn::axum::server_fn_paths;
use serde_json::json as value;

use crate::app::{TestApp, VISITORS, form, json};

/// A function with its arguments, and the status for nobody, ward staff, coordinator, team member, trust lead, administrator, wall.
type Line = (&'static str, fn(&TestApp) -> Asked, [u16; 7]);

/// As the browser's program asks, or as a plain form does.
enum Asked {
    Json(serde_json::Value),
    Form(String),
}

const NOBODY_S: &str = "00000000-0000-7000-8000-000000000000";

const LINES: &[Line] = &[
    ("signed-in", |_| Asked::Json(value!({})), [401, 200, 200, 200, 200, 200, 200]),
    (
        "arrange-board",
        |_| Asked::Form("order=longest_stay&shown[]=days&shown[]=edd&empty_beds=true".to_owned()),
        [401, 200, 200, 200, 200, 200, 200],
    ),
    ("overview", |_| Asked::Json(value!({})), [401, 200, 200, 200, 200, 403, 403]),
    ("ward-board", |_| Asked::Json(value!({ "ward": "oak", "on_wall": false })), [401, 403, 200, 200, 403, 403, 403]),
    ("ward-board", |_| Asked::Json(value!({ "ward": "maple", "on_wall": true })), [401, 200, 200, 403, 403, 403, 200]),
    ("ward-round", |_| Asked::Json(value!({ "ward": "oak" })), [401, 403, 200, 403, 403, 403, 403]),
    ("hospital-board", |_| Asked::Json(value!({ "on_wall": true })), [401, 200, 200, 403, 403, 403, 200]),
    ("hospital-board", |_| Asked::Json(value!({ "on_wall": false })), [401, 200, 200, 200, 403, 403, 403]),
    ("ward-beds", |_| Asked::Json(value!({ "ward": "oak" })), [401, 200, 200, 403, 403, 403, 403]),
    ("board-row", |app| Asked::Json(value!({ "stay": app.oak })), [401, 403, 200, 403, 403, 403, 403]),
    ("patient", |app| Asked::Json(value!({ "stay": app.oak })), [401, 403, 200, 403, 403, 403, 403]),
    (
        "act-on-task",
        |app| {
            let (stay, step) = (app.oak, "step[task]=1&step[to]=done&step[position]=9&step[back]=/wards/oak");
            Asked::Form(format!("step[mutation]={}&step[stay]={stay}&{step}", service::clock::new_id::<domain::MutationId>()))
        },
        [401, 403, 422, 403, 403, 403, 403],
    ),
    ("list-report", |_| Asked::Json(value!({ "import": NOBODY_S })), [401, 403, 404, 403, 403, 403, 403]),
    ("wards", |_| Asked::Json(value!({})), [401, 403, 403, 403, 403, 200, 403]),
    ("accounts", |_| Asked::Json(value!({})), [401, 403, 403, 403, 403, 200, 403]),
    ("save-ward", |_| Asked::Form("code=elm&name=Elm".to_owned()), [401, 403, 403, 403, 403, 200, 403]),
    ("save-team", |_| Asked::Form("code=CHAP&name=Chaplaincy&kind=internal".to_owned()), [401, 403, 403, 403, 403, 200, 403]),
    (
        "save-kind",
        |_| {
            Asked::Form("kind[code]=T99&kind[title]=Cat+fed&kind[short]=Cat&kind[owner_team]=VCSE&kind[due][rule]=by_case&kind[blocking]=true".to_owned())
        },
        [401, 403, 403, 403, 403, 200, 403],
    ),
    ("retire-kind", |_| Asked::Form("code=T45".to_owned()), [401, 403, 403, 403, 403, 200, 403]),
    (
        "add-account",
        |_| Asked::Form("username=ivy.lowe&name=Ivy+Lowe&password=four+words+of+hers&grants[]=coordinator".to_owned()),
        [401, 403, 403, 403, 403, 200, 403],
    ),
    (
        "set-grants",
        |_| Asked::Form("account=00000000-0000-7000-8000-000000000000&grants[]=lead".to_owned()),
        [401, 403, 403, 403, 403, 404, 403],
    ),
    (
        "set-password",
        |_| Asked::Form("account=00000000-0000-7000-8000-000000000000&password=four+words+of+mine".to_owned()),
        [401, 403, 403, 403, 403, 404, 403],
    ),
    (
        "set-active",
        |_| Asked::Form("account=00000000-0000-7000-8000-000000000000&active=false".to_owned()),
        [401, 403, 403, 403, 403, 404, 403],
    ),
    (
        "end-sessions",
        |_| Asked::Form("account=00000000-0000-7000-8000-000000000000".to_owned()),
        [401, 403, 403, 403, 403, 200, 403],
    ),
];

fn request(app: &TestApp, name: &str, asked: fn(&TestApp) -> Asked) -> Request<Body> {
    let path = format!("/api/fn/{name}");
    let mut request = match asked(app) {
        Asked::Json(arguments) => json("POST", &path, &arguments),
        Asked::Form(fields) => form(&path, &fields),
    };
    // A form in a page is answered with the way back to the page; its own status is told to a program.
    request.headers_mut().insert(header::ACCEPT, "application/json".parse().expect("a value"));
    request
}

#[tokio::test]
async fn every_role_at_every_server_function() {
    let app = TestApp::start().await;
    for (name, asked, expected) in LINES {
        for (visitor, expected) in VISITORS.iter().zip(expected) {
            let cookie = app.cookie(visitor).await;
            let response = app.send(request(&app, name, *asked), cookie.as_deref()).await;
            assert_eq!(response.status().as_u16(), *expected, "{name} as {visitor}");
        }
    }
}

#[test]
fn every_server_function_has_its_line() {
    let functions: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let lines: BTreeSet<String> = LINES.iter().map(|(name, ..)| format!("/api/fn/{name}")).collect();
    assert_eq!(lines, functions);
}
