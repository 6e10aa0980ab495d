//! A command on its way, and the answer to it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Actor, Command, Entry, Event, Field, MutationId, Refusal, Stay, StayId, apply, decide};

/// How far the stay's log had come when the person saw each field that they ask to change. A field that is absent is not
/// compared.
pub type Seen = BTreeMap<Field, u32>;

/// A command as a device sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// A `UUIDv7` made on the device. Sending it twice does it once and gives the same receipt.
    pub mutation_id: MutationId,
    pub stay: StayId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seen: Seen,
    pub command: Command,
    /// By the device's clock: kept for the record, never used to decide.
    pub made_at: DateTime<Utc>,
}

impl Envelope {
    /// Now that this change stands in the log at `position`, a later one to the same field is made in the light of it: also one
    /// that was thought of before.
    pub fn is_seen_in(&self, stay: StayId, seen: &mut Seen, position: u32) {
        if stay == self.stay {
            let of_both = seen.iter_mut().filter(|(field, _)| self.seen.contains_key(field));
            of_both.for_each(|(_, seen)| *seen = position.max(*seen));
        }
    }
}

/// What became of an envelope, before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Changed(Vec<Entry>),
    Unchanged,
    Conflicted(Vec<Conflict>),
    Refused(Refusal),
}

/// Two people changed one field. Nothing is done until a person chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub field: Field,
    /// The version to send as seen, to choose one's own value after all.
    pub version: u32,
    pub theirs: String,
    pub yours: String,
}

/// The server's answer to one envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub mutation_id: MutationId,
    pub stay: StayId,
    pub result: ReceiptResult,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptResult {
    /// Done and stored; `sequence` is the number of its last entry in the log of the whole hospital.
    Accepted {
        sequence: i64,
        position: u32,
    },
    /// It was already so.
    Unchanged,
    Conflict {
        conflicts: Vec<Conflict>,
    },
    Refused {
        refusal: Refusal,
        message: String,
    },
    /// This person may not do this. Not stored: a new role may allow it.
    NotAllowed,
}

/// Decides an envelope against the stay as it is now. Pure, and the same on the server and on the tablet.
///
/// Where the command would change a field that has changed since it was seen, the answer is a conflict that carries both
/// values.
pub fn receive(stay: &Stay, envelope: &Envelope, actor: &Actor, now: DateTime<Utc>) -> Outcome {
    let events = match decide(stay, &envelope.command, actor, now) {
        Err(refusal) => return Outcome::Refused(refusal),
        Ok(events) if events.is_empty() => return Outcome::Unchanged,
        Ok(events) => events,
    };
    let entries: Vec<Entry> = events
        .into_iter()
        .zip(stay.position + 1..)
        .map(|(event, position)| Entry { position, at: now, by: actor.name.clone(), event })
        .collect();
    let conflicts = conflicts(stay, &envelope.seen, &entries);
    if conflicts.is_empty() { Outcome::Changed(entries) } else { Outcome::Conflicted(conflicts) }
}

/// The fields that a command would change, all of them seen as they were at `position`.
pub fn seen_at(position: u32, stay: &Stay, command: &Command, actor: &Actor, now: DateTime<Utc>) -> Result<Seen, Refusal> {
    let events = decide(stay, command, actor, now)?;
    Ok(events.iter().filter_map(Event::field).map(|field| (field, position)).collect())
}

fn conflicts(stay: &Stay, seen: &Seen, entries: &[Entry]) -> Vec<Conflict> {
    let moved_on = |field: &Field| seen.get(field).is_some_and(|position| *position < stay.version(*field));
    let fields: Vec<Field> = entries.iter().filter_map(|entry| entry.event.field()).filter(moved_on).collect();
    if fields.is_empty() {
        return Vec::new();
    }
    let mut wanted = stay.clone();
    for entry in entries {
        apply(&mut wanted, entry);
    }
    fields
        .into_iter()
        .map(|field| Conflict { field, version: stay.version(field), theirs: field.value(stay), yours: field.value(&wanted) })
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    /// A stay whose expected date was last set by its 12th entry, of 57.
    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = crate::StayStatus::InHospital;
        stay.position = 57;
        stay.versions.insert(Field::ExpectedDischarge, 12);
        stay
    }

    #[rstest]
    #[case::just_before_it_changed(Some(11), true)]
    #[case::just_after(Some(12), false)]
    #[case::as_the_row_is_now(Some(57), false)]
    #[case::not_compared(None, false)]
    fn what_changed_since_it_was_seen_is_a_conflict(#[case] seen: Option<u32>, #[case] expected: bool) {
        let envelope = Envelope {
            mutation_id: MutationId(Uuid::nil()),
            stay: stay().id,
            seen: seen.map(|position| (Field::ExpectedDischarge, position)).into_iter().collect(),
            command: Command::SetExpectedDischarge { day: "2026-03-09".parse().ok() },
            made_at: DateTime::UNIX_EPOCH,
        };
        let actor = Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![] };
        let outcome = receive(&stay(), &envelope, &actor, DateTime::UNIX_EPOCH);
        assert_eq!(matches!(outcome, Outcome::Conflicted(_)), expected, "{outcome:?}");
    }
}
