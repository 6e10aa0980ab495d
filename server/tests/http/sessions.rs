//! Signing in as a browser without script does.

use domain::Command;
use http::{StatusCode, header};

use crate::app::{TestApp, envelope, form, get, json, location, text, value};

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_and_then_gets_where_they_wanted() {
    let app = TestApp::start().await;
    let response = app.send(get("/wards/maple"), None).await;
    assert_eq!((response.status(), location(&response)), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fwards%2Fmaple"));
    let response = app.send(form("/sign-in", "username=amara&password=three+random+words&next=%2Fwards%2Fmaple"), None).await;
    assert_eq!((response.status(), location(&response)), (StatusCode::SEE_OTHER, "/wards/maple"));
    let cookie = response.headers()[header::SET_COOKIE].to_str().expect("text");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), "{cookie}");
    let cookie = cookie.split(';').next();
    assert_eq!(app.send(get("/wards/maple"), cookie).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_password_leads_to_the_form_again_with_the_username_and_no_password() {
    let app = TestApp::start().await;
    for (typed, kept) in [
        ("amara", "value=\"amara\""),
        ("nobody.here", "value=\"nobody.here\""),
        ("%22%3E%3Cscript%3E", "value=\"&quot;&gt;&lt;script&gt;\""),
    ] {
        let response = app.send(form("/sign-in", &format!("username={typed}&password=not+hers&next=/wards")), None).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert!(!response.headers().contains_key(header::SET_COOKIE) && !response.headers().contains_key(header::LOCATION));
        let page = text(response).await;
        for words in [kept, "name=\"next\" value=\"/wards\"", "That is not a username and password that we know."] {
            assert!(page.contains(words), "{typed}: {words} is not in {page}");
        }
        assert!(!page.contains("not hers") && !page.contains("<script>\""), "{page}");
    }
}

/// A right password must not be taken for a wrong one because the server failed.
#[tokio::test]
async fn each_page_says_why_the_last_try_was_no_way_in() {
    let app = TestApp::start().await;
    let (wait, fault) = ("Please wait up to 15 minutes, then try again.", "Something went wrong on our side.");
    for (path, problem, expected) in [
        ("/sign-in", "wrong", "That is not a username and password that we know."),
        ("/sign-in", "wait", wait),
        ("/sign-in", "fault", fault),
        ("/locked", "wrong", "That is not your password."),
        ("/locked", "wait", wait),
        ("/locked", "fault", fault),
    ] {
        let page = text(app.get(&format!("{path}?problem={problem}"), "nobody").await).await;
        assert!(page.contains(expected), "{path}, {problem}: {page}");
        assert!(problem == "wrong" || !page.contains("That is not"), "{path}, {problem}: {page}");
    }
}

/// On a shared tablet: whose password opens it. Nobody else is named there.
#[tokio::test]
async fn a_locked_screen_says_whose_it_is() {
    let app = TestApp::start().await;
    let cookie = app.cookie("amara").await;
    app.send(form("/lock", ""), cookie.as_deref()).await;
    let page = text(app.send(get("/locked"), cookie.as_deref()).await).await;
    assert!(page.contains("Signed in: amara"), "{page}");
    let page = text(app.send(get("/locked"), None).await).await;
    assert!(!page.contains("Signed in: "), "{page}");
}

#[tokio::test]
async fn a_locked_screen_shows_nothing_until_the_password_is_given() {
    let app = TestApp::start().await;
    let cookie = app.cookie("amara").await;
    let cookie = cookie.as_deref();
    let response = app.send(form("/lock", ""), cookie).await;
    assert_eq!(location(&response), "/locked");
    assert_eq!(location(&app.send(get("/wards/maple"), cookie).await), "/locked?next=%2Fwards%2Fmaple");
    assert_eq!(app.send(get("/api/v1/board"), cookie).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        location(&app.send(form("/unlock", "password=wrong&next=/wards/maple"), cookie).await),
        "/locked?next=%2Fwards%2Fmaple&problem=wrong"
    );
    assert_eq!(
        location(&app.send(form("/unlock", "password=three+random+words&next=/wards/maple"), cookie).await),
        "/wards/maple"
    );
    assert_eq!(app.send(get("/api/v1/board"), cookie).await.status(), StatusCode::OK);
}

/// What a device kept is sent once it is back on the network, and another person may have signed in on it meanwhile.
#[tokio::test]
async fn a_change_is_sent_as_whose_it_is_or_not_at_all() {
    let app = TestApp::start().await;
    let (amara, tom) = (app.hospital.actor_named("amara").await.expect("Amara"), app.cookie("tom").await);
    let sent_as = |account: &str| {
        let change = Command::SetWhatMatters { words: "My cat".to_owned() };
        let mut request = json("POST", "/api/v1/commands", &envelope(app.maple, change));
        request.headers_mut().insert("homeward-account", account.parse().expect("a value"));
        request
    };
    let by_amara = amara.id.to_string();
    let refused = app.send(sent_as(&by_amara), tom.as_deref()).await;
    assert_eq!((refused.status(), value(refused).await["problem"].as_str()), (StatusCode::UNAUTHORIZED, Some("sign_in_needed")));
    assert_eq!(app.send(sent_as(&by_amara), app.cookie("amara").await.as_deref()).await.status(), StatusCode::OK);
    assert_eq!(app.send(sent_as("Amara"), tom.as_deref()).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

/// On every page with somebody's work on it, also on those that are plain forms, since one types there too.
#[tokio::test]
async fn a_page_tells_that_somebody_touches_it() {
    let app = TestApp::start().await;
    for (path, is_told) in [("/wards/maple", true), ("/reports/review", true), ("/sign-in", false), ("/locked", false)] {
        let page = text(app.get(path, "tom").await).await;
        assert_eq!(page.contains("/api/v1/session/here"), is_told, "{path}");
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_the_other_device_s_session() {
    let app = TestApp::start().await;
    let (one, other) = (app.cookie("amara").await, app.cookie("amara").await);
    app.send(form("/sign-out-everywhere", ""), one.as_deref()).await;
    assert_eq!(app.send(get("/api/v1/board"), other.as_deref()).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_filtered_board_is_come_back_to_as_it_was() {
    let app = TestApp::start().await;
    let board = "/wards/maple?overdue=yes&team=PHA";
    let way_in = "/sign-in?next=%2Fwards%2Fmaple%3Foverdue%3Dyes%26team%3DPHA";
    assert_eq!(location(&app.send(get(board), None).await), way_in);
    let page = text(app.send(get(way_in), None).await).await;
    assert!(page.contains("name=\"next\" value=\"/wards/maple?overdue=yes&amp;team=PHA\""), "{page}");
    let typed = "username=amara&password=three+random+words&next=%2Fwards%2Fmaple%3Foverdue%3Dyes%26team%3DPHA";
    assert_eq!(location(&app.send(form("/sign-in", typed), None).await), board);
}

#[tokio::test]
async fn nobody_is_led_elsewhere() {
    let app = TestApp::start().await;
    for elsewhere in ["//elsewhere.example", "https://elsewhere.example", "/%5Celsewhere", "/a%0D%0ASet-Cookie:+x"] {
        let typed = format!("username=amara&password=three+random+words&next={elsewhere}");
        assert_eq!(location(&app.send(form("/sign-in", &typed), None).await), "/", "{elsewhere}");
    }
}

/// A session may end while a form is filled in.
#[tokio::test]
async fn whoever_sends_a_form_too_late_signs_in_and_is_back_at_it() {
    let app = TestApp::start().await;
    for (page, expected) in [
        ("http://localhost/import", "/sign-in?next=%2Fimport"),
        ("http://localhost/reports/sitrep?day=2020-01-06", "/sign-in?next=%2Freports%2Fsitrep%3Fday%3D2020%2D01%2D06"),
        ("http://localhost//elsewhere.example", "/sign-in?next=%2F"),
    ] {
        let mut late = form("/reports/sitrep", "");
        late.headers_mut().insert(header::REFERER, page.parse().expect("a value"));
        assert_eq!(location(&app.send(late, None).await), expected, "from {page}");
    }
}
