//! Giving a task to a team or to a person in it, and taking one on.

use crate::{Actor, Event, Refusal, Stay, TaskNumber, TaskState, TeamCode, task::Owner, task::progress};

pub(crate) fn decide(stay: &Stay, number: TaskNumber, team: &TeamCode, owner: Option<&Owner>) -> Result<Vec<Event>, Refusal> {
    let task = stay.require_task(number)?;
    if task.owner_team == *team && task.owner.as_ref() == owner {
        return Ok(vec![]);
    }
    if !task.state.is_open() {
        return Err(Refusal::TaskIs { state: task.state.kind().words().to_owned(), by: task.by.clone(), at: task.at });
    }
    Ok(vec![Event::TaskAssigned { task: number, team: team.clone(), owner: owner.cloned() }])
}

/// Taking a task on. A member of the team that owns it becomes its named owner where it has none.
pub(crate) fn accept(stay: &Stay, number: TaskNumber, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let mut events = progress::decide(stay, number, TaskState::Accepted)?;
    let task = stay.require_task(number)?;
    if task.owner.is_none() && actor.teams().any(|team| *team == task.owner_team) {
        let owner = Some(Owner { id: actor.id, name: actor.name.clone() });
        events.push(Event::TaskAssigned { task: number, team: task.owner_team.clone(), owner });
    }
    Ok(events)
}
