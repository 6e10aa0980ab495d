//! Finding patients from anywhere, and who has seen whom.

use domain::{Actor, Command, Grant, Patient, Problem, SearchAnswer, SearchHit, StayId, stay::Destination};
use service::NewAccount;

use crate::hospital::{Scene, at, envelope, patient, person, scenes};

async fn search(scene: &Scene, actor: &Actor, text: &str) -> Vec<SearchHit> {
    match scene.hospital.search(actor, text).await.expect("an answer") {
        SearchAnswer::Found { hits, .. } => hits,
        SearchAnswer::TooShort => panic!("{text:?} is too short"),
    }
}

fn stays(hits: &[SearchHit]) -> Vec<StayId> {
    hits.iter().map(|hit| hit.stay).collect()
}

/// Robin Lowe, with both numbers.
fn robin() -> Patient {
    Patient { nhs_number: "999 000 0018".parse().ok(), hospital_number: "SA104417".parse().ok(), ..patient("Lowe") }
}

async fn discharge(scene: &Scene, stay: StayId) {
    let home = Command::DischargePatient { at: at(), to: Destination::HomeWithSupport };
    scene.accepted(&scene.tom, envelope(stay, home)).await;
}

#[tokio::test]
async fn a_patient_is_found_by_name_number_and_bed() {
    for scene in scenes().await {
        let stay = scene.admit_patient(robin(), "maple", "A1").await;
        scene.admit("Marsh", "oak", "A2").await;
        for text in ["lowe", "LOWE, Robin", "999-000-0018", "0018", "sa104417", "SA10", "maple a1", "ma1"] {
            assert_eq!(stays(&search(&scene, &scene.tom, text).await), [stay], "{text}");
        }
        let hits = search(&scene, &scene.tom, "lowe").await;
        assert_eq!((hits[0].ward.as_str(), hits[0].place.in_words().as_str()), ("Maple", "Bay A bed A1"));
        assert!(search(&scene, &scene.tom, "nobody").await.is_empty());
    }
}

#[tokio::test]
async fn family_names_stand_before_given_names() {
    for scene in scenes().await {
        let given = scene.admit("Adams", "maple", "A1").await;
        let family = scene.admit("Robinson", "oak", "A2").await;
        assert_eq!(stays(&search(&scene, &scene.tom, "robin").await), [family, given]);
    }
}

#[tokio::test]
async fn everybody_finds_only_whom_they_may_see() {
    for scene in scenes().await {
        let here = scene.admit("Lowe", "maple", "A1").await;
        let there = scene.admit("Lowry", "oak", "A2").await;
        scene.add_task(there, 1, "PHA", "TTO dispensed").await;
        assert_eq!(stays(&search(&scene, &scene.tom, "low").await), [here, there]);
        assert_eq!(stays(&search(&scene, &scene.amara, "low").await), [here]);
        assert_eq!(stays(&search(&scene, &scene.priya, "low").await), [there]);
        for nobody in [person("Grace Hall", Grant::TrustLead), person("Owen Price", Grant::Administrator)] {
            assert_eq!(scene.hospital.search(&nobody, "low").await, Err(Problem::NotAllowed));
        }
    }
}

#[tokio::test]
async fn a_whole_number_finds_those_who_have_left() {
    for scene in scenes().await {
        let robin = robin();
        let elsewhere = scene.admit_patient(robin.clone(), "oak", "A2").await;
        discharge(&scene, elsewhere).await;
        let stay = scene.admit_patient(robin, "maple", "A1").await;
        for text in ["999 000 0018", "SA104417"] {
            let hits = search(&scene, &scene.tom, text).await;
            assert_eq!(stays(&hits), [stay, elsewhere], "{text}");
            assert_eq!(hits.iter().map(|hit| hit.discharged_at.is_some()).collect::<Vec<_>>(), [false, true]);
            assert_eq!(stays(&search(&scene, &scene.amara, text).await), [stay], "an earlier stay on another ward");
        }
        assert_eq!(stays(&search(&scene, &scene.tom, "lowe").await), [stay], "a name finds those who are here");
    }
}

#[tokio::test]
async fn a_single_letter_is_not_searched_for_and_thirty_are_shown() {
    for scene in scenes().await {
        for number in 0..32 {
            scene.admit("Lowe", "maple", &format!("Chair {number}")).await;
        }
        assert_eq!(scene.hospital.search(&scene.tom, " l ").await, Ok(SearchAnswer::TooShort));
        let answer = scene.hospital.search(&scene.tom, "lowe").await.expect("an answer");
        let SearchAnswer::Found { hits, of, .. } = answer else { panic!("{answer:?}") };
        assert_eq!((hits.len(), of), (30, 32));
        // Who was not shown was not seen.
        let mut seen = 0;
        for hit in &hits {
            seen += scene.hospital.views_of(hit.stay).await.expect("views").len();
        }
        assert_eq!(seen, 30);
    }
}

#[tokio::test]
async fn who_saw_whom_is_kept() {
    for scene in scenes().await {
        let username = "nadia.rahman".to_owned();
        let grants = vec![Grant::WardStaff("maple".parse().expect("a code"))];
        let new = NewAccount { username, name: "Nadia Rahman".to_owned(), password: "three random words".to_owned(), grants };
        let id = scene.hospital.add_account_as_operator(new.clone()).await.expect("an account");
        let nadia = Actor { id, name: new.name, grants: new.grants };
        let here = scene.admit("Lowe", "maple", "A1").await;
        let there = scene.admit("Lowry", "oak", "A2").await;
        search(&scene, &nadia, "low").await;
        scene.hospital.patient(&nadia, here).await.expect("a record");
        assert_eq!(scene.hospital.patient(&nadia, there).await, Err(Problem::NotAllowed));
        scene.hospital.patient(&scene.tom, here).await.expect("a record");

        let said =
            |views: Vec<service::Viewed>| views.into_iter().map(|view| (view.name, view.what, view.stay)).collect::<Vec<_>>();
        let (nadia_s, on_search, on_page) = ("Nadia Rahman".to_owned(), "search".to_owned(), "patient page".to_owned());
        let both = [(nadia_s.clone(), on_search, here), (nadia_s, on_page.clone(), here)];
        assert_eq!(said(scene.hospital.views_by(" Nadia.Rahman ").await.expect("views")), both);
        let of_her = said(scene.hospital.views_of(here).await.expect("views"));
        assert_eq!(of_her, [both.as_slice(), &[("Tom Reyes".to_owned(), on_page, here)]].concat());
        assert_eq!(scene.hospital.views_of(there).await, Ok(vec![]), "what was refused was not seen");
        assert_eq!(scene.hospital.views_by("nobody").await, Err(Problem::NotFound));
    }
}
