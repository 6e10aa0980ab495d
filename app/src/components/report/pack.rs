//! Several reports in one file, as a board's meeting is given them.

use domain::report::ReportName;
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::filter::DayField;
use crate::{components::ErrorSummary, pages::PackAsked};

#[component]
pub fn PackForm(asked: PackAsked) -> impl IntoView {
    let PackAsked { reports, from, to, is_for_outside, problem } = asked;
    view! {
        <section class="report__section" aria-labelledby="pack">
            <h2 class="nhsuk-heading-m" id="pack">
                "Board pack"
            </h2>
            {problem.map(|problem| view! { <ErrorSummary message=problem.to_string() /> })}
            <form class="report-pack" method="get" action="/reports/pack.pdf">
                <fieldset class="report-pack__choices">
                    <legend class="nhsuk-label">"Reports"</legend>
                    {ReportName::iter()
                        .map(|name| {
                            let value: &'static str = name.into();
                            let is_chosen = reports.iter().any(|chosen| chosen == value);
                            view! { <Tick name="report" value words=name.title() is_ticked=is_chosen /> }
                        })
                        .collect_view()}
                </fieldset>
                <div class="report-pack__days">
                    <DayField name="from" label="From" value=from />
                    <DayField name="to" label="To" value=to />
                    <p class="report-pack__hint">"Without days: the last four weeks."</p>
                </div>
                <Tick
                    name="for"
                    value="outside"
                    words="For outside the trust: without names and small numbers"
                    is_ticked=is_for_outside
                />
                <div class="report-pack__take">
                    <button class="nhsuk-button" type="submit">
                        "One PDF"
                    </button>
                    <button class="nhsuk-button nhsuk-button--secondary" type="submit" formaction="/reports/pack.xlsx">
                        "One workbook"
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Tick(name: &'static str, value: &'static str, words: &'static str, is_ticked: bool) -> impl IntoView {
    view! {
        <label class="radios__option">
            <input type="checkbox" name=name value=value checked=is_ticked />
            <span>{words}</span>
        </label>
    }
}
