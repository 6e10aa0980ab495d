//! What the board can be narrowed down to. Each choice is a link, so that it works before anything else has loaded, and the
//! way back leads back.

use std::collections::BTreeMap;

use domain::{
    Condition, Directory, EscalationLevel, Filter, Pathway, TeamCode,
    length_of_stay::LongStay,
    permission::{self, Scope},
    sentence::Names,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use strum::IntoEnumIterator;

use super::fold_out::FoldOut;
use crate::board::Board;

#[component]
pub fn FilterBar() -> impl IntoView {
    let board = Board::expect();
    let path = use_location().pathname;
    let teams = Memo::new(move |_| teams(board));
    let plain = [
        Condition::Overdue,
        Condition::DueToday,
        Condition::Escalated(EscalationLevel::Matron),
        Condition::Mine,
        Condition::Ready,
        Condition::OneThing,
        Condition::ExpectedToday,
        Condition::ExpectedTomorrow,
        Condition::NotReviewed,
        Condition::RedToday,
    ];
    let long = [LongStay::SevenPlus, LongStay::FourteenPlus, LongStay::TwentyOnePlus].map(Condition::LongStay);
    view! {
        <FoldOut icon="filter" words="Filter">
            <div class="fold-out__panel">
                <Choices name="Show only" conditions=plain.to_vec() />
                <Choices name="Days in hospital" conditions=long.to_vec() />
                <Choices name="Pathway" conditions=Pathway::iter().map(Condition::Pathway).collect() />
                {move || view! { <Choices name="Open task of" conditions=teams.get() /> }}
                {board
                    .with_actor(|actor| permission::scope(actor).on_wall() != Scope::Nobody)
                    .then(|| {
                        view! {
                            <p class="filter-bar__wall">
                                <a href=move || format!("{}?display=wall", path.get()) rel="external">
                                    "Display for a screen on the wall"
                                </a>
                            </p>
                        }
                    })}
            </div>
        </FoldOut>
    }
    .into_any()
}

/// The teams that have an open task on this board, those with the most first.
fn teams(board: Board) -> Vec<Condition> {
    let mut open: BTreeMap<TeamCode, usize> = BTreeMap::new();
    board.with_rows(|rows| {
        for row in rows {
            row.read(|state| {
                for task in state.shown.stay.open_tasks() {
                    *open.entry(task.owner_team.clone()).or_default() += 1;
                }
            });
        }
    });
    let mut teams: Vec<_> = open.into_iter().collect();
    teams.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    teams.into_iter().map(|(team, _)| Condition::Team(team)).collect()
}

#[component]
fn Choices(name: &'static str, conditions: Vec<Condition>) -> impl IntoView {
    view! {
        <div class="filter-bar__group">
            <h2 class="filter-bar__name">{name}</h2>
            <ul class="filter-bar__choices">
                {conditions.into_iter().map(|condition| view! { <ConditionLink condition /> }).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn ConditionLink(condition: Condition) -> impl IntoView {
    let board = Board::expect();
    let path = use_location().pathname;
    let words = board.with_directory(|directory| condition_in_words(&condition, directory));
    let here = condition.clone();
    let is_on = move || board.filter.with(|filter| filter.has(&here)).then_some("true");
    let href = move || format!("{}{}", path.get(), board.filter.with(|filter| filter.toggled(&condition).query()));
    view! {
        <li>
            <a class="filter-bar__choice" href=href aria-current=is_on data-noscroll="">
                {words}
            </a>
        </li>
    }
}

/// "overdue", "Pharmacy", "21 days or more".
pub fn condition_in_words(condition: &Condition, directory: &Directory) -> String {
    match condition {
        Condition::Overdue => "Overdue".to_owned(),
        Condition::DueToday => "Due today".to_owned(),
        Condition::Team(team) => Names::team(directory, team),
        Condition::Kind(kind) => directory.kind(kind).map_or_else(|| kind.to_string(), |kind| kind.short.clone()),
        Condition::Mine => "Mine".to_owned(),
        Condition::Escalated(level) => format!("Escalated: {} or higher", level.words().to_lowercase()),
        Condition::RedToday => "Red, or not yet said, today".to_owned(),
        Condition::Reason(reason) => reason.short().to_owned(),
        Condition::Ready => "Does not meet criteria".to_owned(),
        Condition::NotReviewed => "Not reviewed in 24 hours".to_owned(),
        Condition::ExpectedToday => "EDD today".to_owned(),
        Condition::ExpectedTomorrow => "EDD tomorrow".to_owned(),
        Condition::LongStay(long) => format!("{} days or more", long.least_days()),
        Condition::Pathway(pathway) => pathway.short().to_owned(),
        Condition::OneThing => "One thing from home".to_owned(),
    }
}

/// All that is asked for: "Overdue, Pharmacy".
pub fn filter_in_words(filter: &Filter, directory: &Directory) -> String {
    filter.conditions().iter().map(|condition| condition_in_words(condition, directory)).collect::<Vec<_>>().join(", ")
}
