//! Everything that happened, in plain sentences: the last first, grouped by day. The page's address says what is left out.

mod choices;

use chrono::NaiveDate;
use domain::{
    Entry, Stay, TimelineFilter, clinical_time, london,
    sentence::{self, Part},
    timeline,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::board::{Board, Row};
use choices::{Choices, Notice};

#[component]
pub fn Timeline(row: Row) -> impl IntoView {
    let board = Board::expect();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(|query| TimelineFilter::read(query.get_str("show"), query.get_str("by"))));
    let shown = move || board.log.with(|log| filter.with(|filter| shown(filter, log)));
    let days = move || row.state.with(|state| by_day(board, &state.shown.stay, &shown()));
    let counted = Memo::new(move |_| (board.log.with(|log| filter.with(|filter| count(filter, log))), board.log.with(Vec::len)));
    view! {
        <section class="panel" aria-labelledby="timeline-heading">
            <h2 class="panel__heading" id="timeline-heading">
                "Timeline"
            </h2>
            <Choices filter />
            <Notice filter counted />
            {move || days().into_iter().map(|(day, sentences)| view! { <Day day sentences /> }).collect_view()}
        </section>
    }
    .into_any()
}

fn shown(filter: &TimelineFilter, log: &[Entry]) -> Vec<Entry> {
    let people = timeline::people(log);
    log.iter().filter(|entry| filter.fits(entry, &people)).cloned().collect()
}

fn count(filter: &TimelineFilter, log: &[Entry]) -> usize {
    let people = timeline::people(log);
    log.iter().filter(|entry| filter.fits(entry, &people)).count()
}

/// When, by whom, and what.
struct Sentence {
    time: String,
    by: String,
    parts: Vec<Part>,
}

fn by_day(board: Board, stay: &Stay, entries: &[Entry]) -> Vec<(NaiveDate, Vec<Sentence>)> {
    let mut days: Vec<(NaiveDate, Vec<Sentence>)> = Vec::new();
    for entry in entries.iter().rev() {
        let day = london::date(entry.at);
        let parts = board.with_directory(|directory| sentence::sentence(stay, entry, directory));
        let sentence = Sentence { time: clinical_time::time(entry.at), by: entry.by.clone(), parts };
        match days.last_mut() {
            Some((last, sentences)) if *last == day => sentences.push(sentence),
            _ => days.push((day, vec![sentence])),
        }
    }
    days
}

#[component]
fn Day(day: NaiveDate, sentences: Vec<Sentence>) -> impl IntoView {
    view! {
        <h3 class="timeline__day">{clinical_time::date(day)}</h3>
        <ol class="timeline">{sentences.into_iter().map(|sentence| view! { <SentenceItem sentence /> }).collect_view()}</ol>
    }
}

#[component]
fn SentenceItem(sentence: Sentence) -> impl IntoView {
    let parts = sentence.parts.into_iter().map(|part| match part {
        Part::Plain(words) => view! { <span>{format!(" {words}")}</span> }.into_any(),
        Part::Key(words) => view! { <strong>{format!(" {words}")}</strong> }.into_any(),
    });
    view! {
        <li class="timeline__entry">
            <span class="timeline__time">{sentence.time}</span>
            <span class="timeline__sentence">{sentence.by} {parts.collect_view()}</span>
        </li>
    }
}
