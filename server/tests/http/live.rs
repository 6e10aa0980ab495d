//! What a page is told first on its live stream: whether it is still the page that the server would send.

use domain::Grant;
use http_body_util::BodyExt;
use rstest::rstest;

use crate::app::{TestApp, get};

/// The frames up to the first beat.
async fn first_frames(app: &TestApp, address: &str, cookie: &str) -> String {
    let mut body = app.send(get(address), Some(cookie)).await.into_body();
    let mut heard = String::new();
    while !heard.contains("beat") {
        let frame = body.frame().await.expect("a frame").expect("bytes");
        heard += std::str::from_utf8(frame.data_ref().expect("data")).expect("text");
    }
    heard
}

#[rstest]
#[case::as_the_server_would_make_it("grants=ward:maple&build=none", &[])]
#[case::no_page("", &[])]
#[case::of_an_older_build("grants=ward:maple&build=before", &["new_build"])]
#[case::for_another_role("grants=ward:maple,ward:oak&build=none", &["new_role"])]
#[tokio::test]
async fn a_page_hears_whether_it_still_holds(#[case] made: &str, #[case] told: &[&str]) {
    let app = TestApp::start().await;
    let cookie = app.cookie("amara").await.expect("signed in");
    let heard = first_frames(&app, &format!("/live?{made}"), &cookie).await;
    for frame in ["new_role", "new_build"] {
        assert_eq!(heard.contains(frame), told.contains(&frame), "{heard}");
    }
}

/// Also while nobody listened: what is on the screen was chosen by the old role.
#[tokio::test]
async fn a_page_hears_of_a_role_that_was_taken_away_while_its_tablet_slept() {
    let app = TestApp::start().await;
    let cookie = app.cookie("amara").await.expect("signed in");
    let (amara, owen) = (app.hospital.actor_named("amara").await, app.hospital.actor_named("owen").await);
    let (amara, owen) = (amara.expect("an actor"), owen.expect("an actor"));
    app.hospital.set_grants(&owen, amara.id, vec![Grant::WardStaff("oak".parse().expect("a code"))]).await.expect("set");
    let heard = first_frames(&app, "/live?after=0&grants=ward:maple&build=none", &cookie).await;
    assert!(heard.contains("new_role"), "{heard}");
}
