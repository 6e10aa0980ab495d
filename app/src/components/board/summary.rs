//! The ward in one line: how many are here, ready, going home, and what is late.

use chrono::{DateTime, Utc};
use domain::{
    Bed, BedCount, Condition, Filter,
    criteria::{self, CriteriaStatus},
    london,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::board::{Board, Row, Shows};

#[derive(Clone, Copy, Default, PartialEq)]
struct Figures {
    ready: usize,
    not_reviewed: usize,
    today: usize,
    overdue: usize,
}

#[component]
pub fn WardSummary() -> impl IntoView {
    let board = Board::expect();
    let beds = board.with_shows(|shows| if let Shows::Ward(ward) = shows { ward.beds.clone() } else { Vec::new() });
    let figures = Memo::new(move |_| {
        let now = board.now.get();
        board.with_rows(|rows| rows.iter().fold(Figures::default(), |sum, row| add(sum, row, now)))
    });
    view! {
        <dl class="ward-summary">
            {if beds.is_empty() { view! { <Patients /> }.into_any() } else { view! { <Beds beds /> }.into_any() }}
            <Figure words="Ready" condition=Condition::Ready count=move || figures.get().ready />
            <Figure words="Not reviewed" condition=Condition::NotReviewed count=move || figures.get().not_reviewed />
            <Figure words="EDD today" condition=Condition::ExpectedToday count=move || figures.get().today />
            <Figure words="Overdue" condition=Condition::Overdue count=move || figures.get().overdue />
        </dl>
    }
    .into_any()
}

#[component]
fn Patients() -> impl IntoView {
    let rows = Board::expect().rows;
    view! {
        <div>
            <dt>"Patients"</dt>
            <dd>{move || rows.with(Vec::len)}</dd>
        </div>
    }
}

/// How many beds have somebody in them, and who is here besides.
#[component]
fn Beds(beds: Vec<Bed>) -> impl IntoView {
    let (rows, of) = (Board::expect().rows, beds.len());
    let count = Memo::new(move |_| rows.with(|rows| BedCount::of(&beds, rows.iter().map(|row| &row.place))));
    view! {
        <div>
            <dt>"Beds"</dt>
            <dd>{move || format!("{} of {of}", count.get().occupied)}</dd>
        </div>
        <Show when=move || count.get().without_bed != 0>
            <div>
                <dt>"Without a bed"</dt>
                <dd>{move || count.get().without_bed}</dd>
            </div>
        </Show>
    }
}

/// A figure that leads to the patients it counts. Nobody presses anything on a wall.
#[component]
fn Figure(words: &'static str, condition: Condition, count: impl Fn() -> usize + Copy + Send + Sync + 'static) -> impl IntoView {
    let path = use_location().pathname;
    let is_alarming = condition == Condition::Overdue;
    let query = Filter::default().toggled(&condition).query();
    let shown = if Board::expect().is_on_wall() {
        view! { {count} }.into_any()
    } else {
        view! {
            <a href=move || format!("{}{query}", path.get()) data-noscroll="">
                {count}
                <span class="visually-hidden">{format!(" patients, show only these ({words})")}</span>
            </a>
        }
        .into_any()
    };
    view! {
        <div class:ward-summary__link=!Board::expect().is_on_wall() class:ward-summary__overdue=move || is_alarming && count() != 0>
            <dt>{words}</dt>
            <dd>{shown}</dd>
        </div>
    }
}

fn add(sum: Figures, row: &Row, now: DateTime<Utc>) -> Figures {
    row.read(|state| {
        let stay = &state.shown.stay;
        let status = stay.criteria_status();
        Figures {
            ready: sum.ready + usize::from(status == CriteriaStatus::NotMet),
            not_reviewed: sum.not_reviewed + usize::from(criteria::is_stale(&stay.reviews, now)),
            today: sum.today + usize::from(stay.expected_discharge == Some(london::date(now))),
            overdue: sum.overdue + stay.tasks.iter().filter(|task| task.is_overdue(now)).count(),
        }
    })
}
