//! Why a task is not needed, or was added by mistake. It stays in the record either way.

use domain::{Command, TaskNumber};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{SaveButton, TextField},
};

#[component]
pub fn NotNeeded(number: TaskNumber, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let save = move || asking.ask(Command::MarkTaskNotNeeded { task: number, reason: reason.get_untracked() });
    view! {
        <TextField id="reason" label="Why is it not needed?" value=reason />
        <SaveButton words="Not needed" on_save=save />
    }
}

#[component]
pub fn CancelTask(number: TaskNumber, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let save = move || asking.ask(Command::CancelTask { task: number, reason: reason.get_untracked() });
    view! {
        <TextField id="reason" label="What was the mistake?" hint="Such as: meant for another patient" value=reason />
        <SaveButton words="Take the task back" on_save=save />
    }
}
