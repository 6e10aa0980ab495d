//! The primary reason of delay of a patient who is ready: as confirmed, and whether that was today.

use domain::{criteria::CriteriaStatus, delay_reason, london};
use leptos::prelude::*;

use crate::board::Row;

#[component]
pub fn DelayStanding(row: Row) -> impl IntoView {
    let standing = Memo::new(move |_| {
        let today = london::date(row.now.get());
        row.state.with(|state| {
            let stay = &state.shown.stay;
            let is_ready = stay.criteria_status() == CriteriaStatus::NotMet;
            is_ready.then(|| delay_reason::current(&stay.delays, today).map(|(record, is_today)| (record.reason, is_today)))
        })
    });
    move || {
        let (words, is_today) = match standing.get()? {
            Some((reason, is_today)) => (reason.short(), is_today),
            None => ("No reason given", true),
        };
        Some(view! {
            <span class="delay">
                {words} {(!is_today).then(|| view! { <span class="delay__age">" (not confirmed today)"</span> })}
            </span>
        })
    }
}
