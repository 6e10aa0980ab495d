//! The whole hospital in one line of figures, each a link to the patients it counts.

use domain::{Condition, Filter, WardFigures, length_of_stay::LongStay, overview::Overview};
use leptos::prelude::*;

type Total = (&'static str, fn(&WardFigures) -> u32, Option<Condition>);

const TOTALS: [Total; 9] = [
    ("Patients", |ward| ward.patients, None),
    ("Ready", |ward| ward.ready, Some(Condition::Ready)),
    ("7+", |ward| ward.seven_plus, Some(Condition::LongStay(LongStay::SevenPlus))),
    ("14+", |ward| ward.fourteen_plus, Some(Condition::LongStay(LongStay::FourteenPlus))),
    ("21+", |ward| ward.twenty_one_plus, Some(Condition::LongStay(LongStay::TwentyOnePlus))),
    ("EDD today", |ward| ward.going_today, Some(Condition::ExpectedToday)),
    ("Not reviewed", |ward| ward.not_reviewed, Some(Condition::NotReviewed)),
    ("Due today", |ward| ward.due_today, Some(Condition::DueToday)),
    ("Overdue", |ward| ward.overdue, Some(Condition::Overdue)),
];

#[component]
pub fn HospitalTotals(overview: RwSignal<Overview>, sees_patients: bool) -> impl IntoView {
    view! {
        <dl class="ward-summary">
            {move || {
                overview
                    .with(beds)
                    .map(|words| {
                        view! {
                            <div>
                                <dt>"Beds"</dt>
                                <dd>{words}</dd>
                            </div>
                        }
                    })
            }}
            {TOTALS
                .map(|(words, what, condition)| {
                    let count = move || overview.with(|overview| overview.wards.iter().map(what).sum::<u32>());
                    let is_overdue = condition == Some(Condition::Overdue);
                    let filter = condition.iter().fold(Filter::default(), |filter, condition| filter.toggled(condition));
                    let href = format!("/board{}", filter.query());
                    view! {
                        <div class="ward-summary__link" class:ward-summary__overdue=move || is_overdue && count() != 0>
                            <dt>{words}</dt>
                            <dd>
                                {if sees_patients {
                                    view! {
                                        <a href=href>
                                            {count} <span class="visually-hidden">{format!(": see these patients ({words})")}</span>
                                        </a>
                                    }
                                        .into_any()
                                } else {
                                    view! { <span>{count}</span> }.into_any()
                                }}
                            </dd>
                        </div>
                    }
                })
                .into_iter()
                .collect_view()}
        </dl>
    }
    .into_any()
}

/// "510 of 588". `None` where a ward isn't seen whole, or none has a bed.
fn beds(overview: &Overview) -> Option<String> {
    let occupied: u32 = overview.wards.iter().map(|ward| Some(ward.bed_count?.occupied)).sum::<Option<u32>>()?;
    let beds: u32 = overview.wards.iter().map(|ward| ward.beds).sum();
    (beds > 0).then(|| format!("{occupied} of {beds}"))
}
