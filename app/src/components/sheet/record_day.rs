//! Whether today brought the patient nearer to home.

use domain::{Command, DayColour, RedCause, london};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{asking::Asking, choice::Choice};

#[component]
pub fn RecordDay(asking: Asking) -> impl IntoView {
    let say = move |colour| {
        let day = london::date(asking.board.clock());
        asking.ask(Command::RecordDay { day, colour, words: String::new() });
    };
    view! {
        <div class="choices choices--list">
            <Choice
                words="Green"
                hint="All that was planned is done, and only an acute bed could give it"
                icon="done"
                is_first=true
                on_choose=move || say(DayColour::Green)
            />
        </div>
        <p class="sheet__or">"Or red, because of"</p>
        <div class="suggestions">
            {RedCause::iter()
                .map(|cause| {
                    view! {
                        <button class="suggestions__word" type="button" on:click=move |_| say(DayColour::Red(cause))>
                            {cause.words()}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
