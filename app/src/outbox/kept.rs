//! What the device keeps of changes that are not sent yet: each in a place of its own, which is named after whose it is, so that
//! two pages never write over each other and nobody takes up another's.

use domain::{AccountId, Envelope, MutationId};
use leptos::web_sys::{Storage, window};

use super::device;
use crate::wire;

/// A change that nobody has come back for is kept for a week, in milliseconds, and no longer: it is about a patient.
const KEPT_FOR: u64 = 7 * 24 * 60 * 60 * 1_000;

pub fn keep(account: AccountId, envelope: &Envelope) {
    if let (Some(storage), Ok(json)) = (storage(), wire::write(envelope)) {
        // Where the device has no room, the page alone keeps it.
        let _ = storage.set_item(&Place::of(account, envelope.mutation_id).name(), &json);
    }
}

pub fn let_go(account: AccountId, change: MutationId) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&Place::of(account, change).name());
    }
}

/// All that this person has not sent yet. What anybody else left too long ago is given up.
pub fn all_of(account: AccountId) -> Vec<Envelope> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let mut envelopes = Vec::new();
    for place in places(&storage) {
        match read(&storage, &place).filter(|_| place.account == account) {
            Some(envelope) => envelopes.push(envelope),
            None if place.is_given_up(device::whole_milliseconds()) => let_go(place.account, place.change),
            None => {}
        }
    }
    envelopes
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn places(storage: &Storage) -> Vec<Place> {
    let names = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok()?);
    names.filter_map(|name| Place::read(&name)).collect()
}

fn read(storage: &Storage, place: &Place) -> Option<Envelope> {
    wire::read(&storage.get_item(&place.name()).ok()??).ok()
}

/// Where one change is kept.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    account: AccountId,
    change: MutationId,
}

impl Place {
    fn of(account: AccountId, change: MutationId) -> Self {
        Self { account, change }
    }

    fn name(&self) -> String {
        format!("homeward.unsent/{}/{}", self.account, self.change)
    }

    fn read(name: &str) -> Option<Self> {
        let (account, change) = name.strip_prefix("homeward.unsent/")?.split_once('/')?;
        Some(Self::of(account.parse().ok()?, change.parse().ok()?))
    }

    /// A change's number begins with the device's time at the tap.
    fn is_given_up(&self, now: u64) -> bool {
        let (made_at, _) = self.change.0.as_u64_pair();
        (made_at >> 16) + KEPT_FOR < now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGE: &str = "homeward.unsent/01a2047c-4376-7251-ae5c-a56fbf0a8dc9/01a1f9b4-37e0-7809-9ae7-ceed769f8ce1";
    const MADE_AT: u64 = 0x01a1_f9b4_37e0;

    #[test]
    fn a_place_is_read_as_it_is_named() {
        let place = Place::read(CHANGE).expect("a place");
        assert_eq!(place.name(), CHANGE);
        assert_eq!(Place::read("theme"), None);
        assert_eq!(Place::read("homeward.unsent/somebody/something"), None);
    }

    #[test]
    fn a_change_is_given_up_after_a_week() {
        let place = Place::read(CHANGE).expect("a place");
        assert!(!place.is_given_up(MADE_AT + KEPT_FOR));
        assert!(place.is_given_up(MADE_AT + KEPT_FOR + 1));
    }
}
