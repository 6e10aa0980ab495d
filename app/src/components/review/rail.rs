//! The patients of the week beside the one who is talked about, with a tick for those who are reviewed.

use domain::{StayId, long_stay_review::WeekOfReviews};
use leptos::prelude::*;

use super::links::{patient_address, week_address};
use crate::components::Icon;

#[component]
pub fn ReviewRail(week: WeekOfReviews, at: StayId) -> impl IntoView {
    let of = week.week;
    let progress = week.counts().progress();
    view! {
        <nav class="review-rail" aria-label="Patients of the week">
            <p class="review-rail__progress">{progress}</p>
            <ol class="review-rail__list">
                {week
                    .patients
                    .into_iter()
                    .map(|patient| {
                        let is_at = (patient.stay == at).then_some("step");
                        let is_reviewed = patient.review.is_some();
                        view! {
                            <li>
                                <a class="review-rail__link" href=patient_address(of, patient.stay) aria-current=is_at>
                                    <span>{patient.name}</span>
                                    {is_reviewed
                                        .then(|| {
                                            view! {
                                                <span class="review-rail__done">
                                                    <Icon name="done" />
                                                    <span class="visually-hidden">"reviewed"</span>
                                                </span>
                                            }
                                        })}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
            <a class="review-rail__link" href=week_address(of)>
                "The whole week, and its sign-off"
            </a>
        </nav>
    }
}
