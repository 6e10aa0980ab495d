//! Beds: where a patient is recorded to lie, and which are free.

use domain::{Command, Place, Problem, StayId, WardBed, envelope::ReceiptResult};

use crate::hospital::{Scene, envelope, scenes};

fn to(bay: Option<&str>, bed: Option<&str>) -> Command {
    let ward = "maple".parse().expect("a code");
    Command::MoveBed { to: Place { ward, bay: bay.map(str::to_owned), bed: bed.map(str::to_owned) } }
}

async fn place_of(scene: &Scene, stay: StayId) -> String {
    scene.hospital.board_row(&scene.tom, stay).await.expect("a row").stay.place.in_words()
}

fn in_words(beds: &[WardBed]) -> Vec<String> {
    beds.iter().map(|found| format!("{}: {}", found.bed.name, found.occupancy.words())).collect()
}

#[tokio::test]
async fn a_bed_is_recorded_as_its_ward_writes_it() {
    for scene in scenes().await {
        let stay = scene.admit("Lowe", "maple", "a1").await;
        assert_eq!(place_of(&scene, stay).await, "Bay A bed A1");
        scene.accepted(&scene.amara, envelope(stay, to(Some("Bay B"), Some("a 3")))).await;
        assert_eq!(place_of(&scene, stay).await, "Bay A bed A3", "its name decides, whatever bay stood there before");
        let again = scene.submit(&scene.amara, envelope(stay, to(None, Some("A3")))).await;
        assert_eq!(again.result, ReceiptResult::Unchanged);
        scene.accepted(&scene.amara, envelope(stay, to(None, Some("Chair 1")))).await;
        assert_eq!(place_of(&scene, stay).await, "bed Chair 1");
        scene.accepted(&scene.amara, envelope(stay, to(None, None))).await;
        assert_eq!(place_of(&scene, stay).await, "no bed");
    }
}

#[tokio::test]
async fn who_moves_patients_finds_the_free_beds_of_any_ward_and_no_strange_names() {
    for scene in scenes().await {
        scene.admit("Lowe", "maple", "A2").await;
        scene.admit("Marsh", "oak", "A1").await;
        let beds = async |actor, ward: &str| scene.hospital.ward_beds(actor, &ward.parse().expect("a code")).await;
        let maple = beds(&scene.amara, "maple").await.expect("beds");
        assert_eq!(in_words(&maple), ["A1: free", "A2: LOWE, Robin (Mx)", "A3: free", "A4: free"]);
        let oak = beds(&scene.amara, "oak").await.expect("beds");
        assert_eq!(in_words(&oak), ["A1: taken", "A2: free", "A3: free", "A4: free"]);
        let oak = beds(&scene.tom, "oak").await.expect("beds");
        assert_eq!(in_words(&oak)[0], "A1: MARSH, Robin (Mx)");
        assert_eq!(beds(&scene.priya, "maple").await, Err(Problem::NotAllowed), "who moves nobody");
        assert_eq!(beds(&scene.tom, "elm").await, Err(Problem::NotFound));
    }
}

#[tokio::test]
async fn all_wards_come_with_the_beds_that_one_may_call_empty() {
    for scene in scenes().await {
        scene.admit("Marsh", "oak", "A1").await;
        let wards = async |actor| {
            let board = scene.hospital.hospital_board(actor).await.expect("a board");
            board.wards.into_iter().map(|ward| (ward.name, ward.beds.len())).collect::<Vec<_>>()
        };
        assert_eq!(wards(&scene.tom).await, [("Maple".to_owned(), 4), ("Oak".to_owned(), 4)], "an empty ward too");
        assert_eq!(wards(&scene.amara).await, [("Maple".to_owned(), 4)]);
        assert_eq!(wards(&scene.priya).await, [], "behind an empty bed there may be somebody without a task for her");
    }
}
