//! A ward's list comes in by a form.

use http::StatusCode;

use crate::app::{TestApp, form, get, location, text, upload, value};

const LIST: &str = "Bed,Name,NHS No,DOB,Admitted,EDD\nA2,\"NWOSU, Ada (Mrs)\",999 000 0026,14/07/1945,05/03/2026,09/03/2026\n\
                    A3,\"FINCH, Peter (Mr)\",999 123 4567,01/02/1950,06/03/2026,31/02/2026\n";

#[tokio::test]
async fn a_list_is_checked_first_and_then_brought_in_once() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    let cookie = cookie.as_deref();
    let response = app.send(upload("/import", "maple", "list.csv", LIST), cookie).await;
    let report = location(&response).to_owned();
    let page = text(app.send(get(&report), cookie).await).await;
    assert!(page.contains("999 123 4567 fails its check digit"), "{page}");
    let patients = async || {
        let board = value(app.send(get("/api/v1/board?wards=maple"), cookie).await).await;
        board[0]["rows"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(patients().await, 1, "checking brings in nobody");
    assert_eq!(location(&app.send(form(&report, ""), cookie).await), report);
    assert_eq!(patients().await, 3);
    let again = app.send(form(&report, ""), cookie).await;
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(patients().await, 3);
}

#[tokio::test]
async fn a_file_that_can_t_be_checked_comes_back_with_the_form() {
    let app = TestApp::start().await;
    let cookie = app.cookie("tom").await;
    for (ward, list, words) in
        [("maple", "", "Please choose a file."), ("no such ward!", LIST, "Please choose a ward from the list.")]
    {
        let refused = app.send(upload("/import", ward, "list.csv", list), cookie.as_deref()).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = text(refused).await;
        assert!(page.contains(words) && page.contains("action=\"/import\""), "the form lacks \"{words}\": {page}");
    }
}
