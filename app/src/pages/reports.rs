//! `/reports`: the figures of the hospital, counted by the server and read without a program.

use domain::{
    Problem,
    permission::{self, Deed},
    report::{Asked, Report, ReportName},
};
use leptos::prelude::*;

use crate::{
    components::{
        ErrorSummary, ProblemScreen, ReportCard, ReportFilter, ReportLinks, ReportSection, Screen, Waiting, report_cards,
    },
    session::Session,
};

/// A report, or why it could not be counted; given by the server's door.
#[derive(Clone)]
pub struct ReportShown {
    pub name: ReportName,
    pub asked: Asked,
    /// The specialties there are to choose from.
    pub specialties: Vec<String>,
    pub report: Result<Report, Problem>,
}

#[component]
pub fn ReportsPage() -> impl IntoView {
    let session = Session::expect();
    let shown = use_context::<ReportShown>();
    view! {
        <Transition fallback=Waiting>
            {move || {
                let shown = shown.clone();
                Suspend::new(async move {
                    match session.alone().await {
                        Ok(signed_in) if !permission::may(&signed_in.actor, Deed::SeeFigures) => {
                            view! { <ProblemScreen failure=Problem::NotAllowed.into() /> }.into_any()
                        }
                        Ok(signed_in) => {
                            let directory = signed_in.directory.clone();
                            let title = shown.as_ref().map_or("Reports", |shown| shown.name.title());
                            let page = match shown {
                                Some(shown) => view! { <ReportView shown directory /> }.into_any(),
                                None => view! { <AllReports /> }.into_any(),
                            };
                            view! {
                                <Screen title signed_in is_wide=true>
                                    {page}
                                </Screen>
                            }
                                .into_any()
                        }
                        Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

#[component]
fn AllReports() -> impl IntoView {
    view! {
        <h1 class="nhsuk-heading-l">"Reports"</h1>
        <ul class="report-cards">
            {report_cards()
                .into_iter()
                .map(|ReportCard { href, title, question }| {
                    view! {
                        <li class="report-card">
                            <h2 class="report-card__name">
                                <a href=href>{title}</a>
                            </h2>
                            <p>{question}</p>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
fn ReportView(shown: ReportShown, directory: domain::Directory) -> impl IntoView {
    let ReportShown { name, asked, specialties, report } = shown;
    view! {
        <ReportLinks current=address(name) />
        <h1 class="nhsuk-heading-l report__title">{name.title()}</h1>
        <p class="report__question">{name.question()}</p>
        <ReportFilter name asked directory specialties />
        {match report {
            Ok(report) => view! { <Counted report /> }.into_any(),
            Err(problem) => view! { <ErrorSummary message=problem.to_string() /> }.into_any(),
        }}
    }
}

#[component]
fn Counted(report: Report) -> impl IntoView {
    let stamp = format!("Counted {} for {}.", domain::clinical_time::date_time(report.counted_at), report.by);
    let asked = report.asked.into_iter().map(|(label, words)| format!("{label}: {words}")).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="report__stamp">{stamp} " " {asked}</p>
        {report.sections.into_iter().enumerate().map(|(number, section)| view! { <ReportSection number section /> }).collect_view()}
    }
}

/// Where a report is.
pub fn address(name: ReportName) -> String {
    format!("/reports/{}", <&'static str>::from(name))
}
