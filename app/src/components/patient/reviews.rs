//! The reviews of the criteria to reside, and the ready date that follows from them.

use domain::{CriteriaReview, CriteriaToReside, clinical_time};
use leptos::prelude::*;

use crate::board::Row;

#[component]
pub fn Reviews(row: Row) -> impl IntoView {
    let ready = {
        let state = row.state.clone();
        move || state.with(|state| clinical_time::date_or_not_recorded(state.shown.stay.discharge_ready_date()))
    };
    let reviews = move || row.state.with(|state| state.shown.stay.reviews.iter().rev().cloned().collect::<Vec<_>>());
    view! {
        <section class="panel" aria-labelledby="reviews-heading">
            <h2 class="panel__heading" id="reviews-heading">
                "Criteria to reside"
            </h2>
            <p>
                "Discharge ready date " <strong>{ready}</strong>
                <span class="panel__hint">" (start of the last unbroken time of not meeting the criteria)"</span>
            </p>
            <ol class="reviews" aria-label="Reviews, the last one first">
                {move || {
                    let reviews = reviews();
                    if reviews.is_empty() {
                        view! { <li class="reviews__none">"Not reviewed yet"</li> }.into_any()
                    } else {
                        reviews.into_iter().map(|review| view! { <Review review /> }).collect_view().into_any()
                    }
                }}
            </ol>
        </section>
    }
    .into_any()
}

#[component]
fn Review(review: CriteriaReview) -> impl IntoView {
    let (found, which) = match review.found {
        CriteriaToReside::NotMet => ("Does not meet", String::new()),
        CriteriaToReside::Met(criteria) => {
            ("Meets", criteria.iter().map(|criterion| criterion.words()).collect::<Vec<_>>().join("; "))
        }
    };
    view! {
        <li class="reviews__item">
            <strong>{found}</strong>
            " "
            {format!("{}, {}", clinical_time::date_time(review.reviewed_at), review.by)}
            {(!which.is_empty()).then(|| view! { <span class="reviews__criteria">{which}</span> })}
        </li>
    }
}
