//! The reports as pages, and as files to take along.

use app::pages::{ReportShown, asked_address};
use axum::{
    Extension, Form,
    body::Body,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Actor, Problem, london,
    report::{Asked, Report, ReportName, chart::TypedStep},
};
use http::{Request, StatusCode, header};
use leptos::prelude::provide_context;
use service::Visitor;

use super::render;
use crate::{
    problem::Refused,
    report_file::{self, ReportFile},
    visitor::{Door, SignedIn},
};

/// `/reports/long-stay`, and with `.csv`, `.xlsx` or `.pdf` behind it the same as a file.
pub async fn report(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Path(file): Path<String>,
    Query(fields): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (name, format) = file.split_once('.').map_or((file.as_str(), None), |(name, format)| (name, Some(format)));
    let name: ReportName = name.parse().map_err(|_| Problem::NotFound)?;
    let asked = asked(&door, &fields);
    match format {
        Some(format) => {
            let report = door.hospital.take_report(&actor, name, &asked?, format).await?;
            let is_for_outside = fields.iter().any(|(name, value)| name == "for" && value == "outside");
            download(name, &if is_for_outside { report.for_outside() } else { report }, format)
        }
        None => page(door, visitor, &actor, name, asked, None).await,
    }
}

/// A chart's target, or a rebasing, by a plain form at the report's own address: back to the report, or the report again with
/// what was typed and why it can't be.
pub async fn decide(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Path(name): Path<String>,
    Query(fields): Query<Vec<(String, String)>>,
    Form(typed): Form<TypedStep>,
) -> Result<Response, Refused> {
    let name: ReportName = name.parse().map_err(|_| Problem::NotFound)?;
    let asked = asked(&door, &fields)?;
    let refused = match decide_as_typed(&door, &actor, name, &asked, &typed).await {
        Ok(()) => return Ok(Redirect::to(&asked_address(name, &asked)).into_response()),
        Err(problem @ Problem::Invalid { .. }) => Some((typed, problem)),
        Err(problem) => return Err(problem.into()),
    };
    page(door, visitor, &actor, name, Ok(asked), refused).await
}

async fn decide_as_typed(door: &Door, actor: &Actor, name: ReportName, asked: &Asked, typed: &TypedStep) -> Result<(), Problem> {
    let (chart, step) = typed.read()?;
    if chart.report() != name {
        return Err(Problem::NotFound);
    }
    door.hospital.decide_chart(actor, chart, asked, step).await
}

fn asked(door: &Door, fields: &[(String, String)]) -> Result<Asked, Problem> {
    Asked::read(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())), london::date(door.hospital.now()))
}

/// What can't be counted is said on the report's own page, with the fields to ask again.
async fn page(
    door: Door,
    visitor: Visitor,
    actor: &Actor,
    name: ReportName,
    asked: Result<Asked, Problem>,
    refused: Option<(TypedStep, Problem)>,
) -> Result<Response, Refused> {
    let specialties = door.hospital.specialties(actor).await?;
    let report = match &asked {
        Ok(asked) => door.hospital.report(actor, name, asked).await,
        Err(problem) => Err(problem.clone()),
    };
    let asked = asked.unwrap_or_else(|_| Asked::lately(london::date(door.hospital.now())));
    let problem = report.as_ref().err().or(refused.as_ref().map(|(_, problem)| problem));
    let status = problem.map_or(200, Problem::status);
    let shown = ReportShown { name, asked, specialties, report, refused };
    let uri = format!("/reports/{}", <&str>::from(name));
    let request = Request::builder().uri(uri).body(Body::empty()).unwrap_or_default();
    let mut response = render(door, visitor, request, move || provide_context(shown.clone())).await;
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    Ok(response)
}

fn download(name: ReportName, report: &Report, format: &str) -> Result<Response, Refused> {
    let written = report_file::write(report, format).ok_or(Problem::NotFound)?;
    let ReportFile { kind, bytes } = written.map_err(|error| {
        tracing::error!(%error, "a report could not be written");
        Problem::invalid("This report could not be written as a file. Please tell whoever runs the server.")
    })?;
    let day = london::date(report.counted_at);
    let disposition = format!("attachment; filename=\"homeward-{}-{day}.{format}\"", <&str>::from(name));
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
