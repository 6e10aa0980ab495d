//! Searching with the form in the bar of every page, without script.

use crate::app::{TestApp, form, location, text};

async fn search(app: &TestApp, visitor: &str, words: &str) -> String {
    let cookie = app.cookie(visitor).await;
    text(app.send(form("/search", &format!("text={words}")), cookie.as_deref()).await).await
}

#[tokio::test]
async fn a_patient_is_found_and_their_page_is_one_step_away() {
    let app = TestApp::start().await;
    for words in ["lomax", "999+000+0018", "maple+1"] {
        let page = search(&app, "amara", words).await;
        for expected in ["1 patient found", "LOMAX, Robin (Mx)", "14-Jul-1945", "999 000 0018", "Maple, Bay A bed A1"] {
            assert!(page.contains(expected), "{words}: the page lacks {expected}: {page}");
        }
        assert!(page.contains(&format!("href=\"/patients/{}\"", app.maple)), "{page}");
    }
}

#[tokio::test]
async fn nobody_finds_whom_they_may_not_see() {
    let app = TestApp::start().await;
    assert!(search(&app, "tom", "marsh").await.contains("MARSH, Robin"));
    for visitor in ["amara", "priya"] {
        let page = search(&app, visitor, "marsh").await;
        assert!(page.contains("No patient whom you may see") && !page.contains("MARSH"), "{visitor}: {page}");
    }
}

#[tokio::test]
async fn what_was_searched_for_stays_text_and_out_of_addresses() {
    let app = TestApp::start().await;
    let page = search(&app, "amara", "%22%3E%3Cscript%3Ealert%281%29%3C/script%3E").await;
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(search(&app, "amara", "l").await.contains("at least two letters"));
    let sent_away = app.send(form("/search", "text=lomax"), None).await;
    assert_eq!(location(&sent_away), "/sign-in?next=%2F");
}

#[tokio::test]
async fn what_was_found_is_found_again_by_the_one_who_searched() {
    let app = TestApp::start().await;
    let page = search(&app, "amara", "lomax").await;
    let again = page.split('\'').find(|part| part.starts_with("/search/")).expect("an address");
    assert!(text(app.get(again, "amara").await).await.contains("1 patient found"));
    assert_eq!(location(&app.get(again, "tom").await), "/search");
}

#[tokio::test]
async fn every_page_of_one_who_sees_patients_has_the_field() {
    let app = TestApp::start().await;
    for (path, visitor, expected) in [
        ("/wards", "tom", true),
        ("/import", "tom", true),
        ("/my-tasks", "priya", true),
        ("/search", "amara", true),
        ("/wards", "grace", false),
        ("/admin", "owen", false),
        ("/wards/maple?display=wall", "amara", false),
    ] {
        let page = text(app.get(path, visitor).await).await;
        assert_eq!(page.matches("id=\"search-patients\"").count(), usize::from(expected), "{path} as {visitor}");
    }
}
