//! Discharging the patient: where to, when, and by name, so that it is the right one. It can be taken back.

use domain::{Command, StayStatus, london, stay::Destination};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{
    asking::Asking,
    choice::{Radios, SaveButton},
    date_field::{DateAndTimeFields, read},
};
use crate::board::Row;

#[component]
pub fn Discharge(row: Row, asking: Asking) -> impl IntoView {
    let (name, status, blocking) = row.read(|state| {
        let stay = &state.shown.stay;
        let blocking = stay.open_tasks().filter(|task| task.blocking).map(|task| task.title.clone()).collect();
        (stay.patient.name.to_string(), stay.status.clone(), blocking)
    });
    match status {
        StayStatus::Discharged { .. } => view! {
            <p>{status.words()}</p>
            <SaveButton words=format!("Take back the discharge of {name}") on_save=move || asking.ask(Command::CancelDischarge) />
        }
        .into_any(),
        _ => view! {
            <StillToDo blocking />
            <DischargeForm name asking />
        }
        .into_any(),
    }
}

/// What the patient was to wait for. They may still go: it is for a person to say that it need not be waited for.
#[component]
fn StillToDo(blocking: Vec<String>) -> impl IntoView {
    let words = match blocking.len() {
        1 => "1 task that blocks discharge is still open:".to_owned(),
        count => format!("{count} tasks that block discharge are still open:"),
    };
    (!blocking.is_empty()).then(|| {
        view! {
            <div class="sheet__warning">
                <p>{words}</p>
                <ul>{blocking.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul>
            </div>
        }
    })
}

#[component]
fn DischargeForm(name: String, asking: Asking) -> impl IntoView {
    let clock = london::wall_clock(asking.board.clock());
    let to = RwSignal::new(String::new());
    let day = RwSignal::new(clock.date().to_string());
    let time = RwSignal::new(clock.format("%H:%M").to_string());
    let options: Vec<(String, String)> =
        Destination::iter().map(|destination| (value(destination).to_owned(), destination.words().to_owned())).collect();
    let save = move || {
        let destination = Destination::iter().find(|candidate| value(*candidate) == to.get_untracked());
        match (destination, read(&day.get_untracked(), &time.get_untracked())) {
            (Some(to), Some(at)) => asking.ask(Command::DischargePatient { at, to }),
            (None, _) => asking.complain("Please say where the patient goes."),
            (_, None) => asking.complain("Please give the day and the time."),
        }
    };
    view! {
        <Radios name="destination" legend="Where to?" options chosen=to />
        <DateAndTimeFields day_id="discharge-day" day time_id="discharge-time" time />
        <SaveButton words=format!("Discharge {name}") on_save=save />
    }
}

fn value(destination: Destination) -> &'static str {
    destination.into()
}
