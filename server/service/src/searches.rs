//! What was lately searched for, so that whoever comes back from a patient's page finds again what was found.
//!
//! In memory alone, for a quarter of an hour, and for the one who searched. Another server knows nothing of it.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use domain::{AccountId, Actor};
use uuid::Uuid;

use crate::{Hospital, clock};

const KEPT: Duration = Duration::from_mins(15);

struct Remembered {
    text: String,
    by: AccountId,
    at: Instant,
}

#[derive(Default)]
pub(crate) struct Searches(Mutex<HashMap<Uuid, Remembered>>);

impl Searches {
    fn known(&self) -> MutexGuard<'_, HashMap<Uuid, Remembered>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, search| search.at.elapsed() < KEPT);
        known
    }
}

impl Hospital {
    /// An id under which the text can be recalled; it says nothing of the text, so it may stand in an address.
    pub fn remember_search(&self, actor: &Actor, text: &str) -> Uuid {
        let id = clock::new_id();
        self.0.searches.known().insert(id, Remembered { text: text.to_owned(), by: actor.id, at: Instant::now() });
        id
    }

    pub fn recall_search(&self, actor: &Actor, id: Uuid) -> Option<String> {
        self.0.searches.known().get(&id).filter(|search| search.by == actor.id).map(|search| search.text.clone())
    }
}
