//! What every answer carries, and what no stranger gets through.

use http::{Request, StatusCode, header};
use server::router::BODY_LIMIT;

use crate::app::{PASSWORD, TestApp, envelope, get, json, text, value};

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let app = TestApp::start().await;
    for (path, visitor) in [
        ("/health", "nobody"),
        ("/sign-in", "nobody"),
        ("/api/v1/board", "amara"),
        ("/nowhere", "amara"),
        ("/pkg/x.js", "nobody"),
    ] {
        let response = app.get(path, visitor).await;
        for name in [
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "content-security-policy",
            "cache-control",
            "permissions-policy",
        ] {
            assert!(response.headers().contains_key(name), "{path} lacks {name}");
        }
    }
}

#[tokio::test]
async fn a_page_s_scripts_carry_its_nonce() {
    let app = TestApp::start().await;
    let pages = [app.get("/sign-in", "nobody").await, app.get("/sign-in", "nobody").await];
    let mut nonces = Vec::new();
    for page in pages {
        let policy = page.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce").to_owned();
        let html = text(page).await;
        let scripts = html.matches("<script").count();
        assert!(scripts > 0);
        assert_eq!(html.matches(&format!("nonce=\"{nonce}\"")).count(), scripts, "{html}");
        assert!(!policy.contains("unsafe-inline"));
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
}

#[tokio::test]
async fn another_site_s_form_is_turned_away() {
    let app = TestApp::start().await;
    let credentials = serde_json::json!({ "username": "tom", "password": PASSWORD });
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
        let mut request = json("POST", "/api/v1/session", &credentials);
        request.headers_mut().insert(name, value.parse().expect("a value"));
        assert_eq!(app.send(request, None).await.status(), StatusCode::FORBIDDEN);
    }
    let mut request = json("POST", "/api/v1/session", &credentials);
    request.headers_mut().insert("sec-fetch-site", "same-origin".parse().expect("a value"));
    assert_eq!(app.send(request, None).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn nothing_changes_by_getting() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    for path in ["/api/v1/commands", "/sign-out", "/lock"] {
        let status = app.send(get(path), cookie.as_deref()).await.status();
        assert!(status == StatusCode::METHOD_NOT_ALLOWED || status == StatusCode::NOT_FOUND, "{path}: {status}");
    }
    assert_eq!(app.send(get("/api/v1/wards"), cookie.as_deref()).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_missing_file_is_a_real_404() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/pkg/homeward.old.wasm", "amara").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    let words = "My cat. ".repeat(BODY_LIMIT / 8);
    let change = envelope(app.maple, domain::Command::SetWhatMatters { words: words.clone() });
    for request in [
        json("POST", "/api/v1/commands", &change),
        json("POST", "/api/v1/session", &serde_json::json!({ "username": "tom", "password": words })),
    ] {
        let response = app.send(request, cookie.as_deref()).await;
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
        let told = value(response).await;
        assert_eq!(
            (told["problem"].as_str(), told["limit"].as_u64()),
            (Some("too_large"), u64::try_from(BODY_LIMIT).ok()),
            "{told}"
        );
    }
}

/// Whoever programs against the doors reads one shape of problem, and nothing of what was sent.
#[tokio::test]
async fn what_cannot_be_read_is_a_problem_as_any_other() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    let sent = |path: &str, kind: &str, body: &'static str| {
        let request = Request::post(path).header(header::HOST, "homeward.test").header(header::CONTENT_TYPE, kind);
        request.body(body.into()).expect("a request")
    };
    for (request, expected) in [
        (sent("/api/v1/commands", "application/json", "{\"obi"), "invalid"),
        (sent("/api/v1/commands", "text/plain", "{}"), "invalid"),
        (sent("/api/v1/session", "application/json", "{\"obi"), "invalid"),
        (sent("/api/v1/session", "text/plain", "{}"), "invalid"),
        (sent("/api/v1/session", "application/json", r#"{ "username": "obi", "password": 1945 }"#), "invalid"),
        (get("/api/v1/board?wards=maple&wards=obi"), "invalid"),
        (get("/live?after=obi"), "invalid"),
        (get("/api/v1/stays/obi%FF"), "not_found"),
    ] {
        let asked_for = request.uri().to_string();
        let told = value(app.send(request, cookie.as_deref()).await).await;
        assert_eq!(told["problem"].as_str(), Some(expected), "{asked_for}: {told}");
        let message = told["message"].as_str().expect("a sentence");
        assert!(!message.contains("obi") && !message.contains("1945"), "{asked_for}: {message}");
    }
}

#[tokio::test]
async fn what_is_no_envelope_is_told_where_and_repeats_nothing() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    let mut envelope = serde_json::to_value(envelope(app.maple, domain::Command::CancelDischarge)).expect("JSON");
    envelope["command"] = serde_json::json!({ "do": "set_expected_discharge", "day": "OBI, Amara" });
    let response = app.send(json("POST", "/api/v1/commands", &envelope), cookie.as_deref()).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let body = text(response).await;
    assert!(body.contains("`command`") && !body.contains("OBI"), "{body}");
}
