//! The pages, as somebody without script reads them.

use http::StatusCode;

use crate::app::{TestApp, VISITORS, text};

/// A page, and its status for nobody, ward staff, coordinator, team member, trust lead, administrator, wall.
const PAGES: &[(&str, [u16; 7])] = &[
    ("/sign-in", [200, 200, 200, 200, 200, 200, 200]),
    ("/problem", [404, 404, 404, 404, 404, 404, 404]),
    ("/wards", [303, 200, 200, 200, 200, 403, 403]),
    ("/wards/maple", [303, 200, 200, 200, 403, 403, 200]),
    ("/wards/oak", [303, 403, 200, 200, 403, 403, 403]),
    ("/wards/elm", [303, 403, 404, 404, 403, 403, 403]),
    ("/wards/maple/round", [303, 200, 200, 403, 403, 403, 403]),
    ("/wards/oak/round", [303, 403, 200, 403, 403, 403, 403]),
    ("/board", [303, 200, 200, 200, 403, 403, 403]),
    ("/board?overdue=yes&team=PHA", [303, 200, 200, 200, 403, 403, 403]),
    ("/board?due=today", [303, 200, 200, 200, 403, 403, 403]),
    ("/my-tasks", [303, 200, 200, 200, 403, 403, 403]),
    ("/search", [303, 200, 200, 200, 403, 403, 403]),
    ("/reports", [303, 403, 200, 403, 200, 403, 403]),
    ("/design", [303, 200, 200, 200, 200, 200, 200]),
    ("/task", [303, 404, 404, 404, 404, 404, 404]),
    ("/import", [303, 403, 200, 403, 403, 403, 403]),
    ("/admin", [303, 403, 403, 403, 403, 200, 403]),
    ("/admin/hospital", [303, 403, 403, 403, 403, 200, 403]),
    ("/nowhere", [303, 404, 404, 404, 404, 404, 404]),
];

#[tokio::test]
async fn every_role_at_every_page() {
    let app = TestApp::start().await;
    let patients = [(app.maple, [303, 200, 200, 200, 403, 403, 403]), (app.oak, [303, 403, 200, 403, 403, 403, 403])];
    let patients = patients.map(|(stay, expected)| (format!("/patients/{stay}"), expected));
    let unknown = ("/patients/00000000-0000-7000-8000-000000000000".to_owned(), [303, 404, 404, 404, 403, 403, 403]);
    let task = (format!("/task?task={}.1", app.maple), [303, 200, 200, 200, 403, 403, 403]);
    let pages = PAGES.iter().map(|(path, expected)| ((*path).to_owned(), *expected)).chain(patients).chain([unknown, task]);
    for (path, expected) in pages {
        for (visitor, expected) in VISITORS.iter().zip(expected) {
            let status = app.get(&path, visitor).await.status().as_u16();
            assert_eq!(status, expected, "{path} as {visitor}");
        }
    }
}

#[tokio::test]
async fn the_board_is_complete_without_script() {
    let app = TestApp::start().await;
    let page = text(app.get("/wards/maple", "amara").await).await;
    for words in ["LOMAX, Robin (Mx)", "999 000 0018", "TTO dispensed", "Pharmacy", "UNOCCUPIED", "Not reviewed", "7+"] {
        assert!(page.contains(words), "the board lacks {words}: {page}");
    }
    assert!(!page.contains("MARSH"), "a patient of another ward");
}

/// Whoever reads the source of a wall's page finds no more than whoever reads the wall.
#[tokio::test]
async fn a_wall_s_page_holds_no_names() {
    let app = TestApp::start().await;
    for (path, visitor) in [
        ("/wards/maple?display=wall", "amara"),
        ("/board?display=wall", "tom"),
        ("/wards/maple", "screen"),
        ("/wards/maple?display=wall", "screen"),
    ] {
        let page = text(app.get(path, visitor).await).await;
        assert!(page.contains("R.L.") && page.contains("TTO"), "{path} as {visitor}: {page}");
        for hidden in ["Lomax", "LOMAX", "9990000018", "999 000 0018", "1945"] {
            assert!(!page.contains(hidden), "{hidden} at {path} as {visitor}");
        }
    }
}

#[tokio::test]
async fn a_filter_in_the_address_holds_without_script() {
    let app = TestApp::start().await;
    let page = text(app.get("/wards/maple?team=PHA", "amara").await).await;
    assert!(page.contains("1 of 1 patients shown: Pharmacy") && page.contains("TTO dispensed"), "{page}");
    assert!(page.contains("from=%2Fwards%2Fmaple%3Fteam%3DPHA&amp;task="), "a task's page would lead elsewhere: {page}");
    let page = text(app.get("/wards/maple?team=THER", "amara").await).await;
    assert!(page.contains("0 of 1 patients shown: Therapies"), "{page}");
    assert!(!page.contains("href=\"/patients/"), "nobody is left in the table");
}

#[tokio::test]
async fn the_hospital_s_page_counts_beds_for_those_who_see_them_all() {
    let app = TestApp::start().await;
    for (visitor, said, unsaid) in [
        ("tom", vec!["1 of 4 beds", "2 of 8", "href=\"/board?due=today\""], "for your team"),
        ("grace", vec!["1 of 4 beds", "2 of 8", "Due today"], "href=\"/board"),
        ("amara", vec!["1 of 4 beds", "1 of 4<"], "Oak"),
        ("priya", vec!["1 patient with a task for your team", "0 patients with a task for your team"], "of 4"),
    ] {
        let page = text(app.get("/wards", visitor).await).await;
        let shown = page.split_once("<main").and_then(|(_, main)| main.split_once("</main>")).expect("a main part").0;
        for words in said {
            assert!(shown.contains(words), "{visitor} misses {words}: {shown}");
        }
        assert!(!shown.contains(unsaid), "{visitor} reads {unsaid}: {shown}");
    }
}

/// The pharmacy's task is the only one that a pharmacist sees, and not the only one that has to be done.
#[tokio::test]
async fn one_thing_from_home_is_nobody_whom_others_hold_up_too() {
    let app = TestApp::start().await;
    let tom = app.hospital.actor_named("tom").await.expect("an actor");
    let transport = domain::task::NewTask {
        number: domain::TaskNumber(2),
        kind: None,
        title: "Transport booked".to_owned(),
        owner_team: "PTS".parse().expect("a code"),
        due: None,
        blocking: true,
        after: std::collections::BTreeSet::new(),
    };
    let review = domain::Command::ReviewCriteria { found: domain::CriteriaToReside::NotMet, reviewed_at: app.hospital.now() };
    let task = transport.number;
    for (command, shown) in
        [(review, 1), (domain::Command::AddTask(Box::new(transport)), 0), (domain::Command::CompleteTask { task }, 1)]
    {
        app.hospital.submit(&tom, vec![crate::app::envelope(app.maple, command)]).await.expect("a receipt");
        let page = text(app.get("/board?one-thing=yes", "priya").await).await;
        assert!(page.contains(&format!("{shown} of 1 patients shown: One thing from home")), "{page}");
        let page = text(app.get("/wards", "priya").await).await;
        assert!(page.contains(&format!("One thing from home ({shown})")), "{page}");
    }
}

#[tokio::test]
async fn pages_of_plain_forms_come_without_a_program() {
    let app = TestApp::start().await;
    for (path, visitor, expected) in [
        ("/sign-in", "nobody", false),
        ("/search", "amara", false),
        ("/import", "tom", false),
        ("/admin", "owen", false),
        ("/wards", "tom", true),
        ("/my-tasks", "amara", true),
    ] {
        let page = text(app.get(path, visitor).await).await;
        assert_eq!(page.contains("type=\"module\""), expected, "{path}");
    }
}

/// What a tap on a chip leads to before the program has arrived.
#[tokio::test]
async fn a_task_is_done_by_a_plain_form_once() {
    let app = TestApp::start().await;
    let board = text(app.get("/wards/maple", "amara").await).await;
    assert!(board.contains(&format!("href=\"/task?from=%2Fwards%2Fmaple&amp;task={}.1\"", app.maple)), "{board}");
    let page = text(app.get(&format!("/task?task={}.1&from=/wards/maple?mine=yes", app.maple), "amara").await).await;
    for words in ["LOMAX", "999 000 0018", "TTO dispensed", "Waiting on", "Done"] {
        assert!(page.contains(words), "the page lacks {words}: {page}");
    }
    let done = step(&app, &page, "done");
    for _ in 0..2 {
        let answer = app.send(plain_form(&done), app.cookie("amara").await.as_deref()).await;
        assert_eq!(answer.headers()["location"], format!("/wards/maple?mine=yes#row-{}", app.maple));
    }
    let tom = app.hospital.actor_named("tom").await.expect("an actor");
    let record = app.hospital.patient(&tom, app.maple).await.expect("a record");
    let doings = record.entries.iter().filter(|entry| matches!(entry.event, domain::Event::TaskCompleted { .. })).count();
    assert_eq!(doings, 1, "sending it twice does it once");

    let late = step(&app, &page, "in_progress");
    let answer = app.send(plain_form(&late), app.cookie("amara").await.as_deref()).await;
    let back = answer.headers()["location"].to_str().expect("text").to_owned();
    assert!(back.contains("__err="), "a finished task is not started again: {back}");
}

/// The fields that a page's button sends.
fn step(app: &TestApp, page: &str, to: &str) -> String {
    let form = page.split("<form").find(|form| form.contains(&format!("value=\"{to}\""))).expect("a form");
    let field = |name: &str| {
        let after = form.split_once(&format!("name=\"step[{name}]\" value=\"")).expect("a field").1;
        after.split_once('"').expect("its end").0
    };
    let (mutation, position, back) = (field("mutation"), field("position"), field("back"));
    let stay = app.maple;
    format!("step[mutation]={mutation}&step[stay]={stay}&step[task]=1&step[to]={to}&step[position]={position}&step[back]={back}")
}

fn plain_form(fields: &str) -> http::Request<axum::body::Body> {
    let mut request = crate::app::form("/api/fn/act-on-task", fields);
    request.headers_mut().insert("accept", "text/html".parse().expect("a value"));
    request.headers_mut().insert("referer", "http://localhost/task".parse().expect("a value"));
    request
}

#[tokio::test]
async fn what_a_patient_s_note_says_stays_text() {
    let app = TestApp::start().await;
    let payload = "</textarea><script>alert(1)</script>";
    let tom = app.hospital.actor_named("tom").await.expect("an actor");
    for command in [
        domain::Command::AddNote {
            note: domain::NoteNumber(1),
            text: payload.to_owned(),
            visibility: domain::Visibility::Internal,
        },
        domain::Command::SetWhatMatters { words: payload.to_owned() },
    ] {
        app.hospital.submit(&tom, vec![crate::app::envelope(app.maple, command)]).await.expect("a receipt");
    }
    for path in [format!("/patients/{}", app.maple), "/wards/maple".to_owned()] {
        let response = app.get(&path, "amara").await;
        assert_eq!(response.status(), StatusCode::OK);
        let page = text(response).await;
        assert!(!page.contains("<script>alert"), "{path}");
    }
}

/// As a load test found it in other servers: a body that never ends.
#[tokio::test]
async fn every_one_of_a_thousand_pages_ends() {
    let app = TestApp::start().await;
    let cookie = app.cookie("amara").await;
    for _ in 0..50 {
        let pages = (0..20).map(|_| async { text(app.send(crate::app::get("/wards/maple"), cookie.as_deref()).await).await });
        for page in futures::future::join_all(pages).await {
            assert!(page.contains("</html>") && page.ends_with("</script>"), "{}", &page[page.len().saturating_sub(200)..]);
        }
    }
}

/// What there is not is named; but whose ward it is not can't tell a ward of others from none.
#[tokio::test]
async fn an_address_that_leads_nowhere_says_so_and_leads_on() {
    let app = TestApp::start().await;
    let unknown = "/patients/00000000-0000-7000-8000-000000000000";
    for (path, visitor, words, way_on) in [
        ("/wards/elm", "tom", "There is no ward at this address.", "href=\"/\""),
        (unknown, "tom", "No patient is at this address. They may have left: search for them.", "href=\"/search\""),
        ("/nowhere", "tom", "There is no page at this address.", "href=\"/\""),
        ("/wards/elm", "amara", "This ward is not yours to see, or there is no ward at this address.", "href=\"/\""),
        ("/wards/oak", "amara", "This ward is not yours to see, or there is no ward at this address.", "href=\"/\""),
    ] {
        let page = text(app.get(path, visitor).await).await;
        for words in [words, way_on, "class=\"top-bar__name\""] {
            assert!(page.contains(words), "{path} as {visitor}: {words} is not in {page}");
        }
    }
}

/// A file or a form that is refused is met by a person: a program's words are for programs.
#[tokio::test]
async fn a_refusal_is_a_page() {
    let app = TestApp::start().await;
    for (path, visitor, status, words) in [
        ("/reports/flow.xlsx", "amara", StatusCode::FORBIDDEN, "Not yours to see"),
        ("/reports/flow.docx", "tom", StatusCode::NOT_FOUND, "Nothing here"),
        ("/reports/sitrep/2020-01-06.csv", "tom", StatusCode::UNPROCESSABLE_ENTITY, "Not done"),
    ] {
        let refused = app.get(path, visitor).await;
        assert_eq!(refused.status(), status, "{path}");
        let page = text(refused).await;
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains(words), "{path}: {page}");
        assert!(page.contains("href=\"/\""), "{path} has no way on: {page}");
    }
    let told = text(app.get("/api/v1/board?wards=oak", "amara").await).await;
    assert!(told.starts_with('{'), "a program is told in its own words: {told}");
}
