//! Who is in the hospital now, in memory: the log's fastest reader. Boards are answered from here.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};

use domain::{Event, Stay, StayId, StayStatus, WardCode, apply};

use crate::log::Logged;

/// The stays of all patients who are here, as of an entry of the log.
#[derive(Default)]
pub(crate) struct Book(RwLock<Page>);

#[derive(Default)]
pub(crate) struct Page {
    pub sequence: i64,
    pub stays: HashMap<StayId, Arc<Stay>>,
}

/// A stay around one entry. `None` where the patient was not, or is no longer, here.
pub(crate) struct Turned {
    pub before: Option<Arc<Stay>>,
    pub after: Option<Arc<Stay>>,
}

impl Book {
    pub(crate) fn new(sequence: i64, stays: impl IntoIterator<Item = Stay>) -> Self {
        let stays = stays.into_iter().map(|stay| (stay.id, Arc::new(stay))).collect();
        Self(RwLock::new(Page { sequence, stays }))
    }

    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Page> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stay(&self, id: StayId) -> Option<Arc<Stay>> {
        self.read().stays.get(&id).cloned()
    }

    pub(crate) fn sequence(&self) -> i64 {
        self.read().sequence
    }

    /// Turns the page to the next entry. `returned` is the whole stay of a patient whose discharge was taken back.
    pub(crate) fn turn(&self, logged: &Logged, returned: Option<Stay>) -> Turned {
        let mut page = self.0.write().unwrap_or_else(PoisonError::into_inner);
        page.sequence = logged.sequence;
        let before = page.stays.get(&logged.stay).cloned();
        let after = next(before.as_deref(), logged, returned);
        match &after {
            Some(stay) => page.stays.insert(logged.stay, Arc::clone(stay)),
            None => page.stays.remove(&logged.stay),
        };
        Turned { before, after }
    }

    /// Starts over from what was read from the database.
    pub(crate) fn replace(&self, sequence: i64, stays: impl IntoIterator<Item = Stay>) {
        let fresh = Self::new(sequence, stays).0.into_inner().unwrap_or_else(PoisonError::into_inner);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = fresh;
    }
}

fn next(before: Option<&Stay>, logged: &Logged, returned: Option<Stay>) -> Option<Arc<Stay>> {
    let mut stay = match (before, &logged.entry.event) {
        (Some(stay), _) => stay.clone(),
        (None, Event::PatientAdmitted(_)) => Stay::before_admission(logged.stay),
        (None, _) => returned?,
    };
    apply(&mut stay, &logged.entry);
    (stay.status == StayStatus::InHospital).then(|| Arc::new(stay))
}

impl Page {
    pub(crate) fn on_ward<'a>(&'a self, ward: &'a WardCode) -> impl Iterator<Item = &'a Arc<Stay>> {
        self.stays.values().filter(move |stay| stay.place.ward == *ward)
    }
}
