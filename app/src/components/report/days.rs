//! The last days of the situation report: which are signed, and the way to each.

use chrono::NaiveDate;
use domain::{clinical_time, report::sitrep::signed::SignedReport};
use leptos::prelude::*;

use super::links::SITREP;
use crate::components::Tag;

/// Days with their latest signature, oldest first; shown newest first.
#[component]
pub fn ReportDays(days: Vec<(NaiveDate, Option<SignedReport>)>, current: NaiveDate) -> impl IntoView {
    let day = move |(day, signed): (NaiveDate, Option<SignedReport>)| {
        let is_current = (day == current).then_some("page");
        view! {
            <li>
                <a class="report-days__link" href=format!("{SITREP}?day={day}") aria-current=is_current>
                    <span class="report-days__day">{clinical_time::short_day(day)}</span>
                    <Standing signed />
                </a>
            </li>
        }
    };
    view! {
        <nav class="report-days" aria-label="The last two weeks">
            <ol class="report-days__list">{days.into_iter().rev().map(day).collect_view()}</ol>
        </nav>
    }
}

#[component]
fn Standing(signed: Option<SignedReport>) -> impl IntoView {
    match signed {
        Some(signed) => {
            let words = if signed.version > 1 { "Amended" } else { "Signed" };
            view! {
                <Tag colour="green" words icon="done" />
                <span class="report-days__by">{signed.by}</span>
            }
            .into_any()
        }
        None => view! { <Tag colour="yellow" words="Not signed" /> }.into_any(),
    }
}
