//! `/reports/sitrep`: the situation report of a day, to be checked and signed. Plain forms.

use chrono::{Days, NaiveDate};
use domain::{
    Problem, clinical_time,
    permission::{self, Deed},
    report::{
        reports::situation,
        sitrep::signed::{ReportDay, Signature, SignedReport},
    },
};
use leptos::prelude::*;

use crate::{
    api::SignedIn,
    components::{EmptyState, ErrorSummary, Given, ReportDays, ReportLinks, ReportSection, SITREP, Screen, SignReport},
};

/// A day to be checked and signed; given by the server's door.
#[derive(Clone)]
pub struct SitrepShown {
    pub report_day: ReportDay,
    /// The last days, oldest first, with the latest signature of each.
    pub days: Vec<(NaiveDate, Option<SignedReport>)>,
    /// Why the day was not signed.
    pub problem: Option<Problem>,
    /// What was typed when it was not.
    pub typed: Signature,
}

#[component]
pub fn SitrepPage() -> impl IntoView {
    view! { <Given shown=|signed_in, shown| view! { <SitrepScreen signed_in shown /> } /> }
}

#[component]
fn SitrepScreen(signed_in: SignedIn, shown: SitrepShown) -> impl IntoView {
    let may_sign = permission::may(&signed_in.actor, Deed::SignSituationReport);
    let signer = may_sign.then(|| signed_in.actor.name.clone());
    view! {
        <Screen title=situation::TITLE signed_in is_wide=true>
            <Sitrep shown signer />
        </Screen>
    }
}

#[component]
fn Sitrep(shown: SitrepShown, signer: Option<String>) -> impl IntoView {
    let SitrepShown { report_day, days, problem, typed } = shown;
    let sections = situation::sections(&report_day);
    let day = report_day.day;
    let is_counted = !sections.is_empty();
    view! {
        <ReportLinks current=SITREP />
        <h1 class="nhsuk-heading-l report__title">{situation::TITLE}</h1>
        {problem.map(|problem| view! { <ErrorSummary message=problem.to_string() /> })}
        <ReportDays days current=day />
        <ChooseDay day />
        {is_counted.then(|| view! { <TakeAlong day is_signed=report_day.latest().is_some() /> })}
        {(!is_counted)
            .then(|| {
                view! {
                    <EmptyState words=format!("There is no census of the midnight that ends {}.", clinical_time::date(day)) />
                }
            })}
        {sections.into_iter().enumerate().map(|(number, section)| view! { <ReportSection number section /> }).collect_view()}
        {signer.map(|signer| view! { <SignReport day=report_day typed signer /> })}
    }
}

#[component]
fn ChooseDay(day: NaiveDate) -> impl IntoView {
    let (before, after) = (day - Days::new(1), day + Days::new(1));
    view! {
        <form class="report-filter" method="get" action=SITREP>
            <div class="report-filter__field">
                <label class="nhsuk-label" for="day">
                    "Day"
                </label>
                <input class="nhsuk-input" id="day" name="day" type="date" value=day.to_string() />
            </div>
            <button class="nhsuk-button nhsuk-button--secondary report-filter__count" type="submit">
                "Show the day"
            </button>
            <a class="report-filter__step" href=format!("{SITREP}?day={before}")>
                "The day before"
            </a>
            <a class="report-filter__step" href=format!("{SITREP}?day={after}")>
                "The day after"
            </a>
        </form>
    }
}

/// The national layout is for figures that somebody stands by.
#[component]
fn TakeAlong(day: NaiveDate, is_signed: bool) -> impl IntoView {
    let link = move |ending: &'static str, words: &'static str| {
        view! {
            <a href=format!("{SITREP}/{day}.{ending}") download="">
                {words}
            </a>
        }
    };
    view! {
        <p class="report-take">
            "Take it along: " {link("xlsx", "Excel")} {link("pdf", "PDF")}
            {if is_signed {
                link("csv", "CSV in the national layout").into_any()
            } else {
                "The CSV in the national layout comes with the signature.".into_any()
            }}
        </p>
    }
}
