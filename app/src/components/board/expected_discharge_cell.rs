//! The expected date of discharge: today, tomorrow, or how far it has slipped.

use domain::{clinical_time, expected_discharge, london};
use leptos::prelude::*;

use crate::{board::Row, components::Tag};

#[component]
pub fn ExpectedDischarge(row: Row) -> impl IntoView {
    let standing = Memo::new(move |_| {
        let today = london::date(row.now.get());
        row.state.with(|state| {
            state.shown.stay.expected_discharge.map(|day| {
                let words = expected_discharge::in_words(day, today);
                (clinical_time::short_day(day), words, expected_discharge::days_past(day, today).is_some())
            })
        })
    });
    move || match standing.get() {
        None => view! { <Tag colour="grey" words="Not set" /> }.into_any(),
        Some((day, words, is_past)) => view! {
            <span class="edd__day">{day}</span>
            {words
                .map(|words| {
                    let (colour, icon) = if is_past { ("red", "overdue") } else { ("green", "home") };
                    view! { <Tag colour words icon /> }
                })}
        }
        .into_any(),
    }
}
