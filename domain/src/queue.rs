//! What one person has to do across the wards: the tasks they have taken on, and those of their teams.

use chrono::{DateTime, Utc};

use crate::{
    Actor, Command, EscalationLevel, Grant, Stay, Task, TaskState, TeamCode, Viewer, due,
    due::DueStatus,
    london,
    task::{Owner, TaskStateKind},
};

/// The team of those who work on a ward (`domain.md` 2.5).
const WARD_TEAM: &str = "WARD";

/// When a task in a queue is due, in the order in which the queue is worked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum DueBy {
    Overdue,
    Today,
    Tomorrow,
    Later,
    NotSet,
}

impl DueBy {
    pub fn of(due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        match due::status(due, now) {
            DueStatus::NotSet => Self::NotSet,
            DueStatus::Overdue => Self::Overdue,
            DueStatus::Soon | DueStatus::Today | DueStatus::Later => {
                let days = due.map(|due| (london::date(due) - london::date(now)).num_days());
                match days {
                    Some(0) => Self::Today,
                    Some(1) => Self::Tomorrow,
                    _ => Self::Later,
                }
            }
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Today => "Today",
            Self::Tomorrow => "Tomorrow",
            Self::Later => "Later",
            Self::NotSet => "No due time",
        }
    }
}

/// Whether an open task belongs in `actor`'s queue.
pub fn is_in_queue(actor: &Actor, stay: &Stay, task: &Task, viewer: Viewer) -> bool {
    task.is_open() && (is_mine(actor, task) || actor.grants.iter().any(|grant| is_for(grant, stay, task, viewer)))
}

pub fn is_mine(actor: &Actor, task: &Task) -> bool {
    task.owner.as_ref().is_some_and(|owner| owner.id == actor.id)
}

/// What has climbed to the coordinators is in their list, whosever it is.
fn is_for(grant: &Grant, stay: &Stay, task: &Task, viewer: Viewer) -> bool {
    match grant {
        Grant::TeamMember(team) => task.owner_team == *team,
        Grant::WardStaff(ward) => stay.place.ward == *ward && task.owner_team.as_str() == WARD_TEAM,
        Grant::DischargeCoordinator => viewer.escalation.level(task, viewer.now) >= Some(EscalationLevel::Coordinator),
        Grant::TrustLead | Grant::Administrator | Grant::WallScreen(_) => false,
    }
}

/// What taking a task on means: a member of its team accepts it; others become its owner, as far as it has got.
pub fn claim(actor: &Actor, task: &Task) -> Command {
    let is_new = matches!(task.state.kind(), TaskStateKind::ToDo | TaskStateKind::Requested);
    let is_in_team = actor.teams().any(|team: &TeamCode| *team == task.owner_team);
    if is_new && is_in_team && task.owner.is_none() && task.state.kind().may_become(TaskState::Accepted.kind()) {
        return Command::AcceptTask { task: task.number };
    }
    let owner = Some(Owner { id: actor.id, name: actor.name.clone() });
    Command::AssignTask { task: task.number, team: task.owner_team.clone(), owner }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{Place, StayId, TaskNumber};

    fn actor(grants: &[&str]) -> Actor {
        let grant = |text: &&str| match text.split_once(':') {
            Some(("ward", code)) => Grant::WardStaff(code.parse().expect("a ward")),
            Some((_, code)) => Grant::TeamMember(code.parse().expect("a team")),
            None => Grant::DischargeCoordinator,
        };
        Actor { id: Uuid::from_u128(7).into(), name: "Nadia Rahman".to_owned(), grants: grants.iter().map(grant).collect() }
    }

    fn task(team: &str, owner: Option<u128>) -> Task {
        Task {
            number: TaskNumber(1),
            kind: None,
            title: "TTO dispensed".to_owned(),
            owner_team: team.parse().expect("a team"),
            owner: owner.map(|id| Owner { id: Uuid::from_u128(id).into(), name: "Somebody".to_owned() }),
            due: None,
            blocking: true,
            after: BTreeSet::new(),
            state: TaskState::ToDo,
            by: "Tom Reyes".to_owned(),
            at: DateTime::UNIX_EPOCH,
            parked_at: None,
        }
    }

    fn stay(ward: &str) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.place = Place { ward: ward.parse().expect("a ward"), bay: None, bed: None };
        stay
    }

    fn viewer() -> Viewer {
        let now = "2026-03-05T15:40:00Z".parse().expect("an instant");
        Viewer { me: Uuid::from_u128(7).into(), now, escalation: crate::EscalationTimes::default() }
    }

    #[test]
    fn a_coordinator_has_what_has_climbed_to_them() {
        let late = |due: &str| Task { due: due.parse().ok(), ..task("PTS", None) };
        let coordinator = actor(&["coordinator"]);
        assert!(is_in_queue(&coordinator, &stay("cedar"), &late("2026-03-05T11:00:00Z"), viewer()));
        assert!(!is_in_queue(&coordinator, &stay("cedar"), &late("2026-03-05T15:00:00Z"), viewer()));
    }

    #[rstest]
    #[case::the_team_s(&["team:PHA"], "PHA", None, true)]
    #[case::the_team_s_though_a_colleague_has_it(&["team:PHA"], "PHA", Some(8), true)]
    #[case::another_team_s(&["team:PHA"], "THER", None, false)]
    #[case::another_team_s_but_mine(&["team:PHA"], "THER", Some(7), true)]
    #[case::the_ward_team_s_on_my_ward(&["ward:cedar"], "WARD", None, true)]
    #[case::the_ward_team_s_elsewhere(&["ward:maple"], "WARD", None, false)]
    #[case::the_doctors_on_my_ward(&["ward:cedar"], "MED", None, false)]
    #[case::a_coordinator_has_only_their_own(&["coordinator"], "WARD", None, false)]
    #[case::which_they_have(&["coordinator"], "WARD", Some(7), true)]
    fn whose_queue(#[case] grants: &[&str], #[case] team: &str, #[case] owner: Option<u128>, #[case] expected: bool) {
        assert_eq!(is_in_queue(&actor(grants), &stay("cedar"), &task(team, owner), viewer()), expected);
    }

    #[test]
    fn what_is_finished_is_in_no_queue() {
        let done = Task { state: TaskState::Done, ..task("PHA", None) };
        assert!(!is_in_queue(&actor(&["team:PHA"]), &stay("cedar"), &done, viewer()));
    }

    #[test]
    fn a_member_accepts_and_others_become_the_owner() {
        let pharmacist = actor(&["team:PHA"]);
        assert_eq!(claim(&pharmacist, &task("PHA", None)), Command::AcceptTask { task: TaskNumber(1) });
        let under_way = Task { state: TaskState::InProgress, ..task("PHA", Some(8)) };
        assert!(matches!(claim(&pharmacist, &under_way), Command::AssignTask { owner: Some(_), .. }));
        assert!(matches!(claim(&actor(&["ward:cedar"]), &task("WARD", None)), Command::AssignTask { owner: Some(_), .. }));
    }

    #[rstest]
    #[case(None, DueBy::NotSet)]
    #[case(Some("2026-03-05T15:00:00Z"), DueBy::Overdue)]
    #[case(Some("2026-03-05T15:41:00Z"), DueBy::Today)]
    #[case(Some("2026-03-05T23:59:00Z"), DueBy::Today)]
    #[case(Some("2026-03-06T09:00:00Z"), DueBy::Tomorrow)]
    #[case(Some("2026-03-07T09:00:00Z"), DueBy::Later)]
    fn when_it_is_due(#[case] due: Option<&str>, #[case] expected: DueBy) {
        let now = "2026-03-05T15:40:00Z".parse().expect("an instant");
        assert_eq!(DueBy::of(due.map(|due| due.parse().expect("an instant")), now), expected);
    }
}
