//! The reviews of the criteria to reside by unbroken period, and which of them gives the ready date.

use domain::{
    CriteriaReview, CriteriaToReside, clinical_time,
    criteria::{self, Period},
    london,
};
use leptos::prelude::*;

use crate::{
    board::{Board, Row},
    components::Tag,
};

#[component]
pub fn Reviews(row: Row) -> impl IntoView {
    let now = Board::expect().now;
    let state = row.state.clone();
    let history = Memo::new(move |_| {
        state.with(|state| criteria::ready_history_in_words(&state.shown.stay.reviews, london::date(now.get())))
    });
    let reviews = Memo::new(move |_| row.state.with(|state| state.shown.stay.reviews.clone()));
    view! {
        <section class="panel" aria-labelledby="reviews-heading">
            <h2 class="panel__heading" id="reviews-heading">
                "Criteria to reside"
            </h2>
            <p class="reviews__history">{history}</p>
            {move || reviews.with(|reviews| criteria::periods(reviews).into_iter().rev().map(period).collect_view())}
        </section>
    }
    .into_any()
}

fn period(period: Period) -> impl IntoView + use<> {
    let heading = format!("{} {}", period.status().words(), period.in_words());
    let reviews: Vec<CriteriaReview> = period.reviews.iter().rev().cloned().collect();
    let label = format!("{heading}: reviews, the last one first");
    view! {
        <h3 class="reviews__period">
            {heading} " "
            {period.gives_ready_date().then(|| view! { <Tag colour="yellow" words="Gives the ready date" icon="home" /> })}
        </h3>
        <ol class="reviews" aria-label=label>
            {reviews.into_iter().map(|review| view! { <Review review /> }).collect_view()}
        </ol>
    }
}

#[component]
fn Review(review: CriteriaReview) -> impl IntoView {
    let which = match review.found {
        CriteriaToReside::NotMet => String::new(),
        CriteriaToReside::Met(criteria) => criteria.iter().map(|criterion| criterion.words()).collect::<Vec<_>>().join("; "),
    };
    view! {
        <li class="reviews__item">
            {format!("{}, {}", clinical_time::date_time(review.reviewed_at), review.by)}
            {(!which.is_empty()).then(|| view! { <span class="reviews__criteria">{which}</span> })}
        </li>
    }
}
