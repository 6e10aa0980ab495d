//! A week at a glance: who is reviewed, who is still to be, and the way from week to week.

use domain::{
    clinical_time,
    long_stay_review::{PatientOfWeek, ReviewWeek, WeekOfReviews},
};
use leptos::prelude::*;

use super::links::{patient_address, week_address};
use crate::components::{EmptyState, REVIEW, Tag};

/// The weeks around this one. There is none after the current one.
#[component]
pub fn ChooseWeek(week: ReviewWeek, current: ReviewWeek) -> impl IntoView {
    let (before, after) = (week.before(), week.after());
    view! {
        <nav class="review-weeks" aria-label="Weeks">
            <a href=week_address(before)>{before.words()}</a>
            <strong aria-current="page">{week.words()}</strong>
            {(week < current).then(|| view! { <a href=week_address(after)>{after.words()}</a> })}
        </nav>
    }
}

#[component]
pub fn TakeWeekAlong(week: ReviewWeek) -> impl IntoView {
    let link = move |(ending, words): (&'static str, &'static str)| {
        view! {
            <a href=format!("{REVIEW}/{week}.{ending}") download="">
                {words}
            </a>
        }
    };
    view! {
        <p class="report-take">
            "Take the week along: " {[("csv", "CSV"), ("xlsx", "Excel"), ("pdf", "PDF")].map(link).into_iter().collect_view()}
        </p>
    }
}

#[component]
pub fn PatientsOfWeek(week: WeekOfReviews) -> impl IntoView {
    let progress = week.counts().progress();
    let next = week.next_to_review(None);
    let of = week.week;
    view! {
        <section class="report__section" aria-labelledby="patients-of-week">
            <h2 class="nhsuk-heading-m" id="patients-of-week">
                "Patients of the week"
            </h2>
            <p class="report__words">{format!("{progress}.")}</p>
            {next
                .map(|stay| {
                    view! {
                        <a class="nhsuk-button" href=patient_address(of, stay)>
                            "On to the next who is still to be reviewed"
                        </a>
                    }
                })}
            {if week.patients.is_empty() {
                view! { <EmptyState words="Nobody has been here for 21 nights or more." /> }.into_any()
            } else {
                view! { <PatientTable of patients=week.patients /> }.into_any()
            }}
        </section>
    }
}

#[component]
fn PatientTable(of: ReviewWeek, patients: Vec<PatientOfWeek>) -> impl IntoView {
    view! {
        <div class="table-scroller report__table" tabindex="0" role="region" aria-label="Table: Patients of the week">
            <table class="plain-table">
                <thead>
                    <tr>
                        <th scope="col">"Patient"</th>
                        <th scope="col">"Place"</th>
                        <th scope="col" class="report__number">
                            "Nights"
                        </th>
                        <th scope="col">"Ready since"</th>
                        <th scope="col">"Primary reason"</th>
                        <th scope="col">"Reviewed"</th>
                    </tr>
                </thead>
                <tbody>
                    {patients.into_iter().map(|patient| view! { <PatientLine of patient /> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn PatientLine(of: ReviewWeek, patient: PatientOfWeek) -> impl IntoView {
    let PatientOfWeek { stay, name, standing, has_left, review } = patient;
    let (ready, reason) = (standing.ready_in_words(), standing.reason_in_words());
    view! {
        <tr>
            <td>
                <a href=patient_address(of, stay)>{name}</a>
            </td>
            <td>{standing.place} {has_left.then(|| view! { " " <Tag colour="grey" words="Has left" /> })}</td>
            <td class="report__number">{standing.nights}</td>
            <td>{ready}</td>
            <td>{reason}</td>
            <td>
                {match review {
                    Some(review) => {
                        let by = format!(" {}, {}", review.by, clinical_time::date_time(review.at));
                        view! {
                            <Tag colour="green" words="Reviewed" icon="done" />
                            {by}
                        }
                            .into_any()
                    }
                    None => view! { <Tag colour="yellow" words="Still to be reviewed" /> }.into_any(),
                }}
            </td>
        </tr>
    }
}
