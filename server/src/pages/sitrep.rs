//! The situation report of a day: a page to check and sign, and the day as a file.

use std::slice;

use app::pages::SitrepShown;
use axum::{
    Extension, Form,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{Days, NaiveDate};
use domain::{
    Actor, Problem, london,
    report::{read_day, sitrep::signed::Signature},
};
use http::header;
use interop::write_csv;
use serde::Deserialize;
use service::Visitor;

use super::{
    render_given,
    reports::{attachment, download},
    with_status,
};
use crate::{
    problem::Refused,
    report_file::format_of,
    visitor::{Door, SignedIn},
};

/// How many days the list of signed and unsigned days goes back.
const LISTED: u64 = 14;

#[derive(Deserialize)]
pub struct Asked {
    day: Option<String>,
}

/// `/reports/sitrep?day=2026-03-11`; yesterday where no day is named.
pub async fn day(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Query(Asked { day }): Query<Asked>,
) -> Response {
    let yesterday = london::date(door.hospital.now()) - Days::new(1);
    let asked = day.map_or(Ok(yesterday), |day| read_day(&day));
    let day = *asked.as_ref().unwrap_or(&yesterday);
    let shown = shown(&door, &actor, day, asked.err(), Signature::default()).await;
    page(door, visitor, shown).await
}

/// The form at the foot of the day.
#[derive(Deserialize)]
pub struct SignForm {
    day: String,
    name: String,
    #[serde(default)]
    remark: String,
    #[serde(default)]
    reason: String,
    mark: String,
    version: u32,
}

/// Signs the day, and goes back to it. Why not is said on its page, with what was typed.
pub async fn sign(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Form(form): Form<SignForm>,
) -> Result<Response, Refused> {
    let SignForm { day, name, remark, reason, mark, version } = form;
    let day = read_day(&day)?;
    let signature = Signature { name, remark, reason, mark, version };
    match door.hospital.sign_situation_report(&actor, day, &signature).await {
        Ok(()) => Ok(Redirect::to(&format!("/reports/sitrep?day={day}")).into_response()),
        Err(problem @ Problem::Invalid { .. }) => {
            let shown = shown(&door, &actor, day, Some(problem), signature).await;
            Ok(page(door, visitor, shown).await)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `/reports/sitrep/2026-03-11.csv` is the signed day in the national layout; `.xlsx` and `.pdf` are the page as a file.
pub async fn file(State(door): State<Door>, SignedIn(actor): SignedIn, Path(file): Path<String>) -> Result<Response, Refused> {
    let (day, ending) = file.split_once('.').ok_or(Problem::NotFound)?;
    let day = read_day(day).map_err(|_| Problem::NotFound)?;
    let name = format!("homeward-sitrep-{day}");
    let format = format_of(ending, 1).ok_or(Problem::NotFound)?;
    if format.ending == "csv" {
        let (headings, rows) = door.hospital.published_situation(&actor, day).await?;
        let kind = (header::CONTENT_TYPE, format.kind.to_owned());
        return Ok(([kind, attachment(&name, format.ending)], write_csv(&headings, &rows)).into_response());
    }
    let report = door.hospital.take_situation_report(&actor, day, format.ending).await?;
    download(&name, &report.title, slice::from_ref(&report), &format)
}

async fn page(door: Door, visitor: Visitor, shown: Result<SitrepShown, Problem>) -> Response {
    let problem = match &shown {
        Ok(shown) => shown.problem.as_ref(),
        Err(problem) => Some(problem),
    };
    let status = problem.map_or(200, Problem::status);
    let response = render_given(door, visitor, "/reports/sitrep", shown).await;
    with_status(response, status)
}

async fn shown(
    door: &Door,
    actor: &Actor,
    day: NaiveDate,
    problem: Option<Problem>,
    typed: Signature,
) -> Result<SitrepShown, Problem> {
    let report_day = door.hospital.report_day(actor, day).await?;
    let (first, last) = (report_day.today - Days::new(LISTED), report_day.today - Days::new(1));
    let signed = door.hospital.signed_days(actor, first..=last).await?;
    let listed = first.iter_days().take_while(|day| *day <= last);
    let signed_on = |day| signed.iter().find(|(signed, _)| *signed == day).map(|(_, signed)| signed.clone());
    let days = listed.map(|day| (day, signed_on(day))).collect();
    Ok(SitrepShown { report_day, days, problem, typed })
}
