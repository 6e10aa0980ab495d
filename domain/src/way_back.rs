//! The way back from a change: what undoes it, tried step by step from where the change has left the stay.

use chrono::{DateTime, Utc};

use crate::{Actor, Command, Entry, Event, Seen, Stay, apply, decide, permission, undo};

/// One command of the way back, with what of its fields is known where it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepBack {
    pub command: Command,
    pub seen: Seen,
}

/// What brings a stay back from `after` to `before`. `None` where there is no way back, or `actor` may not go it: a nurse who has
/// moved a patient to another ward does not decide there.
///
/// Its fields are seen as they were at `position`, until the change itself is known to stand in the log
/// ([`crate::Envelope::is_seen_in`]).
pub fn way_back(
    before: &Stay,
    command: &Command,
    after: &Stay,
    position: u32,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Option<Vec<StepBack>> {
    let mut stay = after.clone();
    let step = |command| step_back(&mut stay, command, position, actor, now);
    undo(before, command)?.into_iter().map(step).collect()
}

fn step_back(stay: &mut Stay, command: Command, position: u32, actor: &Actor, now: DateTime<Utc>) -> Option<StepBack> {
    if !permission::may_command(actor, stay, &command) {
        return None;
    }
    let events = decide(stay, &command, actor, now).ok()?;
    let seen = events.iter().filter_map(Event::field).map(|field| (field, position)).collect();
    for event in events {
        apply(stay, &Entry { position: stay.position + 1, at: now, by: actor.name.clone(), event });
    }
    Some(StepBack { command, seen })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{Field, Grant, Place, StayId, StayStatus, stay::Destination};

    fn actor(grant: Grant) -> Actor {
        Actor { id: Uuid::nil().into(), name: "Sister Grace Lowe".to_owned(), grants: vec![grant] }
    }

    fn place(ward: &str) -> Place {
        Place { ward: ward.parse().expect("a ward"), bay: None, bed: Some("A4".to_owned()) }
    }

    fn cedar_nurse() -> Actor {
        actor(Grant::WardStaff("cedar-ward".parse().expect("a ward")))
    }

    /// On Cedar Ward, with 57 entries in the log.
    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        (stay.status, stay.place, stay.position) = (StayStatus::InHospital, place("cedar-ward"), 57);
        stay
    }

    fn back(command: &Command, actor: &Actor) -> Option<Vec<StepBack>> {
        let (before, mut after) = (stay(), stay());
        for (event, position) in decide(&before, command, actor, DateTime::UNIX_EPOCH).expect("allowed").into_iter().zip(58..) {
            apply(&mut after, &Entry { position, at: DateTime::UNIX_EPOCH, by: actor.name.clone(), event });
        }
        way_back(&before, command, &after, 57, actor, DateTime::UNIX_EPOCH)
    }

    #[rstest]
    #[case::to_another_bed("cedar-ward", cedar_nurse(), true)]
    #[case::to_a_ward_of_others("oak-ward", cedar_nurse(), false)]
    #[case::by_who_works_on_both("oak-ward", actor(Grant::DischargeCoordinator), true)]
    fn a_move_is_taken_back_by_who_may_move_from_there(#[case] to: &str, #[case] by: Actor, #[case] expected: bool) {
        let to = Place { bed: Some("B1".to_owned()), ..place(to) };
        assert_eq!(back(&Command::MoveBed { to }, &by).is_some(), expected);
    }

    #[test]
    fn it_is_gone_in_the_light_of_what_was_known_before() {
        let leave = Command::DischargePatient { at: DateTime::UNIX_EPOCH, to: Destination::HomeWithoutSupport };
        let steps = back(&leave, &cedar_nurse()).expect("a way back");
        let seen = Seen::from([(Field::Discharge, 57)]);
        assert_eq!(steps, [StepBack { command: Command::CancelDischarge, seen }]);
    }
}
