//! What a task waits on, and whether that is being arranged or arranged and not yet available.

use domain::{Command, TaskNumber, WaitingFor};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Radios, SaveButton, TextField},
};

/// What wards wait on most.
const USUAL: [&str; 6] = ["family", "a doctor's decision", "the care provider", "a community bed", "equipment", "transport"];

#[component]
pub fn WaitForTask(number: TaskNumber, asking: Asking) -> impl IntoView {
    let on = RwSignal::new(String::new());
    let value = |waiting_for: WaitingFor| <&str>::from(waiting_for).to_owned();
    let kind = RwSignal::new(value(WaitingFor::default()));
    let save = move || {
        let waiting_for = kind.with_untracked(|kind| kind.parse()).unwrap_or_default();
        asking.ask(Command::WaitForTask { task: number, on: on.get_untracked(), waiting_for });
    };
    let kinds = vec![
        (value(WaitingFor::Arrangements), "Being arranged".to_owned()),
        (value(WaitingFor::Availability), "Arranged, not yet available".to_owned()),
    ];
    view! {
        <TextField id="waiting-on" label="Waiting on" value=on />
        <div class="suggestions" role="group" aria-label="Often waited for">
            {USUAL
                .map(|words| {
                    view! {
                        <button class="suggestions__word" type="button" on:click=move |_| on.set(words.to_owned())>
                            {words}
                        </button>
                    }
                })
                .into_iter()
                .collect_view()}
        </div>
        <Radios name="waiting-for" legend="How far is it?" options=kinds chosen=kind />
        <SaveButton words="Save" on_save=save />
    }
}
