//! What the timeline can be narrowed down to, as links, and the loud line that says what is left out.

use domain::{TimelineFilter, Topic, timeline};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use strum::IntoEnumIterator;

use crate::{board::Board, components::Icon};

/// Where a page that is loaded afresh should be shown.
const HERE: &str = "#timeline-heading";

#[component]
pub fn Choices(filter: Memo<TimelineFilter>) -> impl IntoView {
    let board = Board::expect();
    let is_open = !filter.with_untracked(TimelineFilter::is_empty);
    let topic = move |topic: Topic| {
        view! {
            <Choice
                words=topic.words().to_owned()
                is_on=Signal::derive(move || filter.with(|filter| filter.topics().contains(&topic)))
                query=Signal::derive(move || filter.with(|filter| filter.toggled(topic).query()))
            />
        }
    };
    let people = Memo::new(move |_| board.log.with(|log| numbered(log)));
    view! {
        <details class="timeline-filter" open=is_open>
            <summary class="timeline-filter__summary">
                <Icon name="filter" />
                "Filter the timeline"
            </summary>
            <h3 class="filter-bar__name" id="timeline-topics">
                "Show only"
            </h3>
            <ul class="filter-bar__choices" aria-labelledby="timeline-topics">
                {Topic::iter().map(topic).collect_view()}
            </ul>
            <h3 class="filter-bar__name" id="timeline-people">
                "By"
            </h3>
            <ul class="filter-bar__choices" aria-labelledby="timeline-people">
                <For each=move || people.get() key=|(person, _)| *person let((person, name))>
                    <Choice
                        words=name
                        is_on=Signal::derive(move || filter.with(|filter| filter.person() == Some(person)))
                        query=Signal::derive(move || filter.with(|filter| filter.by_person(person).query()))
                    />
                </For>
            </ul>
        </details>
    }
}

fn numbered(log: &[domain::Entry]) -> Vec<(usize, String)> {
    (1..).zip(timeline::people(log)).map(|(person, name)| (person, name.to_owned())).collect()
}

#[component]
fn Choice(words: String, is_on: Signal<bool>, query: Signal<String>) -> impl IntoView {
    let path = use_location().pathname;
    let href = move || format!("{}{}{HERE}", path.get(), query.get());
    view! {
        <li>
            <a class="filter-bar__choice" href=href aria-current=move || is_on.get().then_some("true") data-noscroll="">
                {words}
            </a>
        </li>
    }
}

#[component]
pub fn Notice(filter: Memo<TimelineFilter>, counted: Memo<(usize, usize)>) -> impl IntoView {
    let path = use_location().pathname;
    let words = move || {
        let (shown, of) = counted.get();
        format!("{shown} of {of} entries shown")
    };
    view! {
        <div role="status">
            <Show when=move || !filter.with(TimelineFilter::is_empty)>
                <p class="filter-notice">
                    <Icon name="filter" />
                    <strong>{words}</strong>
                    <a class="filter-notice__clear" href=move || format!("{}{HERE}", path.get()) data-noscroll="">
                        "Clear"
                    </a>
                </p>
            </Show>
        </div>
    }
}
