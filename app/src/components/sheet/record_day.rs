//! Whether today brought the patient nearer to home.

use domain::{Command, DayColour, RedCause, by_day, london};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{
    asking::Asking,
    choice::{Choice, CurrentTick},
};

/// No answer is put before the others: most days are red, and have a cause.
#[component]
pub fn RecordDay(asking: Asking) -> impl IntoView {
    let said = Memo::new(move |_| {
        let today = london::date(asking.board.now.get());
        asking.follow(|stay| by_day::on(&stay.days, today).map(|record| record.colour)).flatten()
    });
    let say = move |colour| {
        let day = london::date(asking.board.clock());
        asking.ask(Command::RecordDay { day, colour, words: String::new() });
    };
    view! {
        <div class="choices choices--list">
            <Choice
                words="Green"
                hint="All that was planned is done, and only an acute bed could give it"
                is_current=Signal::derive(move || said.get() == Some(DayColour::Green))
                on_choose=move || say(DayColour::Green)
            />
        </div>
        <p class="sheet__or">"Or red, because of"</p>
        <div class="suggestions">
            {RedCause::iter()
                .map(|cause| {
                    let pressed = move || (said.get() == Some(DayColour::Red(cause))).to_string();
                    view! {
                        <button
                            class="suggestions__word suggestions__word--answer"
                            type="button"
                            aria-pressed=pressed
                            on:click=move |_| say(DayColour::Red(cause))
                        >
                            {cause.words()}
                            <CurrentTick />
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
