//! When the patient is expected to be well enough to leave, if nothing keeps them waiting.

use chrono::{Days, NaiveDate};
use domain::{Command, clinical_time, london};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, ClearButton, SaveButton},
    date_field::DateField,
};
use crate::board::Row;

/// Days that are offered at once: from today on.
const OFFERED: u64 = 6;

#[component]
pub fn SetExpectedDischarge(row: Row, asking: Asking) -> impl IntoView {
    let expected = Memo::new(move |_| row.state.with(|state| state.shown.stay.expected_discharge));
    let day = RwSignal::new(expected.get_untracked().map(|day| day.to_string()).unwrap_or_default());
    let set = move |day: Option<NaiveDate>| asking.ask(Command::SetExpectedDischarge { day });
    let save = move || match day.get_untracked().parse() {
        Ok(day) => set(Some(day)),
        Err(_) => asking.complain("Please give a day."),
    };
    let today = london::date(asking.board.now.get_untracked());
    let days = (0..OFFERED).filter_map(|days| today.checked_add_days(Days::new(days)));
    let choices = days.map(|day| {
        let hint = domain::expected_discharge::in_words(day, today).unwrap_or_default();
        let is_current = Signal::derive(move || expected.get() == Some(day));
        view! { <Choice words=clinical_time::short_day(day) hint is_current on_choose=move || set(Some(day)) /> }
    });
    view! {
        <p class="nhsuk-hint">"Clinical, without waiting. It does not move for delays: those are counted as EDD+1, EDD+2."</p>
        <div class="choices">{choices.collect_view()}</div>
        <DateField id="edd-day" label="Another day" day />
        <SaveButton words="Set" on_save=save />
        <Show when=move || expected.get().is_some()>
            <ClearButton words="Clear it" on_clear=move || set(None) />
        </Show>
    }
}
