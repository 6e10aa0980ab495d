//! Why a patient who is ready is still here: suggested from the open tasks, and confirmed by a person.

use domain::{
    Command, DelayReasonCode, Stay,
    delay_reason::{self, REASONS},
    london,
};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SaveButton},
};
use crate::board::Board;

#[component]
pub fn ConfirmDelayReason(asking: Asking) -> impl IntoView {
    let suggested = asking.read(|stay| suggested_reason(asking.board, stay)).flatten();
    let last = asking.read(|stay| stay.delays.last().map(|record| record.reason)).flatten();
    let confirm = move |reason| {
        let day = london::date(asking.board.clock());
        asking.ask(Command::ConfirmDelayReason { day, reason, suggested });
    };
    let chosen = RwSignal::new(String::new());
    let save = move || match chosen.get_untracked().parse() {
        Ok(reason) => confirm(reason),
        Err(_) => asking.complain("Please choose a reason."),
    };
    view! {
        <div class="choices choices--list">
            {suggested
                .map(|reason| {
                    view! {
                        <Choice
                            words=reason.short()
                            hint=format!("Suggested by the open tasks. {reason}: {}", reason.label())
                            icon="done"
                            is_first=true
                            on_choose=move || confirm(reason)
                        />
                    }
                })}
            {last
                .filter(|last| Some(*last) != suggested)
                .map(|reason| {
                    view! {
                        <Choice
                            words=reason.short()
                            hint=format!("As last confirmed. {reason}: {}", reason.label())
                            on_choose=move || confirm(reason)
                        />
                    }
                })}
        </div>
        <ReasonSelect chosen />
        <SaveButton words="Confirm this reason" on_save=save />
    }
}

/// By the oldest open task on the way home.
pub fn suggested_reason(board: Board, stay: &Stay) -> Option<DelayReasonCode> {
    board.with_directory(|directory| delay_reason::suggest(stay, &directory.kinds))
}

/// The national list, by its five families.
#[component]
fn ReasonSelect(chosen: RwSignal<String>) -> impl IntoView {
    let families = REASONS.chunk_by(|one, other| one.code.family() == other.code.family());
    let option = |code: DelayReasonCode, label: &'static str| {
        view! { <option value=code.to_string()>{format!("{code}: {label}")}</option> }
    };
    view! {
        <div class="nhsuk-form-group field">
            <label class="nhsuk-label" for="delay-reason">
                "Another of the national reasons"
            </label>
            <select
                class="nhsuk-select"
                id="delay-reason"
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                <option value="">"Choose…"</option>
                {families
                    .map(|family| {
                        let name = family.first().map_or("", |reason| reason.code.family().words());
                        view! {
                            <optgroup label=name>
                                {family.iter().map(|reason| option(reason.code, reason.label)).collect_view()}
                            </optgroup>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
