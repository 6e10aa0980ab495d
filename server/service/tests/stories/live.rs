//! Watching: what is seen, in which order, and what is not.

use std::net::{IpAddr, Ipv4Addr};

use domain::{Command, Frame, Grant, Problem, StayId};
use service::{Hospital, LiveStream, LiveView, NewAccount, SessionToken, Visitor};

use crate::hospital::{Scene, at, envelope, scenes};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PASSWORD: &str = "three random words";

async fn sign_in(hospital: &Hospital, username: &str, grant: Grant) -> (SessionToken, Visitor) {
    let new = NewAccount {
        username: username.to_owned(),
        name: username.to_owned(),
        password: PASSWORD.to_owned(),
        grants: vec![grant],
    };
    hospital.add_account_as_operator(new).await.expect("an account");
    let (token, _) = hospital.sign_in(username, PASSWORD, HERE, None).await.expect("signed in");
    let visitor = hospital.visitor(Some(token.as_str())).await.expect("a visitor");
    (token, visitor)
}

fn maple() -> Grant {
    Grant::WardStaff("maple".parse().expect("a code"))
}

/// The next frame that is no beat, with its number.
async fn next(stream: &mut LiveStream) -> Option<(i64, Frame)> {
    loop {
        let message = stream.next().await?;
        let text = std::str::from_utf8(&message).expect("text");
        let (id, data) = text.strip_prefix("id: ").and_then(|rest| rest.split_once("\ndata: ")).expect("a message");
        let frame: Frame = serde_json::from_str(data.trim_end()).expect("a frame");
        if !matches!(frame, Frame::Beat { .. }) {
            return Some((id.parse().expect("a number"), frame));
        }
    }
}

async fn note(scene: &Scene, stay: StayId, number: u32) {
    let note = Command::AddNote {
        note: domain::NoteNumber(number),
        text: format!("Note {number}"),
        visibility: domain::Visibility::Internal,
    };
    scene.accepted(&scene.tom, envelope(stay, note)).await;
}

fn move_to(ward: &str) -> Command {
    Command::MoveBed { to: domain::Place { ward: ward.parse().expect("a code"), bay: None, bed: None } }
}

#[tokio::test]
async fn a_ward_sees_its_own_patients_come_change_and_go_and_nothing_of_another() {
    for scene in scenes().await {
        let (_, amara) = sign_in(&scene.hospital, "amara", maple()).await;
        let mut stream = scene.hospital.watch(&amara, LiveView::default()).await.expect("a stream");
        let oak = scene.admit("Marsh", "oak", "A1").await;
        note(&scene, oak, 1).await;
        let lowe = scene.admit("Lowe", "maple", "A1").await;
        note(&scene, lowe, 1).await;
        scene.accepted(&scene.tom, envelope(lowe, move_to("oak"))).await;
        note(&scene, lowe, 2).await;
        scene.accepted(&scene.tom, envelope(oak, move_to("maple"))).await;

        let (sequence, frame) = next(&mut stream).await.expect("a frame");
        assert!(matches!(&frame, Frame::Row { row } if row.stay.id == lowe), "{frame:?}");
        assert_eq!(sequence, 3);
        let (_, frame) = next(&mut stream).await.expect("a frame");
        assert!(matches!(&frame, Frame::Entry { stay, entry, .. } if *stay == lowe && entry.position == 2), "{frame:?}");
        let (_, frame) = next(&mut stream).await.expect("a frame");
        assert!(matches!(&frame, Frame::Gone { stay, .. } if *stay == lowe), "{frame:?}");
        let (sequence, frame) = next(&mut stream).await.expect("a frame");
        assert!(matches!(&frame, Frame::Row { row } if row.stay.id == oak), "the note after the move is not theirs: {frame:?}");
        assert_eq!(sequence, 7);
    }
}

/// Also where a person has put their own board on a wall.
#[tokio::test]
async fn a_wall_hears_of_its_patients_and_never_their_names() {
    for scene in scenes().await {
        let (_, screen) = sign_in(&scene.hospital, "screen", Grant::WallScreen("maple".parse().expect("a code"))).await;
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        scene.admit("Marsh", "oak", "A1").await;
        let lowe = scene.admit("Lowe", "maple", "A1").await;
        let maple = || vec!["maple".parse().expect("a code")];
        let views = [
            (&screen, LiveView { after: Some(1), ..LiveView::default() }),
            (&tom, LiveView { wards: maple(), on_wall: true, after: Some(1), ..LiveView::default() }),
        ];
        for (visitor, view) in views {
            let mut stream = scene.hospital.watch(visitor, view).await.expect("a stream");
            let (_, caught_up) = next(&mut stream).await.expect("a frame");
            scene.add_task(lowe, 1 + stay_tasks(&scene, lowe).await, "PHA", "TTO dispensed").await;
            let (_, live) = next(&mut stream).await.expect("a frame");
            for frame in [caught_up, live] {
                let Frame::Row { row } = &frame else { panic!("{frame:?}") };
                assert_eq!((row.stay.id, row.stay.patient.name.family.as_str()), (lowe, "L"));
                assert!(!format!("{frame:?}").contains("Lowe"), "{frame:?}");
            }
        }
        let stay = LiveView { stay: Some(lowe), ..LiveView::default() };
        assert_eq!(scene.hospital.watch(&screen, stay).await.err(), Some(Problem::NotAllowed));
    }
}

/// A team doesn't see the tasks of others, and still knows whether it is the last to be waited for.
#[tokio::test]
async fn a_team_hears_whether_others_hold_its_patient_up() {
    for scene in scenes().await {
        let (_, priya) = sign_in(&scene.hospital, "priya", Grant::TeamMember("PHA".parse().expect("a code"))).await;
        let lowe = scene.admit("Lowe", "maple", "A1").await;
        scene.add_task(lowe, 1, "PHA", "TTO dispensed").await;
        let mut stream = scene.hospital.watch(&priya, LiveView::default()).await.expect("a stream");
        let transport = scene.add_task(lowe, 2, "PTS", "Transport booked").await;
        assert_eq!(held_up_elsewhere(&mut stream).await, (1, true));
        let view = LiveView { after: Some(2), ..LiveView::default() };
        let mut caught_up = scene.hospital.watch(&priya, view).await.expect("a stream");
        assert_eq!(held_up_elsewhere(&mut caught_up).await, (1, true));
        scene.accepted(&scene.tom, envelope(lowe, Command::CompleteTask { task: transport })).await;
        assert_eq!(held_up_elsewhere(&mut stream).await, (1, false));
    }
}

/// How many tasks the next row has, and whether others hold its patient up.
async fn held_up_elsewhere(stream: &mut LiveStream) -> (usize, bool) {
    let (_, frame) = next(stream).await.expect("a frame");
    let Frame::Row { row } = frame else { panic!("{frame:?}") };
    (row.stay.tasks.len(), row.held_up_elsewhere)
}

async fn stay_tasks(scene: &Scene, stay: StayId) -> u32 {
    let tasks = scene.hospital.patient(&scene.tom, stay).await.expect("a record").stay.tasks.len();
    u32::try_from(tasks).expect("few")
}

#[tokio::test]
async fn another_ward_may_not_be_watched() {
    for scene in scenes().await {
        let (_, amara) = sign_in(&scene.hospital, "amara", maple()).await;
        let stay = scene.admit("Marsh", "oak", "A1").await;
        for view in [
            LiveView { wards: vec!["oak".parse().expect("a code")], ..LiveView::default() },
            LiveView { stay: Some(stay), ..LiveView::default() },
        ] {
            assert_eq!(scene.hospital.watch(&amara, view).await.err(), Some(Problem::NotAllowed));
        }
    }
}

#[tokio::test]
async fn whoever_comes_back_misses_nothing() {
    for scene in scenes().await {
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        let stay = scene.admit("Lowe", "maple", "A1").await;
        for number in 1..=5 {
            note(&scene, stay, number).await;
        }
        let view = LiveView { after: Some(3), ..LiveView::default() };
        let mut stream = scene.hospital.watch(&tom, view).await.expect("a stream");
        note(&scene, stay, 6).await;
        let mut seen = Vec::new();
        while seen.len() < 4 {
            seen.push(next(&mut stream).await.expect("a frame").0);
        }
        assert_eq!(seen, [4, 5, 6, 7]);
    }
}

#[tokio::test]
async fn whoever_was_away_too_long_is_told_to_load_again() {
    for scene in scenes().await {
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        let view = LiveView { after: Some(99), ..LiveView::default() };
        let mut stream = scene.hospital.watch(&tom, view).await.expect("a stream");
        assert_eq!(next(&mut stream).await, Some((0, Frame::Reload)), "a number the log never had");
    }
}

/// A screen that lacks something asks for it: what it then gets must not be older than what it has heard.
#[tokio::test]
async fn what_was_heard_is_in_every_later_answer() {
    for scene in scenes().await {
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        let actor = tom.actor().expect("somebody");
        let ward = "maple".parse().expect("a code");
        let mut stream = scene.hospital.watch(&tom, LiveView::default()).await.expect("a stream");
        let lowe = scene.admit("Lowe", "maple", "A1").await;
        let marsh = scene.admit("Marsh", "maple", "A2").await;
        scene.accepted(&scene.tom, envelope(marsh, move_to("oak"))).await;
        let mut heard = 0;
        while heard < 3 {
            heard = next(&mut stream).await.expect("a frame").0;
            let board = scene.hospital.ward_board(actor, &ward).await.expect("a board");
            let round = scene.hospital.ward_round(actor, &ward).await.expect("a round");
            let all = scene.hospital.hospital_board(actor).await.expect("a board");
            let record = scene.hospital.patient(actor, lowe).await.expect("a record");
            let figures = scene.hospital.overview(actor).await.expect("figures");
            for sequence in [board.sequence, round.sequence, all.sequence, record.sequence, figures.sequence] {
                assert!(sequence >= heard, "{sequence} after {heard}");
            }
        }
        let board = scene.hospital.ward_board(actor, &ward).await.expect("a board");
        assert_eq!(board.rows.iter().map(|row| row.stay.id).collect::<Vec<_>>(), [lowe]);
    }
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    for scene in scenes().await {
        let (token, amara) = sign_in(&scene.hospital, "amara", maple()).await;
        let mut stream = scene.hospital.watch(&amara, LiveView::default()).await.expect("a stream");
        scene.hospital.sign_out(&amara).await.expect("signed out");
        assert_eq!(next(&mut stream).await, None);
        assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_err());
    }
}

/// First who is shown is another matter, then what happens to them.
#[tokio::test]
async fn a_new_role_is_seen_by_the_open_stream() {
    for scene in scenes().await {
        let (_, amara) = sign_in(&scene.hospital, "amara", maple()).await;
        let owen = crate::hospital::person("Owen Price", Grant::Administrator);
        let mut stream = scene.hospital.watch(&amara, LiveView::default()).await.expect("a stream");
        let id = amara.actor().expect("somebody").id;
        scene.hospital.set_grants(&owen, id, vec![Grant::WardStaff("oak".parse().expect("a code"))]).await.expect("set");
        assert!(matches!(next(&mut stream).await, Some((_, Frame::NewRole))));
        scene.admit("Lowe", "maple", "A1").await;
        let oak = scene.admit("Marsh", "oak", "A1").await;
        let (_, frame) = next(&mut stream).await.expect("a frame");
        assert!(matches!(&frame, Frame::Row { row } if row.stay.id == oak), "{frame:?}");
    }
}

#[tokio::test]
async fn what_another_server_writes_arrives_in_order_and_whole() {
    for scene in scenes().await {
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        let mut stream = scene.hospital.watch(&tom, LiveView::default()).await.expect("a stream");
        let other = scene.another_server().await;
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let notes = |from: u32| {
            (from..from + 20).map(move |number| {
                let text = format!("Note {number}");
                envelope(
                    stay,
                    Command::AddNote { note: domain::NoteNumber(number), text, visibility: domain::Visibility::Internal },
                )
            })
        };
        let (one, two) =
            tokio::join!(scene.hospital.submit(&scene.tom, notes(1).collect()), other.submit(&scene.tom, notes(101).collect()),);
        assert_eq!(one.expect("receipts").len() + two.expect("receipts").len(), 40);
        let mut seen = Vec::new();
        while seen.len() < 41 {
            seen.push(next(&mut stream).await.expect("a frame").0);
        }
        assert_eq!(seen, (1..=41).collect::<Vec<i64>>());
        let board = scene.hospital.ward_board(&scene.tom, &"maple".parse().expect("a code")).await.expect("a board");
        assert_eq!(board.rows[0].notes, 40);
        assert!(at() >= board.now);
    }
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_holds_up_nobody() {
    use sea_orm::ConnectionTrait;
    for scene in scenes().await {
        let (_, tom) = sign_in(&scene.hospital, "tom", Grant::DischargeCoordinator).await;
        let stay = scene.admit("Lowe", "maple", "A1").await;
        let mut stream = scene.hospital.watch(&tom, LiveView::default()).await.expect("a stream");
        let database = service::database::Database::open(scene.database.url()).await.expect("a database");
        for statement in [
            "UPDATE log_head SET sequence = 2",
            "INSERT INTO event SELECT 2, stay_id, ward, from_ward, 99, actor_id, actor_name, made_at, recorded_at, mutation_id, kind, \
             'no event', previous_hash, hash FROM event WHERE sequence = 1",
        ] {
            database.writer().execute_unprepared(statement).await.expect("written");
        }
        note(&scene, stay, 1).await;
        let (sequence, frame) = next(&mut stream).await.expect("a frame");
        assert!(sequence >= 2 && frame == Frame::Reload, "{sequence} {frame:?}");
        let board = scene.hospital.ward_board(&scene.tom, &"maple".parse().expect("a code")).await.expect("a board");
        assert_eq!(board.rows[0].notes, 1);
    }
}
