//! Reviewing the criteria to reside: needs the acute bed, by which of the eleven; or could be cared for elsewhere.

use domain::{Command, CriteriaToReside, Criterion};
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
    let save = move || review(CriteriaToReside::Met(met.get_untracked()));
    view! {
        <div class="choices">
            <Choice
                words="Does not meet"
                hint="Could be cared for elsewhere: ready to leave"
                icon="home"
                is_first=true
                on_choose=move || review(CriteriaToReside::NotMet)
            />
        </div>
        <fieldset class="nhsuk-fieldset radios">
            <legend class="nhsuk-fieldset__legend">"Or meets, because of"</legend>
            {Criterion::iter().map(|criterion| view! { <CriterionBox criterion met /> }).collect_view()}
        </fieldset>
        <SaveButton words="Meets the criteria" on_save=save />
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
