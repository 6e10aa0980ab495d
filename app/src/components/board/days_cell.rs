//! Days in hospital, with 7, 14 and 21 marked by shape, colour and text.

use domain::length_of_stay::LongStay;
use leptos::prelude::*;

use crate::{board::Row, components::Icon};

#[component]
pub fn DaysInHospital(row: Row) -> impl IntoView {
    let days = Memo::new(move |_| row.state.with(|state| state.shown.stay.days_in_hospital(row.now.get())));
    let words = move || {
        let days = days.get();
        view! {
            <span class="days__count">{days}</span>
            <span class="said">{if days == 1 { " day in hospital " } else { " days in hospital " }}</span>
            {mark(LongStay::of(days))}
        }
    };
    view! { <span class="days">{words}</span> }
}

fn mark(long: LongStay) -> Option<impl IntoView> {
    let name = match long {
        LongStay::UnderSeven | LongStay::SevenPlus => "seven",
        LongStay::FourteenPlus => "fourteen",
        LongStay::TwentyOnePlus => "twenty-one",
    };
    long.mark().map(|words| {
        view! {
            <span class=format!("days__mark days__mark--{name}")>
                <Icon name />
                {words}
            </span>
        }
    })
}
