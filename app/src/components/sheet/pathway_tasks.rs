//! What a pathway brings along: its tasks to add, and those that are no longer usual, to look through before it is set.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    Command, Directory, Pathway, PathwayStage, Task, TaskNumber,
    count::counted,
    due,
    sentence::Names,
    task::NewTask,
    template::{self, Proposal},
};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SaveButton},
};
use crate::{
    components::{pathway_set_in_words, short_title},
    outbox::device,
};

/// A task as one looks it through: "TTO dispensed", and below it "Pharmacy, due 15:00".
#[derive(Clone)]
struct Line {
    number: TaskNumber,
    title: String,
    detail: String,
}

type Ticked = RwSignal<BTreeSet<TaskNumber>>;

/// The difference that the pathway would make; `None` where there is nothing to look through.
pub fn difference(asking: Asking, pathway: Pathway) -> Option<Proposal> {
    let (row, now) = (asking.board.row(asking.stay)?, asking.board.clock());
    let draw = || TaskNumber(device::drawn_number());
    let proposal = row.read(|state| {
        asking.board.with_directory(|directory| template::propose(&state.shown, pathway, &directory.kinds, now, draw))
    });
    (!proposal.is_empty()).then_some(proposal)
}

/// New tasks are ticked, as they are usual. What would go is not: leaving a task in is the lesser slip.
#[component]
pub fn PathwayTasks(stage: PathwayStage, pathway: Pathway, asking: Asking) -> impl IntoView {
    difference(asking, pathway).map(|proposal| {
        let add: Vec<Line> = read(asking, |directory, now| proposal.add.iter().map(|new| of_new(new, directory, now)).collect());
        let (unusual, kept) = (of_numbers(asking, &proposal.no_longer_usual), of_numbers(asking, &proposal.kept));
        let wanted = RwSignal::new(proposal.add.iter().map(|new| new.number).collect::<BTreeSet<_>>());
        let not_needed = RwSignal::new(BTreeSet::new());
        view! {
            <Ticks legend="Add" hint="Untick what this patient does not need." lines=add ticked=wanted />
            <Ticks legend="No longer usual" hint="Nobody has begun these. Tick what is not needed." lines=unusual ticked=not_needed />
            <Kept lines=kept />
            <Answers proposal stage wanted not_needed asking />
        }
    })
}

#[component]
fn Ticks(legend: &'static str, hint: &'static str, lines: Vec<Line>, ticked: Ticked) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! {
            <fieldset class="nhsuk-fieldset proposal">
                <legend class="nhsuk-fieldset__legend">{format!("{legend} ({})", lines.len())}</legend>
                <p class="proposal__hint">{hint}</p>
                {lines.into_iter().map(|line| view! { <Tick line ticked /> }).collect_view()}
            </fieldset>
        }
    })
}

#[component]
fn Tick(line: Line, ticked: Ticked) -> impl IntoView {
    let number = line.number;
    let toggle = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&number) {
                ticked.insert(number);
            }
        });
    };
    view! {
        <label class="proposal__task">
            <input type="checkbox" prop:checked=move || ticked.with(|ticked| ticked.contains(&number)) on:change=toggle />
            <LineFace line />
        </label>
    }
}

#[component]
fn Kept(lines: Vec<Line>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! {
            <section class="proposal" aria-labelledby="kept">
                <h3 class="proposal__heading" id="kept">
                    "Kept, since work has begun"
                </h3>
                <ul class="proposal__kept">
                    {lines
                        .into_iter()
                        .map(|line| {
                            view! {
                                <li>
                                    <LineFace line />
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn LineFace(line: Line) -> impl IntoView {
    view! {
        <span>
            <span class="proposal__title">{line.title}</span>
            <span class="proposal__detail">{line.detail}</span>
        </span>
    }
}

#[component]
fn Answers(proposal: Proposal, stage: PathwayStage, wanted: Ticked, not_needed: Ticked, asking: Asking) -> impl IntoView {
    let pathway = proposal.pathway;
    let counts = move || (wanted.with(BTreeSet::len), not_needed.with(BTreeSet::len));
    let words = Signal::derive(move || save_words(pathway, counts()));
    let save = move || {
        let commands = proposal.commands(stage, &wanted.get_untracked(), &not_needed.get_untracked());
        let done = asking.read(|stay| pathway_set_in_words(stay, pathway, &commands)).unwrap_or_default();
        asking.ask_all(commands, done);
    };
    let only_set = move || asking.ask(Command::SetPathway { stage, pathway: Some(pathway) });
    view! {
        <div class="proposal__answers">
            <SaveButton words on_save=save />
            <Choice words="Only set the pathway" on_choose=only_set />
        </div>
    }
}

/// "Set P1 and add 9 tasks", "Set P2, add 2 tasks, 1 not needed".
fn save_words(pathway: Pathway, counts: (usize, usize)) -> String {
    let pathway = pathway.short();
    let tasks = |count: usize| counted(count, "task", "tasks");
    match counts {
        (0, 0) => format!("Set {pathway}, add nothing"),
        (added, 0) => format!("Set {pathway} and add {}", tasks(added)),
        (0, ended) => format!("Set {pathway}, {ended} not needed"),
        (added, ended) => format!("Set {pathway}, add {}, {ended} not needed", tasks(added)),
    }
}

fn read<T>(asking: Asking, read: impl FnOnce(&Directory, DateTime<Utc>) -> T) -> T {
    let now = asking.board.clock();
    asking.board.with_directory(|directory| read(directory, now))
}

fn of_new(new: &NewTask, directory: &Directory, now: DateTime<Utc>) -> Line {
    let kind = new.kind.as_ref().and_then(|code| directory.kind(code));
    let title = kind.map_or_else(|| new.title.clone(), |kind| kind.short.clone());
    let detail = format!("{}, {}", Names::team(directory, &new.owner_team), due::in_words(new.due, now));
    Line { number: new.number, title, detail }
}

fn of_numbers(asking: Asking, numbers: &[TaskNumber]) -> Vec<Line> {
    let lines = asking.read(|stay| {
        let tasks = numbers.iter().filter_map(|number| stay.task(*number));
        read(asking, |directory, now| tasks.map(|task| of_task(task, directory, now)).collect())
    });
    lines.unwrap_or_default()
}

fn of_task(task: &Task, directory: &Directory, now: DateTime<Utc>) -> Line {
    let team = Names::team(directory, &task.owner_team);
    let owner = task.owner.as_ref().map_or(team, |owner| owner.name.clone());
    let detail = format!("{owner}, {}, {}", due::in_words(task.due, now), task.state.words());
    Line { number: task.number, title: short_title(task, directory), detail }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case((9, 0), "Set P1 and add 9 tasks")]
    #[case((1, 0), "Set P1 and add 1 task")]
    #[case((2, 1), "Set P1, add 2 tasks, 1 not needed")]
    #[case((0, 2), "Set P1, 2 not needed")]
    #[case((0, 0), "Set P1, add nothing")]
    fn the_button_says_what_it_does(#[case] counts: (usize, usize), #[case] expected: &str) {
        assert_eq!(save_words(Pathway::P1, counts), expected);
    }
}
