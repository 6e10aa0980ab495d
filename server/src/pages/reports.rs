//! The reports as pages, and as files to take along.

use app::pages::ReportShown;
use axum::{
    Extension,
    body::Body,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use domain::{
    Actor, Problem, london,
    report::{Asked, Report, ReportName},
};
use http::{HeaderName, Request, StatusCode, header};
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
    let today = london::date(door.hospital.now());
    let asked = Asked::read(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())), today);
    match format {
        Some(format) => {
            let report = door.hospital.take_report(&actor, name, &asked?, format).await?;
            let is_for_outside = fields.iter().any(|(name, value)| name == "for" && value == "outside");
            let file = format!("homeward-{}-{}", <&str>::from(name), london::date(report.counted_at));
            download(&file, &if is_for_outside { report.for_outside() } else { report }, format)
        }
        None => page(door, visitor, &actor, name, asked, today).await,
    }
}

/// What can't be counted is said on the report's own page, with the fields to ask again.
async fn page(
    door: Door,
    visitor: Visitor,
    actor: &Actor,
    name: ReportName,
    asked: Result<Asked, Problem>,
    today: chrono::NaiveDate,
) -> Result<Response, Refused> {
    let specialties = door.hospital.specialties(actor).await?;
    let report = match &asked {
        Ok(asked) => door.hospital.report(actor, name, asked).await,
        Err(problem) => Err(problem.clone()),
    };
    let asked = asked.unwrap_or_else(|_| Asked::lately(today));
    let status = report.as_ref().err().map_or(200, Problem::status);
    let shown = ReportShown { name, asked, specialties, report };
    let uri = format!("/reports/{}", <&str>::from(name));
    let request = Request::builder().uri(uri).body(Body::empty()).unwrap_or_default();
    let response = render(door, visitor, request, move || provide_context(shown.clone())).await;
    Ok(with_status(response, status))
}

pub(super) fn with_status(mut response: Response, status: u16) -> Response {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    response
}

/// A report as a file called `name`, in the format of this ending.
pub(super) fn download(name: &str, report: &Report, format: &str) -> Result<Response, Refused> {
    let written = report_file::write(report, format).ok_or(Problem::NotFound)?;
    let ReportFile { kind, bytes } = written.map_err(|error| {
        tracing::error!(%error, "a report could not be written");
        Problem::invalid("This report could not be written as a file. Please tell whoever runs the server.")
    })?;
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), attachment(name, format)], bytes).into_response())
}

/// Has the browser keep an answer as a file.
pub(super) fn attachment(name: &str, format: &str) -> (HeaderName, String) {
    (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{format}\""))
}
