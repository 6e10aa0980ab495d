//! Red or green today: said in a word and a shape beside the colour.

use domain::{DayColour, by_day, london};
use leptos::prelude::*;

use crate::{
    board::Row,
    components::{Icon, Tag},
};

#[component]
pub fn DayStanding(row: Row) -> impl IntoView {
    let colour = Memo::new(move |_| {
        let today = london::date(row.now.get());
        row.state.with(|state| by_day::on(&state.shown.stay.days, today).map(|record| record.colour))
    });
    move || match colour.get() {
        Some(DayColour::Green) => view! { <Tag colour="green" words="Green" icon="done" /> }.into_any(),
        Some(DayColour::Red(cause)) => view! {
            <Tag colour="red" words="Red" icon="cancelled" />
            <span class="day__cause">{cause.words()}</span>
        }
        .into_any(),
        // Every day starts red, until a round says otherwise.
        None => view! {
            <span class="day__not-yet">
                <Icon name="to-do" />
                "Not yet said"
            </span>
        }
        .into_any(),
    }
}
