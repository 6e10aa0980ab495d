//! Signing in, being locked out, being sent away.

use std::net::{IpAddr, Ipv4Addr};

use chrono::TimeDelta;
use domain::{BoardColumn, BoardLayout, EmptyBeds, Grant, Problem, RowOrder};
use entity::{admin_event, session};
use sea_orm::{ConnectionTrait, Database, EntityTrait, QueryOrder, sea_query::Expr};
use service::NewAccount;

use crate::hospital::{Scene, person, scenes};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const PASSWORD: &str = "three random words";

async fn add_amara(scene: &Scene) -> domain::AccountId {
    let new = NewAccount {
        username: "Amara.Obi".to_owned(),
        name: "Amara Obi".to_owned(),
        password: PASSWORD.to_owned(),
        grants: vec![Grant::WardStaff("maple".parse().expect("a code"))],
    };
    scene.hospital.add_account_as_operator(new).await.expect("an account")
}

/// What happened besides ward work, each kind with whom it is by, oldest first.
async fn admin_events(scene: &Scene) -> Vec<(String, String)> {
    let db = Database::connect(scene.database.url()).await.expect("a database");
    let events = admin_event::Entity::find().order_by_asc(admin_event::Column::At).order_by_asc(admin_event::Column::Id);
    events.all(&db).await.expect("events").into_iter().map(|event| (event.kind, event.actor_name)).collect()
}

#[tokio::test]
async fn a_name_and_its_password_open_a_session_with_its_roles() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let (token, _) = scene.hospital.sign_in(" amara.obi ", PASSWORD, HERE, None).await.expect("signed in");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        let actor = visitor.actor().expect("somebody");
        assert_eq!((actor.name.as_str(), actor.grants.len()), ("Amara Obi", 1));
        let (kind, by) = admin_events(&scene).await.pop().expect("an event");
        assert_eq!((kind.as_str(), by.as_str()), ("signed_in", "Amara Obi"));
        assert!(scene.hospital.visitor(Some("made up")).await.expect("a visitor").actor().is_err());
        assert!(scene.hospital.visitor(None).await.expect("a visitor").actor().is_err());
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_told_the_same() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let wrong = scene.hospital.sign_in("amara.obi", "four random words", HERE, None).await.err();
        let unknown = scene.hospital.sign_in("nobody", "four random words", HERE, None).await.err();
        assert_eq!(wrong, Some(Problem::SignInNeeded));
        assert_eq!(wrong, unknown);
        let failed = ("sign_in_failed".to_owned(), "nobody who is signed in".to_owned());
        assert_eq!(admin_events(&scene).await[1..], [failed.clone(), failed], "after the account was added");
    }
}

#[tokio::test]
async fn after_ten_wrong_passwords_one_has_to_wait_with_the_right_one_too() {
    for scene in scenes().await {
        add_amara(&scene).await;
        for _ in 0..10 {
            assert!(scene.hospital.sign_in("amara.obi", "wrong", HERE, None).await.is_err());
        }
        let problem = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.err();
        assert!(matches!(problem, Some(Problem::TooManyTries { seconds: 1..=900 })), "{problem:?}");
    }
}

#[tokio::test]
async fn a_locked_session_lets_nobody_through_until_its_owner_unlocks_it() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        scene.hospital.lock(&visitor).await.expect("locked");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        assert_eq!(visitor.actor().err(), Some(Problem::Locked));
        assert_eq!(scene.hospital.unlock(&visitor, "wrong", HERE).await, Err(Problem::Locked));
        scene.hospital.unlock(&visitor, PASSWORD, HERE).await.expect("unlocked");
        assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_ok());
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let (one, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let (other, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let visitor = scene.hospital.visitor(Some(one.as_str())).await.expect("a visitor");
        scene.hospital.sign_out_everywhere(&visitor).await.expect("signed out");
        for token in [one, other] {
            assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_err());
        }
        let (kind, by) = admin_events(&scene).await.pop().expect("an event");
        assert_eq!((kind.as_str(), by.as_str()), ("sessions_ended", "Amara Obi"));
    }
}

#[tokio::test]
async fn an_administrator_signs_somebody_out_of_every_device() {
    for scene in scenes().await {
        let id = add_amara(&scene).await;
        let owen = person("Owen Price", Grant::Administrator);
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_ok());
        scene.hospital.end_sessions(&owen, id).await.expect("signed out");
        assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_err());
        let (kind, by) = admin_events(&scene).await.pop().expect("an event");
        assert_eq!((kind.as_str(), by.as_str()), ("sessions_ended", "Owen Price"));
    }
}

/// A session that nobody knows of is one that nobody ends.
#[tokio::test]
async fn nobody_is_signed_in_and_nobody_signed_out_without_an_event() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        let db = Database::connect(scene.database.url()).await.expect("a database");
        db.execute_unprepared("ALTER TABLE admin_event RENAME TO lost").await.expect("no room for events");
        assert!(scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.is_err());
        assert!(scene.hospital.sign_out_everywhere(&visitor).await.is_err());
        assert_eq!(session::Entity::find().all(&db).await.expect("sessions").len(), 1);
    }
}

#[tokio::test]
async fn a_closed_account_is_out_at_once() {
    for scene in scenes().await {
        let id = add_amara(&scene).await;
        let owen = person("Owen Price", Grant::Administrator);
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        scene.hospital.set_active(&owen, id, false).await.expect("closed");
        assert!(scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_err());
        assert!(scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.is_err());
    }
}

#[tokio::test]
async fn a_username_is_given_once() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let again =
            NewAccount { username: "amara.obi".to_owned(), name: "X".to_owned(), password: PASSWORD.to_owned(), grants: vec![] };
        let problem = scene.hospital.add_account_as_operator(again).await.expect_err("a problem");
        assert_eq!(problem.to_string(), "There is already a user called amara.obi.");
    }
}

/// On every tablet, and for nobody else.
#[tokio::test]
async fn a_person_s_own_arrangement_of_the_board_is_kept() {
    for scene in scenes().await {
        let id = add_amara(&scene).await;
        let amara = domain::Actor { id, ..person("Amara Obi", Grant::WardStaff("maple".parse().expect("a code"))) };
        assert_eq!(scene.hospital.board_layout(&amara).await, Ok(BoardLayout::default()));
        let hidden = [BoardColumn::Pathway].into();
        let layout = BoardLayout { order: RowOrder::NextDue, hidden, empty_beds: EmptyBeds::Hidden };
        scene.hospital.arrange_board(&amara, &layout).await.expect("kept");
        assert_eq!(scene.hospital.board_layout(&amara).await, Ok(layout));
        assert_eq!(scene.hospital.board_layout(&scene.tom).await, Ok(BoardLayout::default()));
    }
}

/// On a shared tablet the cookie may be somebody else's by the time that a change is sent.
#[tokio::test]
async fn what_one_person_asked_for_is_not_done_as_the_next() {
    for scene in scenes().await {
        let amara = add_amara(&scene).await;
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        assert_eq!(visitor.actor_with(amara).map(|actor| actor.id), Ok(amara));
        assert_eq!(visitor.actor_with(scene.tom.id).err(), Some(Problem::SignInNeeded));
        scene.hospital.lock(&visitor).await.expect("locked");
        let visitor = scene.hospital.visitor(Some(token.as_str())).await.expect("a visitor");
        assert_eq!(visitor.actor_with(amara).err(), Some(Problem::Locked));
        assert_eq!(visitor.actor_with(scene.tom.id).err(), Some(Problem::SignInNeeded));
    }
}

/// A page that asks for its figures again is no sign that somebody sits in front of it.
#[tokio::test]
async fn a_screen_is_kept_open_by_who_touches_it_and_not_by_what_it_asks_itself() {
    for scene in scenes().await {
        add_amara(&scene).await;
        let (token, _) = scene.hospital.sign_in("amara.obi", PASSWORD, HERE, None).await.expect("signed in");
        let db = Database::connect(scene.database.url()).await.expect("a database");
        let ten_minutes_ago = service::clock::now() - TimeDelta::minutes(10);
        let was_seen = session::Column::LastSeenAt;
        let touched_before = session::Entity::update_many().col_expr(was_seen, Expr::value(ten_minutes_ago));
        touched_before.exec(&db).await.expect("touched ten minutes ago");
        let hospital = scene.another_server().await;
        let last_seen_at = async || session::Entity::find().one(&db).await.expect("a row").expect("a session").last_seen_at;
        assert!(hospital.absent_visitor(Some(token.as_str())).await.expect("a visitor").actor().is_ok());
        assert_eq!(last_seen_at().await, ten_minutes_ago);
        assert!(hospital.visitor(Some(token.as_str())).await.expect("a visitor").actor().is_ok());
        assert!(last_seen_at().await > ten_minutes_ago);
    }
}

/// Nobody touches a wall, and nobody sits there to give a password.
#[tokio::test]
async fn a_screen_that_nobody_touches_is_locked_and_a_wall_is_not() {
    for scene in scenes().await {
        let hospital = scene.server_that_locks_after(std::time::Duration::ZERO).await;
        for (username, grant) in [
            ("amara", Grant::WardStaff("maple".parse().expect("a code"))),
            ("screen", Grant::WallScreen("maple".parse().expect("a code"))),
        ] {
            let (username, name) = (username.to_owned(), username.to_owned());
            let new = NewAccount { username: username.clone(), name, password: PASSWORD.to_owned(), grants: vec![grant] };
            hospital.add_account_as_operator(new).await.expect("an account");
            let (token, _) = hospital.sign_in(&username, PASSWORD, HERE, None).await.expect("signed in");
            let visitor = hospital.visitor(Some(token.as_str())).await.expect("a visitor");
            let locked = (username == "amara").then_some(Problem::Locked);
            assert_eq!(visitor.actor().err(), locked, "{username}");
        }
    }
}
