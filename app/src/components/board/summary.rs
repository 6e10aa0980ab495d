//! The ward in one line: how many are here, ready, going home, and what is late.

use domain::{criteria::CriteriaStatus, london};
use leptos::prelude::*;

use crate::{
    board::{Board, Row, Shows},
    components::Icon,
    connection::Link,
};

#[derive(Clone, Copy, Default, PartialEq)]
struct Figures {
    patients: usize,
    ready: usize,
    not_reviewed: usize,
    today: usize,
    overdue: usize,
}

#[component]
pub fn WardSummary() -> impl IntoView {
    let board = Board::expect();
    let beds = board.with_shows(|shows| if let Shows::Ward(ward) = shows { ward.beds.len() } else { 0 });
    let figures =
        Memo::new(move |_| board.rows.with(|rows| rows.iter().fold(Figures::default(), |sum, row| add(sum, row, board))));
    let shown = move |what: fn(Figures) -> usize| move || what(figures.get());
    view! {
        <dl class="ward-summary">
            <div>
                <dt>"Patients"</dt>
                <dd>{shown(|figures| figures.patients)} {(beds > 0).then(|| format!(" of {beds} beds"))}</dd>
            </div>
            <div>
                <dt>"Do not meet criteria"</dt>
                <dd>{shown(|figures| figures.ready)}</dd>
            </div>
            <div>
                <dt>"Not reviewed"</dt>
                <dd>{shown(|figures| figures.not_reviewed)}</dd>
            </div>
            <div>
                <dt>"EDD today"</dt>
                <dd>{shown(|figures| figures.today)}</dd>
            </div>
            <div class:ward-summary__overdue=move || figures.get().overdue != 0>
                <dt>"Tasks overdue"</dt>
                <dd>{shown(|figures| figures.overdue)}</dd>
            </div>
        </dl>
    }
    .into_any()
}

fn add(sum: Figures, row: &Row, board: Board) -> Figures {
    let now = board.now.get();
    row.state.with(|state| {
        let stay = &state.shown.stay;
        let status = stay.criteria_status();
        Figures {
            patients: sum.patients + 1,
            ready: sum.ready + usize::from(status == CriteriaStatus::NotMet),
            not_reviewed: sum.not_reviewed + usize::from(status == CriteriaStatus::NotReviewed),
            today: sum.today + usize::from(stay.expected_discharge == Some(london::date(now))),
            overdue: sum.overdue + stay.tasks.iter().filter(|task| task.is_overdue(now)).count(),
        }
    })
}

/// Whether what one sees is current, in words beside the heading.
#[component]
pub fn Freshness() -> impl IntoView {
    let board = Board::expect();
    let time = move || domain::clinical_time::time(board.now.get());
    view! {
        <p class="freshness">
            {move || match board.connection.link.get() {
                Link::Live => {
                    view! {
                        <span class="freshness__live">
                            <Icon name="seven" />
                            "Live"
                        </span>
                        " "
                        {time}
                    }
                        .into_any()
                }
                Link::AsRendered => view! { "As at " {time} }.into_any(),
                Link::NotLive { .. } => view! { <strong>"Not live"</strong> }.into_any(),
            }}
        </p>
    }
}
