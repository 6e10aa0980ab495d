//! Sessions: who a request comes from. Kept in the database, so that signing out everywhere works everywhere.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, Actor, Grant, Problem};
use entity::{account, account_role, session};
use rand::Rng;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::{
    Hospital,
    audit::{self, AdminEvent, By},
    clock,
    error::{Fault, OrProblem},
    log::hex,
};

/// What the browser keeps in its cookie: 256 random bits. The server keeps only their hash.
#[derive(Clone)]
pub struct SessionToken(String);

/// A session that stands, perhaps behind its lock.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) token_hash: String,
    actor: Actor,
    locked: bool,
}

/// Whoever a request comes from.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    session: Option<Session>,
}

/// How long a session is believed without asking the database again.
const BELIEVED: Duration = Duration::from_secs(2);
/// How often "last seen" is written for a session that is in use.
const TOUCH: TimeDelta = TimeDelta::seconds(30);
/// A screen on a wall stays signed in for this long: it shows no names, and its remote control is in a drawer.
const WALL_SESSION: TimeDelta = TimeDelta::days(90);

struct Known {
    read_at: Instant,
    row: session::Model,
    actor: Actor,
}

pub(crate) struct SessionCache {
    known: Mutex<HashMap<String, Known>>,
    changed: watch::Sender<u64>,
}

impl Default for SessionCache {
    fn default() -> Self {
        Self { known: Mutex::default(), changed: watch::Sender::new(0) }
    }
}

impl SessionCache {
    fn known(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what was believed, and has the live streams ask again.
    pub(crate) fn forget(&self) {
        self.known().clear();
        self.changed.send_modify(|generation| *generation += 1);
    }

    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }
}

impl SessionToken {
    fn draw() -> Self {
        let mut bytes = [0_u8; 32];
        rand::rng().fill_bytes(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

impl Visitor {
    /// Who it is. Neither a lock nor a missing session lets anybody through.
    pub fn actor(&self) -> Result<&Actor, Problem> {
        match &self.session {
            None => Err(Problem::SignInNeeded),
            Some(session) if session.locked => Err(Problem::Locked),
            Some(session) => Ok(&session.actor),
        }
    }

    /// Who it is, where it is the person with this account: what one person asked for on a shared device is never done in the
    /// name of the next.
    pub fn actor_with(&self, account: AccountId) -> Result<&Actor, Problem> {
        match &self.session {
            Some(session) if session.actor.id != account => Err(Problem::SignInNeeded),
            _ => self.actor(),
        }
    }

    /// Whose session it is, behind the lock too: for the page that asks for the password.
    pub fn name(&self) -> Option<&str> {
        self.session.as_ref().map(|session| session.actor.name.as_str())
    }

    pub(crate) fn session(&self) -> Result<&Session, Problem> {
        self.session.as_ref().ok_or(Problem::SignInNeeded)
    }
}

impl Hospital {
    /// The visitor with this cookie, who is seen to be here now.
    pub async fn visitor(&self, token: Option<&str>) -> Result<Visitor, Problem> {
        let visitor = self.absent_visitor(token).await?;
        if let Some(session) = visitor.session.as_ref().filter(|session| !session.locked) {
            self.touch(&session.token_hash).await?;
        }
        Ok(visitor)
    }

    /// The visitor with this cookie, where nothing says that they are here: a page asks by itself.
    pub async fn absent_visitor(&self, token: Option<&str>) -> Result<Visitor, Problem> {
        match token {
            Some(token) => self.look_up(&hash(token)).await,
            None => Ok(Visitor::default()),
        }
    }

    /// The visitor as they stand now, without being seen to do anything: for streams that stay open.
    pub(crate) async fn look_up(&self, token_hash: &str) -> Result<Visitor, Problem> {
        let now = clock::now();
        if let Some(known) = self.0.sessions.known().get(token_hash).filter(|known| known.read_at.elapsed() < BELIEVED) {
            return Ok(self.stands(&known.row, &known.actor, now));
        }
        let Some((row, actor)) = read(self.reader(), token_hash).await.or_problem()? else {
            self.0.sessions.known().remove(token_hash);
            return Ok(Visitor::default());
        };
        let visitor = self.stands(&row, &actor, now);
        self.0.sessions.known().insert(token_hash.to_owned(), Known { read_at: Instant::now(), row, actor });
        Ok(visitor)
    }

    fn stands(&self, row: &session::Model, actor: &Actor, now: DateTime<Utc>) -> Visitor {
        if row.expires_at <= now {
            return Visitor::default();
        }
        // Nobody touches a wall, and nobody sits there to unlock it.
        let may_idle = actor.wall().is_some();
        let idle = !may_idle && (now - row.last_seen_at).to_std().is_ok_and(|idle| idle > self.settings().idle_lock);
        let locked = row.locked_at.is_some() || idle;
        Visitor { session: Some(Session { token_hash: row.token_hash.clone(), actor: actor.clone(), locked }) }
    }

    async fn touch(&self, token_hash: &str) -> Result<(), Problem> {
        let now = clock::now();
        {
            let mut known = self.0.sessions.known();
            let Some(known) = known.get_mut(token_hash).filter(|known| now - known.row.last_seen_at >= TOUCH) else {
                return Ok(());
            };
            known.row.last_seen_at = now;
        }
        let seen = session::ActiveModel { token_hash: Set(token_hash.to_owned()), last_seen_at: Set(now), ..Default::default() };
        // The session may have been ended in between: then nothing is updated, and that is right.
        match seen.update(self.writing()).await {
            Ok(_) | Err(sea_orm::DbErr::RecordNotUpdated) => Ok(()),
            Err(error) => Err(Fault::from(error).into()),
        }
    }

    /// Opens a session for an account that has proved itself.
    pub(crate) async fn open_session(
        &self,
        db: &impl ConnectionTrait,
        actor: &Actor,
        device: Option<String>,
    ) -> Result<SessionToken, Fault> {
        let token = SessionToken::draw();
        let now = clock::now();
        let length = match actor.wall() {
            Some(_) => WALL_SESSION,
            None => TimeDelta::from_std(self.settings().session_length).unwrap_or(TimeDelta::hours(12)),
        };
        let row = session::ActiveModel {
            token_hash: Set(hash(token.as_str())),
            account_id: Set(actor.id.0),
            created_at: Set(now),
            last_seen_at: Set(now),
            locked_at: Set(None),
            expires_at: Set(now + length),
            device: Set(device),
        };
        session::Entity::insert(row).exec_without_returning(db).await?;
        Ok(token)
    }

    /// Ends this session.
    pub async fn sign_out(&self, visitor: &Visitor) -> Result<(), Problem> {
        let session = visitor.session()?;
        session::Entity::delete_by_id(session.token_hash.clone()).exec(self.writing()).await.or_problem()?;
        self.0.sessions.forget();
        Ok(())
    }

    /// Ends every session of this person, on every device.
    pub async fn sign_out_everywhere(&self, visitor: &Visitor) -> Result<(), Problem> {
        let actor = &visitor.session()?.actor;
        self.end_every_session(actor, actor.id).await
    }

    pub(crate) async fn end_every_session(&self, by: &Actor, account: AccountId) -> Result<(), Problem> {
        let transaction = self.begin().await.or_problem()?;
        end_sessions(&transaction, account).await.or_problem()?;
        let event = AdminEvent::SessionsEnded { account: account.to_string() };
        audit::record(&transaction, By::Actor(by), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.0.sessions.forget();
        Ok(())
    }

    /// Puts the lock on at once: for a nurse who walks away from a shared tablet.
    pub async fn lock(&self, visitor: &Visitor) -> Result<(), Problem> {
        self.set_lock(visitor, Some(clock::now())).await
    }

    pub(crate) async fn set_lock(&self, visitor: &Visitor, locked_at: Option<DateTime<Utc>>) -> Result<(), Problem> {
        let token_hash = Set(visitor.session()?.token_hash.clone());
        let row =
            session::ActiveModel { token_hash, locked_at: Set(locked_at), last_seen_at: Set(clock::now()), ..Default::default() };
        row.update(self.writing()).await.or_problem()?;
        self.0.sessions.forget();
        Ok(())
    }
}

/// Sessions are no record of care: an ended one leaves only its events.
pub(crate) async fn end_sessions(db: &impl ConnectionTrait, account: AccountId) -> Result<(), Fault> {
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account.0)).exec(db).await?;
    Ok(())
}

async fn read(db: &impl ConnectionTrait, token_hash: &str) -> Result<Option<(session::Model, Actor)>, Fault> {
    let Some(row) = session::Entity::find_by_id(token_hash.to_owned()).one(db).await? else {
        return Ok(None);
    };
    let actor = actor(db, AccountId(row.account_id)).await?;
    Ok(actor.map(|actor| (row, actor)))
}

/// The account as an actor; `None` where it is closed.
pub(crate) async fn actor(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Actor>, Fault> {
    let Some(row) = account::Entity::find_by_id(id.0).one(db).await?.filter(|row| row.active) else {
        return Ok(None);
    };
    let roles = account_role::Entity::find().filter(account_role::Column::AccountId.eq(id.0)).all(db).await?;
    let grants = roles.iter().map(grant_from).collect::<Result<Vec<Grant>, Fault>>()?;
    Ok(Some(Actor { id, name: row.name, grants }))
}

pub(crate) fn grant_from(row: &account_role::Model) -> Result<Grant, Fault> {
    let unreadable = || Fault::Unreadable("a role");
    let ward = || row.ward.as_deref().and_then(|ward| ward.parse().ok()).ok_or_else(unreadable);
    Ok(match row.role.parse().map_err(|_| unreadable())? {
        domain::Role::WardStaff => Grant::WardStaff(ward()?),
        domain::Role::WallScreen => Grant::WallScreen(ward()?),
        domain::Role::TeamMember => {
            Grant::TeamMember(row.team.as_deref().and_then(|team| team.parse().ok()).ok_or_else(unreadable)?)
        }
        domain::Role::DischargeCoordinator => Grant::DischargeCoordinator,
        domain::Role::TrustLead => Grant::TrustLead,
        domain::Role::Administrator => Grant::Administrator,
    })
}
