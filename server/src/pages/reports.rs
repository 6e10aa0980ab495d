//! The reports as pages, and as files to take along.

use std::time::Duration;

use app::pages::{PackAsked, ReportShown, StillCounting, asked_address};
use axum::{
    Extension, Form,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Actor, Problem, london,
    report::{Asked, Report, ReportName, chart::TypedStep},
};
use http::{HeaderName, header};
use service::Visitor;

use super::{render_given, with_status};
use crate::{
    counts::{Count, Counted},
    problem::Refused,
    report_file::{Format, format_of},
    visitor::{Door, SignedIn},
};

/// What several reports in one file are called in an address.
const PACK: &str = "pack";

type Fields = Vec<(String, String)>;

/// `/reports/long-stay`, and with `.csv`, `.xlsx` or `.pdf` behind it the same as a file; `/reports/pack.pdf` and `.xlsx`:
/// several in one.
pub async fn report(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Path(file): Path<String>,
    Query(fields): Query<Fields>,
) -> Result<Response, Refused> {
    let (name, format) = file.split_once('.').map_or((file.as_str(), None), |(name, format)| (name, Some(format)));
    let asked = asked(&door, &actor, &fields).await?;
    match (name, format) {
        (PACK, Some(format)) => match ReportName::chosen(pairs(&fields)).and_then(|names| Ok((names, asked?))) {
            Ok((names, asked)) => take(door, visitor, &actor, &names, &asked, format, &fields).await,
            Err(problem) => Ok(refused_pack(door, visitor, &fields, problem).await),
        },
        (name, format) => {
            let name: ReportName = name.parse().map_err(|_| Problem::NotFound)?;
            match format {
                Some(format) => take(door, visitor, &actor, &[name], &asked?, format, &fields).await,
                None => page(door, visitor, &actor, name, asked).await,
            }
        }
    }
}

fn pairs(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

fn is_for_outside(fields: &Fields) -> bool {
    pairs(fields).any(|field| field == ("for", "outside"))
}

/// The form for a pack again, as it was filled in, with what is wrong.
async fn refused_pack(door: Door, visitor: Visitor, fields: &Fields, problem: Problem) -> Response {
    let typed = |wanted: &str| pairs(fields).find(|(name, _)| *name == wanted).map(|(_, value)| value.to_owned());
    let status = problem.status();
    let asked = PackAsked {
        reports: pairs(fields).filter(|(name, _)| *name == "report").map(|(_, value)| value.to_owned()).collect(),
        from: typed("from").unwrap_or_default(),
        to: typed("to").unwrap_or_default(),
        is_for_outside: is_for_outside(fields),
        problem: Some(problem),
    };
    with_status(render_given(door, visitor, "/reports", asked).await, status)
}

/// A chart's target, or a rebasing, by a plain form at the report's own address: back to the report, or the report again with
/// what was typed and why it can't be.
pub async fn decide(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Path(name): Path<String>,
    Query(fields): Query<Fields>,
    Form(typed): Form<TypedStep>,
) -> Result<Response, Refused> {
    let name: ReportName = name.parse().map_err(|_| Problem::NotFound)?;
    let asked = asked(&door, &actor, &fields).await??;
    let refused = match decide_as_typed(&door, &actor, name, &asked, &typed).await {
        Ok(()) => return Ok(Redirect::to(&asked_address(name, &asked)).into_response()),
        Err(problem @ Problem::Invalid { .. }) => Some((typed, problem)),
        Err(problem) => return Err(problem.into()),
    };
    // What was typed stands on no other page, so this one waits for as long as it takes.
    let report = door.hospital.report(&actor, name, &asked).await;
    shown(door, visitor, &actor, name, Ok(asked), report, refused).await
}

async fn decide_as_typed(door: &Door, actor: &Actor, name: ReportName, asked: &Asked, typed: &TypedStep) -> Result<(), Problem> {
    let (chart, step) = typed.read()?;
    if chart.report() != name {
        return Err(Problem::NotFound);
    }
    door.hospital.decide_chart(actor, chart, asked, step).await
}

/// What is asked for, or why that can't be read.
async fn asked(door: &Door, actor: &Actor, fields: &Fields) -> Result<Result<Asked, Problem>, Problem> {
    let directory = door.hospital.directory(actor).await?;
    Ok(Asked::read(pairs(fields), london::date(door.hospital.now()), &directory.wards))
}

/// What can't be counted is said on the report's own page, with the fields to ask again.
async fn page(
    door: Door,
    visitor: Visitor,
    actor: &Actor,
    name: ReportName,
    asked: Result<Asked, Problem>,
) -> Result<Response, Refused> {
    let counted = match &asked {
        Ok(asked) => count(&door, actor, &[name], asked, None).await,
        Err(problem) => Err(problem.clone()),
    };
    let report = match counted {
        Ok(Counted::Since(since)) => return Ok(still_counting(door, visitor, &[name], &asked?, None, since).await),
        Ok(Counted::Done(mut reports)) => reports.pop().ok_or(Problem::NotFound),
        Err(problem) => Err(problem),
    };
    shown(door, visitor, actor, name, asked, report, None).await
}

/// Counts reports for a page, or for a file of a format. Goes on counting where it takes longer than somebody waits.
async fn count(
    door: &Door,
    actor: &Actor,
    names: &[ReportName],
    asked: &Asked,
    format: Option<&'static str>,
) -> Result<Counted, Problem> {
    let count = Count { by: actor.id, reports: names.to_vec(), asked: asked.clone(), format };
    let (hospital, actor, Count { reports, asked, format, .. }) = (door.hospital.clone(), actor.clone(), count.clone());
    let counting = async move {
        match format {
            Some(format) => hospital.take_reports(&actor, &reports, &asked, format).await,
            None => hospital.reports(&actor, &reports, &asked).await,
        }
    };
    door.counts.wait(count, counting).await
}

/// The page that says what is being counted, and asks for it again.
async fn still_counting(
    door: Door,
    visitor: Visitor,
    names: &[ReportName],
    asked: &Asked,
    format: Option<&str>,
    since: Duration,
) -> Response {
    let counting = StillCounting {
        parts: names.iter().map(|name| name.being_counted(asked)).collect(),
        back: if let [name] = names { asked_address(*name, asked) } else { "/reports".to_owned() },
        is_file: format.is_some(),
        seconds: since.as_secs(),
    };
    let response = render_given(door, visitor, "/reports", counting).await;
    ([(header::REFRESH, "1")], with_status(response, 202)).into_response()
}

/// The report, or why it is none, with the fields to ask again.
async fn shown(
    door: Door,
    visitor: Visitor,
    actor: &Actor,
    name: ReportName,
    asked: Result<Asked, Problem>,
    report: Result<Report, Problem>,
    refused: Option<(TypedStep, Problem)>,
) -> Result<Response, Refused> {
    let choices = door.hospital.report_choices(actor).await?;
    let asked = asked.unwrap_or_else(|_| Asked::lately(london::date(door.hospital.now())));
    let problem = report.as_ref().err().or(refused.as_ref().map(|(_, problem)| problem));
    let status = problem.map_or(200, Problem::status);
    let shown = ReportShown { name, asked, choices, report, refused };
    let uri = format!("/reports/{}", <&str>::from(name));
    let response = render_given(door, visitor, &uri, shown).await;
    Ok(with_status(response, status))
}

async fn take(
    door: Door,
    visitor: Visitor,
    actor: &Actor,
    names: &[ReportName],
    asked: &Asked,
    ending: &str,
    fields: &Fields,
) -> Result<Response, Refused> {
    let format = format_of(ending, names.len()).ok_or(Problem::NotFound)?;
    let mut reports = match count(&door, actor, names, asked, Some(format.ending)).await? {
        Counted::Done(reports) => reports,
        Counted::Since(since) => return Ok(still_counting(door, visitor, names, asked, Some(format.ending), since).await),
    };
    if is_for_outside(fields) {
        reports = reports.into_iter().map(Report::for_outside).collect();
    }
    let (name, title) = if let [name] = names { (<&str>::from(name), name.title()) } else { (PACK, "Board pack") };
    let file = format!("homeward-{name}-{}", london::date(door.hospital.now()));
    download(&file, title, &reports, &format)
}

/// Reports as a file called `name`.
pub(super) fn download(name: &str, title: &str, reports: &[Report], format: &Format) -> Result<Response, Refused> {
    let bytes = (format.write)(title, reports).map_err(|error| {
        tracing::error!(%error, "a report could not be written");
        Problem::invalid("This report could not be written as a file. Please tell whoever runs the server.")
    })?;
    Ok(([(header::CONTENT_TYPE, format.kind.to_owned()), attachment(name, format.ending)], bytes).into_response())
}

/// Has the browser keep an answer as a file.
pub(super) fn attachment(name: &str, ending: &str) -> (HeaderName, String) {
    (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\""))
}
