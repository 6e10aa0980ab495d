//! `/reports`: the figures of the hospital, counted by the server and read without a program.

use domain::{
    Actor, Directory, Problem,
    permission::{self, Deed},
    report::{Asked, Report, ReportChoices, ReportName, chart::TypedStep, document::CLASSIFICATION},
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::{
    api::SignedIn,
    components::{
        Allowed, ChartForms, ErrorSummary, PackForm, ReportCard, ReportFilter, ReportLinks, ReportSection, Screen, report_cards,
    },
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

/// Figures that take their time; given by the server's door, which looks again by itself.
#[derive(Clone)]
pub struct StillCounting {
    /// What is counted, a part a report.
    pub parts: Vec<String>,
    /// Where one comes from: the report, or all of them.
    pub back: String,
    /// Whether a file comes of it, and no page.
    pub is_file: bool,
    /// For how long already.
    pub seconds: u64,
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
    let answer = (use_context::<ReportShown>(), use_context::<StillCounting>());
    view! { <Allowed may=|actor| permission::may(actor, Deed::SeeFigures) given=answer shown=reports_page /> }
}

fn reports_page(signed_in: SignedIn, answer: (Option<ReportShown>, Option<StillCounting>)) -> impl IntoView {
    let (directory, actor) = (signed_in.directory.clone(), signed_in.actor.clone());
    let (title, page) = match answer {
        (Some(shown), _) => (shown.name.title(), view! { <ReportView shown directory actor /> }.into_any()),
        (None, Some(counting)) => (COUNTING, view! { <Counting counting /> }.into_any()),
        (None, None) => ("Reports", view! { <AllReports /> }.into_any()),
    };
    view! {
        <Screen title signed_in is_wide=true>
            {page}
        </Screen>
    }
}

const COUNTING: &str = "Counting";

#[component]
fn Counting(counting: StillCounting) -> impl IntoView {
    let StillCounting { parts, back, is_file, seconds } = counting;
    let so_far = match seconds {
        0 => "Just begun.".to_owned(),
        1 => "1 second so far.".to_owned(),
        seconds => format!("{seconds} seconds so far."),
    };
    let then = if is_file { "The file comes by itself." } else { "The figures come by themselves." };
    view! {
        <h1 class="nhsuk-heading-l">{COUNTING}</h1>
        <div class="report-counting" role="status">
            <ul class="report-counting__parts">{parts.into_iter().map(|part| view! { <li>{part}</li> }).collect_view()}</ul>
            <p>{so_far} " " {then}</p>
        </div>
        <p>
            <a class="nhsuk-button nhsuk-button--secondary" href=back>
                {if is_file { "Back to the figures" } else { "Look now" }}
            </a>
        </p>
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
    let counted = format!("Counted {} for {}", domain::clinical_time::date_time(report.counted_at), report.by);
    let asked = report.asked.into_iter().map(|(label, words)| format!("{label}: {words}"));
    let stamp = std::iter::once(counted).chain(asked).chain([CLASSIFICATION.to_owned()]).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="report__stamp">{stamp}</p>
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
