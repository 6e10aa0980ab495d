//! Whose a task is: a team, and somebody in it where one person has taken it on.

use domain::{Command, TaskNumber, TeamCode, task::Owner};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{SaveButton, SelectField},
};
use crate::board::Row;

#[component]
pub fn AssignTask(row: Row, number: TaskNumber, asking: Asking) -> impl IntoView {
    let (team, person) = row.read(|state| {
        let task = state.shown.stay.task(number);
        let owner = task.and_then(|task| task.owner.as_ref()).map(|owner| owner.id.to_string());
        (task.map(|task| task.owner_team.to_string()).unwrap_or_default(), owner.unwrap_or_default())
    });
    let (team, person) = (RwSignal::new(team), RwSignal::new(person));
    let teams = asking.board.with_directory(|directory| {
        directory.teams.iter().map(|team| (team.code.to_string(), team.name.clone())).collect::<Vec<_>>()
    });
    let save = move || match team.get_untracked().parse() {
        Ok(code) => {
            let owner = owner(asking, &code, &person.get_untracked());
            asking.ask(Command::AssignTask { task: number, team: code, owner });
        }
        Err(_) => asking.complain("Please choose a team."),
    };
    view! {
        <SelectField id="team" label="Team" options=teams chosen=team />
        {move || view! { <SelectField id="person" label="Person" options=people(asking, &team.get()) chosen=person /> }}
        <SaveButton words="Assign" on_save=save />
    }
}

fn people(asking: Asking, team: &str) -> Vec<(String, String)> {
    let nobody = (String::new(), "Nobody in particular".to_owned());
    asking.board.with_directory(|directory| {
        let members = directory.colleagues.iter().filter(|colleague| colleague.team.as_str() == team);
        std::iter::once(nobody).chain(members.map(|member| (member.id.to_string(), member.name.clone()))).collect()
    })
}

fn owner(asking: Asking, team: &TeamCode, person: &str) -> Option<Owner> {
    asking.board.with_directory(|directory| {
        let mut members = directory.colleagues.iter().filter(|colleague| colleague.team == *team);
        let member = members.find(|colleague| colleague.id.to_string() == person)?;
        Some(Owner { id: member.id, name: member.name.clone() })
    })
}
