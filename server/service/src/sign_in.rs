//! Signing in: the same time and the same words for a wrong password and an unknown name, and not too many tries.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use domain::{AccountId, Actor, Problem};
use entity::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Hospital, SessionToken, Visitor, accounts,
    audit::{self, AdminEvent, By},
    error::OrProblem,
    sessions,
};

/// Wrong tries are counted over this long.
const WINDOW: Duration = Duration::from_mins(15);
/// A ward shares one address: it may get this many times the tries of one account.
const ADDRESS_FACTOR: u32 = 10;

/// Wrong passwords lately, by account name and by address.
///
/// A right password costs nothing: a shared account signs in on ten tablets in a minute at every change of shift.
pub(crate) struct Tries {
    limit: u32,
    wrong: Mutex<HashMap<Key, (Instant, u32)>>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Account(String),
    Address(IpAddr),
}

impl Tries {
    pub(crate) fn new(limit: u32) -> Self {
        Self { limit, wrong: Mutex::default() }
    }

    /// Seconds until the next try, where there were too many.
    fn wait(&self, keys: &[Key]) -> Option<u64> {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.retain(|_, (first, _)| first.elapsed() < WINDOW);
        let over = |key: &&Key| wrong.get(key).is_some_and(|(_, count)| *count >= self.limit_of(key));
        let blocked = keys.iter().filter(over).filter_map(|key| wrong.get(key));
        blocked.map(|(first, _)| WINDOW.saturating_sub(first.elapsed()).as_secs() + 1).max()
    }

    fn limit_of(&self, key: &Key) -> u32 {
        match key {
            Key::Account(_) => self.limit,
            Key::Address(_) => self.limit.saturating_mul(ADDRESS_FACTOR),
        }
    }

    fn count(&self, keys: Vec<Key>) {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            wrong.entry(key).or_insert((Instant::now(), 0)).1 += 1;
        }
    }
}

impl Hospital {
    /// Opens a session. [`Problem::SignInNeeded`] says that name and password do not fit, and no more.
    pub async fn sign_in(
        &self,
        username: &str,
        password: &str,
        address: IpAddr,
        device: Option<String>,
    ) -> Result<(SessionToken, Actor), Problem> {
        let username = accounts::username(username);
        let keys = vec![Key::Account(username.clone()), Key::Address(address)];
        self.refuse_too_many(&keys)?;
        let row =
            account::Entity::find().filter(account::Column::Username.eq(&username)).one(self.reader()).await.or_problem()?;
        let stored = row.as_ref().filter(|row| row.active).map(|row| row.password_hash.clone());
        let right = self.0.passwords.verify(password, stored).await?;
        let Some(row) = row.filter(|_| right) else {
            self.0.tries.count(keys);
            audit::record(self.writing(), By::Nobody, &AdminEvent::SignInFailed).await.or_problem()?;
            return Err(Problem::SignInNeeded);
        };
        let id = AccountId(row.id);
        let actor = sessions::actor(self.reader(), id).await.or_problem()?.ok_or(Problem::SignInNeeded)?;
        let transaction = self.begin().await.or_problem()?;
        let token = self.open_session(&transaction, &actor, device).await.or_problem()?;
        audit::record(&transaction, By::Actor(&actor), &AdminEvent::SignedIn).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        Ok((token, actor))
    }

    /// The account with this username, to act in its name. For whoever runs the server.
    pub async fn actor_named(&self, username: &str) -> Result<Actor, Problem> {
        let named = account::Column::Username.eq(accounts::username(username));
        let row = account::Entity::find().filter(named).one(self.reader()).await.or_problem()?;
        let unknown = || Problem::invalid(format!("There is no user called {username}."));
        let id = AccountId(row.ok_or_else(unknown)?.id);
        sessions::actor(self.reader(), id).await.or_problem()?.ok_or_else(unknown)
    }

    /// Takes the lock off a session with its owner's password.
    pub async fn unlock(&self, visitor: &Visitor, password: &str, address: IpAddr) -> Result<(), Problem> {
        let token_hash = visitor.session()?.token_hash.clone();
        let session = entity::session::Entity::find_by_id(token_hash).one(self.reader()).await.or_problem()?;
        let account = session.ok_or(Problem::SignInNeeded)?.account_id;
        let row = account::Entity::find_by_id(account).one(self.reader()).await.or_problem()?.ok_or(Problem::SignInNeeded)?;
        let keys = vec![Key::Account(row.username), Key::Address(address)];
        self.refuse_too_many(&keys)?;
        if !self.0.passwords.verify(password, Some(row.password_hash)).await? {
            self.0.tries.count(keys);
            return Err(Problem::Locked);
        }
        self.set_lock(visitor, None).await
    }

    fn refuse_too_many(&self, keys: &[Key]) -> Result<(), Problem> {
        self.0.tries.wait(keys).map_or(Ok(()), |seconds| Err(Problem::TooManyTries { seconds }))
    }
}
