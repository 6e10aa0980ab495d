//! A task from the catalogue, or in one's own words.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{Command, Directory, Pathway, Stay, Task, TaskKind, TaskNumber, due, sentence::Names, task::NewTask};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SelectField, TextField},
};
use crate::{board::Row, outbox::device};

#[component]
pub fn AddTask(row: Row, asking: Asking) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let found = move || {
        row.read(|state| {
            let stay = &state.shown.stay;
            search.with(|search| asking.board.with_directory(|directory| matching(&directory.kinds, search, stay)))
        })
    };
    view! {
        <TextField id="search" label="Search the catalogue" value=search />
        <div class="choices choices--list">
            <For each=found key=|kind| kind.code.clone() let:kind>
                <KindChoice kind asking />
            </For>
        </div>
        <Show when=move || search.with(|search| !search.trim().is_empty())>
            <OwnWords words=search asking />
        </Show>
    }
}

#[component]
fn KindChoice(kind: TaskKind, asking: Asking) -> impl IntoView {
    let now = asking.board.clock();
    let hint = asking.read(|stay| asking.board.with_directory(|directory| hint(&kind, stay, directory, now))).unwrap_or_default();
    let words = kind.title.clone();
    let on_choose = move || {
        let number = TaskNumber(device::drawn_number());
        if let Some(new) = asking.read(|stay| kind.new_task(stay, number, now)) {
            asking.ask(Command::AddTask(Box::new(new)));
        }
    };
    view! { <Choice words hint icon="add" on_choose /> }
}

#[component]
fn OwnWords(words: RwSignal<String>, asking: Asking) -> impl IntoView {
    let team = RwSignal::new("WARD".to_owned());
    let teams = asking.board.with_directory(|directory| {
        directory.teams.iter().map(|team| (team.code.to_string(), team.name.clone())).collect::<Vec<_>>()
    });
    let save = move || match own_words(words.get_untracked(), &team.get_untracked()) {
        Some(command) => asking.ask(command),
        None => asking.complain("Please choose a team."),
    };
    view! {
        <div class="own-words">
            <p>"Or add "<strong>{words}</strong>" in these words, for"</p>
            <SelectField id="own-team" label="Team" options=teams chosen=team />
            <Choice words="Add in these words" icon="add" on_choose=save />
        </div>
    }
}

pub fn own_words(title: String, team: &str) -> Option<Command> {
    let number = TaskNumber(device_number(&title));
    let owner_team = team.parse().ok()?;
    let after = BTreeSet::new();
    Some(Command::AddTask(Box::new(NewTask { number, kind: None, title, owner_team, due: None, blocking: true, after })))
}

/// No number is drawn for a task that is only asked about.
fn device_number(title: &str) -> u32 {
    if title.is_empty() { TaskNumber::DRAWN_FROM.0 } else { device::drawn_number() }
}

/// "Pharmacy, due 15:00"; of what the patient has already, "Already open, due tomorrow 17:00".
fn hint(kind: &TaskKind, stay: &Stay, directory: &Directory, now: DateTime<Utc>) -> String {
    match unfinished(kind, stay) {
        Some(task) if task.is_parked() => "Already there, parked".to_owned(),
        Some(task) => format!("Already open, {}", due::in_words(task.due, now)),
        None => {
            let team = Names::team(directory, &kind.owner_team);
            format!("{team}, {}", due::in_words(kind.due_when_added(stay, now), now))
        }
    }
}

fn unfinished<'a>(kind: &TaskKind, stay: &'a Stay) -> Option<&'a Task> {
    stay.tasks.iter().find(|task| task.state.is_open() && task.kind.as_ref() == Some(&kind.code))
}

/// The kinds in whose words is what was typed: those of the patient's pathway first, those that the patient has already last.
fn matching(kinds: &[TaskKind], search: &str, stay: &Stay) -> Vec<TaskKind> {
    let pathway: Option<Pathway> = stay.pathways.current().map(|(_, pathway)| pathway);
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let fits = |kind: &&TaskKind| {
        let words = format!("{} {}", kind.title, kind.short).to_lowercase();
        wanted.iter().all(|wanted| words.contains(wanted.as_str()))
    };
    let mut found: Vec<TaskKind> = kinds.iter().filter(fits).cloned().collect();
    let is_unusual = |kind: &TaskKind| pathway.is_some_and(|pathway| !kind.pathways.contains(&pathway));
    found.sort_by_key(|kind| (unfinished(kind, stay).is_some(), is_unusual(kind)));
    found
}

#[cfg(test)]
mod tests {
    use domain::{
        Actor, Entry, PathwayStage, StayId, StayStatus, apply,
        catalogue::{standard_tasks, standard_teams},
        decide,
    };
    use uuid::Uuid;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-05T10:30:00Z".parse().expect("an instant")
    }

    fn stay(commands: &[Command]) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.status = StayStatus::InHospital;
        stay.admitted_at = now() - chrono::TimeDelta::days(2);
        let amara = Actor { id: Uuid::nil().into(), name: "Amara Obi".to_owned(), grants: vec![] };
        for command in commands {
            for event in decide(&stay, command, &amara, now()).expect("no refusal") {
                let position = stay.position + 1;
                apply(&mut stay, &Entry { position, at: now(), by: amara.name.clone(), event });
            }
        }
        stay
    }

    fn kind(code: &str) -> TaskKind {
        standard_tasks().into_iter().find(|kind| kind.code.as_str() == code).expect("a kind")
    }

    #[test]
    fn the_catalogue_is_searched_by_any_word() {
        let kinds = standard_tasks();
        let found = matching(&kinds, "tto disp", &stay(&[]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].short, "TTO dispensed");
        assert!(matching(&kinds, "zzz", &stay(&[])).is_empty());
    }

    #[test]
    fn the_patients_pathway_comes_first() {
        let on_p3 = stay(&[Command::SetPathway { stage: PathwayStage::Proposed, pathway: Some(Pathway::P3) }]);
        let found = matching(&standard_tasks(), "", &on_p3);
        let last_usual = found.iter().rposition(|kind| kind.pathways.contains(&Pathway::P3));
        let first_unusual = found.iter().position(|kind| !kind.pathways.contains(&Pathway::P3));
        assert!(last_usual < first_unusual);
        assert_eq!(found.len(), 45);
    }

    #[test]
    fn what_the_patient_has_already_comes_last_and_says_so() {
        let new = kind("T06").new_task(&stay(&[]), TaskNumber(1), now());
        let stay = stay(&[Command::AddTask(Box::new(new))]);
        let found = matching(&standard_tasks(), "", &stay);
        assert_eq!(found.last().map(|kind| kind.short.as_str()), Some("TTO dispensed"));
        let directory = Directory { teams: standard_teams(), ..Directory::default() };
        assert_eq!(hint(&kind("T06"), &stay, &directory, now()), "Already open, due 12:30");
        assert_eq!(hint(&kind("T08"), &stay, &directory, now()), "Therapies, due tomorrow 10:30");
    }
}
