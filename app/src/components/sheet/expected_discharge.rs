//! When the patient is expected to be well enough to leave, if nothing keeps them waiting.

use chrono::{Days, NaiveDate};
use domain::{Command, clinical_time, london};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SaveButton, TextField},
};
use crate::board::Row;

/// Days that are offered at once: from today on.
const OFFERED: u64 = 6;

#[component]
pub fn SetExpectedDischarge(row: Row, asking: Asking) -> impl IntoView {
    let expected = row.read(|state| state.shown.stay.expected_discharge);
    let day = RwSignal::new(expected.map(|day| day.to_string()).unwrap_or_default());
    let set = move |day: Option<NaiveDate>| asking.ask(Command::SetExpectedDischarge { day });
    let save = move || match day.get_untracked().parse() {
        Ok(day) => set(Some(day)),
        Err(_) => asking.complain("Please give a day."),
    };
    let today = london::date(asking.board.now.get_untracked());
    let days = (0..OFFERED).filter_map(|days| today.checked_add_days(Days::new(days)));
    let choices = days.map(|day| {
        let hint = domain::expected_discharge::in_words(day, today).unwrap_or_default();
        view! { <Choice words=clinical_time::short_day(day) hint on_choose=move || set(Some(day)) /> }
    });
    view! {
        <p class="nhsuk-hint">"Clinical, without waiting. It does not move for delays: those are counted as EDD+1, EDD+2."</p>
        <div class="choices">
            {choices.collect_view()}
            {expected.map(|_| view! { <Choice words="Clear it" on_choose=move || set(None) /> })}
        </div>
        <TextField id="edd-day" label="Another day" kind="date" value=day />
        <SaveButton words="Set" on_save=save />
    }
}
