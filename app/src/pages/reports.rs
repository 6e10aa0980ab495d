//! `/reports`: the figures of the hospital, counted by the server and read without a program.

use domain::{
    Actor, Directory, Problem,
    permission::{self, Deed},
    report::{Asked, Report, ReportChoices, ReportName, chart::TypedStep, document::CLASSIFICATION},
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::{
    components::{
        ChartForms, ErrorSummary, PackForm, ProblemScreen, ReportCard, ReportFilter, ReportLinks, ReportSection, Screen, Waiting,
        report_cards,
    },
    session::Session,
};

/// A report, or why it could not be counted; given by the server's door.
#[derive(Clone)]
pub struct ReportShown {
    pub name: ReportName,
    pub asked: Asked,
    pub choices: ReportChoices,
    pub report: Result<Report, Problem>,
    /// What was to be decided about a chart, and why it was refused.
    pub refused: Option<(TypedStep, Problem)>,
}

/// The form for a board pack as it was filled in, where it could not be put together; given by the server's door.
#[derive(Clone)]
pub struct PackAsked {
    /// The reports that were chosen, by their names in an address.
    pub reports: Vec<String>,
    pub from: String,
    pub to: String,
    pub is_for_outside: bool,
    pub problem: Option<Problem>,
}

impl PackAsked {
    /// All reports, of the last four weeks.
    pub fn everything() -> Self {
        let reports = ReportName::words().into_iter().map(str::to_owned).collect();
        Self { reports, from: String::new(), to: String::new(), is_for_outside: false, problem: None }
    }
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
                                Some(shown) => view! { <ReportView shown directory actor=signed_in.actor.clone() /> }.into_any(),
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
    let pack: PackAsked = use_context().unwrap_or_else(PackAsked::everything);
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
        <PackForm asked=pack />
    }
}

#[component]
fn ReportView(shown: ReportShown, directory: Directory, actor: Actor) -> impl IntoView {
    let ReportShown { name, asked, choices, report, refused } = shown;
    let action = asked_address(name, &asked);
    let summary = refused.as_ref().map(|(_, problem)| view! { <ErrorSummary message=problem.to_string() /> });
    let forms = ChartForms { action, may_decide: permission::may(&actor, Deed::DecideCharts), refused };
    view! {
        <ReportLinks current=address(name) />
        <h1 class="nhsuk-heading-l report__title">{name.title()}</h1>
        <p class="report__question">{name.question()}</p>
        {summary}
        <ReportFilter name asked directory choices />
        {match report {
            Ok(report) => view! { <Counted report forms /> }.into_any(),
            Err(problem) => view! { <ErrorSummary message=problem.to_string() /> }.into_any(),
        }}
    }
}

#[component]
fn Counted(report: Report, forms: ChartForms) -> impl IntoView {
    let stamp = format!("Counted {} for {}.", domain::clinical_time::date_time(report.counted_at), report.by);
    let asked = report.asked.into_iter().map(|(label, words)| format!("{label}: {words}")).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="report__stamp">{stamp} " " {asked} " " {CLASSIFICATION}</p>
        {report
            .sections
            .into_iter()
            .enumerate()
            .map(|(number, section)| view! { <ReportSection number section forms=forms.clone() /> })
            .collect_view()}
    }
}

/// Where a report is.
pub fn address(name: ReportName) -> String {
    format!("/reports/{}", <&'static str>::from(name))
}

/// A report with what was asked of it.
pub fn asked_address(name: ReportName, asked: &Asked) -> String {
    let fields: ParamsMap = asked.fields().into_iter().collect();
    format!("{}{}", address(name), fields.to_query_string())
}
