//! Reviewing the criteria to reside: needs the acute bed, by which of the eleven; or could be cared for elsewhere.

use domain::{Command, CriteriaToReside, Criterion, criteria::CriteriaStatus};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{
    asking::Asking,
    choice::{Choice, SaveButton},
};

#[component]
pub fn ReviewCriteria(asking: Asking) -> impl IntoView {
    let met = RwSignal::new(Vec::<Criterion>::new());
    let review = move |found| asking.ask(Command::ReviewCriteria { found, reviewed_at: asking.board.clock() });
    let meets_again = move || review(CriteriaToReside::Met(Vec::new()));
    let save = move || match met.get_untracked() {
        which if which.is_empty() => asking.complain("Please tick why the patient needs the acute bed."),
        which => review(CriteriaToReside::Met(which)),
    };
    let (open, parked, is_ready) = asking
        .read(|stay| (stay.open_tasks().count(), stay.parked_tasks().count(), stay.criteria_status() == CriteriaStatus::NotMet))
        .unwrap_or_default();
    let leave = if is_ready { "Still ready to leave" } else { "Could be cared for elsewhere: ready to leave" };
    view! {
        <div class="choices">
            <Choice
                words="Does not meet"
                hint=with_tasks(leave, parked, "back")
                icon="home"
                is_first=true
                is_current=is_ready
                on_choose=move || review(CriteriaToReside::NotMet)
            />
            {is_ready
                .then(|| {
                    let hint = with_tasks("The ready date is void", open, "parked");
                    view! { <Choice words="Meets again" hint icon="meets" on_choose=meets_again /> }
                })}
        </div>
        <fieldset class="nhsuk-fieldset radios criteria-boxes">
            <legend class="nhsuk-fieldset__legend">"Or meets, because of"</legend>
            {Criterion::iter().map(|criterion| view! { <CriterionBox criterion met /> }).collect_view()}
        </fieldset>
        <SaveButton words="Meets the criteria" on_save=save />
    }
}

/// "Ready to leave; 3 tasks back".
fn with_tasks(words: &str, tasks: usize, become_: &str) -> String {
    match tasks {
        0 => words.to_owned(),
        1 => format!("{words}; 1 task {become_}"),
        tasks => format!("{words}; {tasks} tasks {become_}"),
    }
}

#[component]
fn CriterionBox(criterion: Criterion, met: RwSignal<Vec<Criterion>>) -> impl IntoView {
    let toggle = move |_| {
        met.update(|met| {
            if met.contains(&criterion) {
                met.retain(|other| *other != criterion);
            } else {
                met.push(criterion);
                met.sort_unstable();
            }
        });
    };
    view! {
        <label class="radios__option">
            <input type="checkbox" on:change=toggle />
            <span>{criterion.words()}</span>
        </label>
    }
}
