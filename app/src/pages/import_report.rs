//! `/import/{id}`: what a ward's list would do, or has done, row by row.

use domain::{
    Problem,
    list::{ListReport, ListRow, RowOutcome},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use uuid::Uuid;

use crate::{
    api::{self, Failure, SignedIn},
    components::{ErrorSummary, Icon, ProblemScreen, Screen, Waiting},
    session::Session,
};

#[component]
pub fn ImportReportPage() -> impl IntoView {
    let session = Session::expect();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let report = Resource::new(id, load);
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(report).await {
                    Ok((signed_in, report)) => view! { <Report signed_in report id=id() /> }.into_any(),
                    Err(Failure::Problem(Problem::Invalid { message })) => view! { <Unreadable message /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

async fn load(id: String) -> Result<ListReport, Failure> {
    let id = Uuid::parse_str(&id).map_err(|_| Problem::NotFound)?;
    api::list_report(id).await
}

/// The file could not be read at all.
#[component]
fn Unreadable(message: String) -> impl IntoView {
    view! {
        <Title text="The list could not be read" />
        <main class="problem-screen" id="main">
            <h1 class="nhsuk-heading-l">"The list could not be read"</h1>
            <ErrorSummary message />
            <p>
                <a class="nhsuk-button" href="/import">
                    "Choose another file"
                </a>
            </p>
        </main>
    }
}

#[component]
fn Report(signed_in: SignedIn, report: ListReport, id: String) -> impl IntoView {
    let title = if report.dry_run { "Check of a ward's list" } else { "A ward's list was brought in" };
    let coming = report.count(RowOutcome::Created) + report.count(RowOutcome::Changed);
    let dry_run = report.dry_run;
    view! {
        <Screen title signed_in is_wide=true>
            <h1 class="nhsuk-heading-l">{title}</h1>
            <p class="import__file">{report.file_name.clone()}</p>
            <Totals report=report.clone() />
            {(dry_run && coming > 0).then(|| view! { <BringIn id coming /> })}
            {(dry_run && coming == 0).then(|| view! { <p>"All of it is already so: there is nothing to bring in."</p> })}
            <Columns understood=report.understood ignored=report.ignored />
            <Rows rows=report.rows />
            <p>
                <a href="/import">"Check another list"</a>
            </p>
        </Screen>
    }
}

#[component]
fn Totals(report: ListReport) -> impl IntoView {
    let (would, did) = (["New patients", "Changed", "Already so", "Left out"], report.problems());
    let outcomes = [RowOutcome::Created, RowOutcome::Changed, RowOutcome::Unchanged, RowOutcome::Left];
    view! {
        <dl class="ward-summary">
            {would
                .into_iter()
                .zip(outcomes)
                .map(|(words, outcome)| {
                    view! {
                        <div>
                            <dt>{words}</dt>
                            <dd>{report.count(outcome)}</dd>
                        </div>
                    }
                })
                .collect_view()} <div class:ward-summary__overdue=did != 0>
                <dt>"Problems"</dt>
                <dd>{did}</dd>
            </div>
        </dl>
    }
}

#[component]
fn BringIn(id: String, coming: usize) -> impl IntoView {
    let words = if coming == 1 { "Bring in this patient".to_owned() } else { format!("Bring in these {coming} patients") };
    view! {
        <form method="post" action=format!("/import/{id}")>
            <button class="nhsuk-button" type="submit">
                {words}
            </button>
        </form>
    }
}

#[component]
fn Columns(understood: Vec<String>, ignored: Vec<String>) -> impl IntoView {
    view! {
        <p>
            <strong>"Columns that were understood: "</strong>
            {understood.join(", ")}
        </p>
        {(!ignored.is_empty())
            .then(|| {
                view! {
                    <p>
                        <strong>"Columns that were left out: "</strong>
                        {ignored.join(", ")}
                    </p>
                }
            })}
    }
}

#[component]
fn Rows(rows: Vec<ListRow>) -> impl IntoView {
    view! {
        <div class="table-scroller" tabindex="0" role="region" aria-label="The list, row by row">
            <table class="plain-table" aria-label="The list, row by row">
                <thead>
                    <tr>
                        <th scope="col">"Row"</th>
                        <th scope="col">"Bed"</th>
                        <th scope="col">"Name"</th>
                        <th scope="col">"What happens"</th>
                        <th scope="col">"Problems"</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| view! { <ReportRow row /> }).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ReportRow(row: ListRow) -> impl IntoView {
    let number = row.number;
    let outcome = match row.outcome {
        RowOutcome::Created => "New patient",
        RowOutcome::Changed => "Changed",
        RowOutcome::Unchanged => "Already so",
        RowOutcome::Left => "Left out",
    };
    view! {
        <tr>
            <th scope="row">{number}</th>
            <td>{row.bed}</td>
            <td>{row.name}</td>
            <td>
                <strong>{outcome}</strong>
                <ul class="plain-list">{row.changes.into_iter().map(|change| view! { <li>{change}</li> }).collect_view()}</ul>
            </td>
            <td>
                <ul class="plain-list">
                    {row
                        .problems
                        .into_iter()
                        .map(|problem| {
                            view! {
                                <li>
                                    <Icon name="overdue" />
                                    {problem.sentence(number)}
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </td>
        </tr>
    }
}
