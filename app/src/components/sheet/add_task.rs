//! A task from the catalogue, or in one's own words.

use std::collections::BTreeSet;

use domain::{Command, Pathway, TaskKind, TaskNumber, due, sentence::Names, task::NewTask};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SelectField, TextField},
};
use crate::{board::Row, outbox::device};

#[component]
pub fn AddTask(row: Row, asking: Asking) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let pathway = row.read(|state| state.shown.stay.pathways.current().map(|(_, pathway)| pathway));
    let found =
        move || search.with(|search| asking.board.with_directory(|directory| matching(&directory.kinds, search, pathway)));
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
    let team = asking.board.with_directory(|directory| Names::team(directory, &kind.owner_team));
    let due = asking.read(|stay| kind.first_due(stay, now)).flatten();
    let hint = format!("{team}, {}", due::in_words(due, now));
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

/// The kinds whose words begin with what was typed, those of the patient's pathway first.
fn matching(kinds: &[TaskKind], search: &str, pathway: Option<Pathway>) -> Vec<TaskKind> {
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let fits = |kind: &&TaskKind| {
        let words = format!("{} {}", kind.title, kind.short).to_lowercase();
        wanted.iter().all(|wanted| words.contains(wanted.as_str()))
    };
    let mut found: Vec<TaskKind> = kinds.iter().filter(fits).cloned().collect();
    found.sort_by_key(|kind| pathway.is_some_and(|pathway| !kind.pathways.contains(&pathway)));
    found
}

#[cfg(test)]
mod tests {
    use domain::catalogue::standard_tasks;

    use super::*;

    #[test]
    fn the_catalogue_is_searched_by_any_word() {
        let kinds = standard_tasks();
        let found = matching(&kinds, "tto disp", None);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].short, "TTO dispensed");
        assert!(matching(&kinds, "zzz", None).is_empty());
    }

    #[test]
    fn the_patients_pathway_comes_first() {
        let found = matching(&standard_tasks(), "", Some(Pathway::P3));
        let last_usual = found.iter().rposition(|kind| kind.pathways.contains(&Pathway::P3));
        let first_unusual = found.iter().position(|kind| !kind.pathways.contains(&Pathway::P3));
        assert!(last_usual < first_unusual);
        assert_eq!(found.len(), 45);
    }
}
