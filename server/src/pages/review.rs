//! The weekly long-stay review: its week, its patients, its forms, and the week as a file.

mod form;

use std::slice;

use app::pages::{PatientShown, ReviewPageShown, ReviewShown};
use axum::{
    Extension, Form,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Actor, Problem, StayId, london,
    long_stay_review::{Draft, ReviewWeek, SignOffDraft, StayReview},
    permission::{self, Deed},
};
use form::Written;
use serde::Deserialize;
use service::{ReviewWritten, ReviewedStay, Visitor};

use super::{render_given, reports::download, with_status};
use crate::{
    problem::Refused,
    report_file::format_of,
    visitor::{Door, SignedIn},
};

#[derive(Deserialize)]
pub struct Asked {
    week: Option<String>,
    at: Option<String>,
}

/// `/reports/review?week=2026-03-09`, and with `&at=…` one patient of it; the current week where none is named.
pub async fn review(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = asked_for(&door, &actor, asked).await;
    page(door, visitor, shown, 200).await
}

async fn asked_for(door: &Door, actor: &Actor, Asked { week, at }: Asked) -> Result<ReviewPageShown, Problem> {
    let week = week_of(door, week.as_deref())?;
    let shown = match at {
        Some(stay) => {
            let stay = stay.parse().map_err(|_| Problem::NotFound)?;
            ReviewShown::Patient(Box::new(patient(door, actor, week, stay, None).await?))
        }
        None if permission::may(actor, Deed::ReviewLongStays) => whole_week(door, actor, week, SignOffDraft::default()).await?,
        None => ReviewShown::Counts(door.hospital.review_counts(actor, week).await?),
    };
    Ok(ReviewPageShown { shown, problem: None })
}

/// Writes what was said of a patient, and goes on to the next or stays. What is missing is said on the patient's page, with
/// what was typed; and so is what somebody else wrote meanwhile.
pub async fn write(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let Written { week, stay, earlier, draft, goes_on } = Written::read(&fields)?;
    match door.hospital.write_stay_review(&actor, week, stay, earlier, &draft).await {
        Ok(ReviewWritten::Stands) => Ok(Redirect::to(&way_on(&door, &actor, week, stay, goes_on).await?).into_response()),
        Ok(ReviewWritten::Meanwhile(theirs)) => {
            let typed = Typed { draft: Draft { seen: theirs.version, ..draft }, meanwhile: Some(*theirs), earlier };
            let shown = patient(&door, &actor, week, stay, Some(typed)).await?;
            let shown = ReviewPageShown { shown: ReviewShown::Patient(Box::new(shown)), problem: None };
            Ok(page(door, visitor, Ok(shown), 409).await)
        }
        Err(problem @ Problem::Invalid { .. }) => {
            let shown = patient(&door, &actor, week, stay, Some(Typed { draft, meanwhile: None, earlier })).await?;
            let status = problem.status();
            let shown = ReviewPageShown { shown: ReviewShown::Patient(Box::new(shown)), problem: Some(problem) };
            Ok(page(door, visitor, Ok(shown), status).await)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// To the next who is still to be reviewed; after the last one, to the whole week.
async fn way_on(door: &Door, actor: &Actor, week: ReviewWeek, stay: StayId, goes_on: bool) -> Result<String, Problem> {
    let at = if goes_on { door.hospital.review_week(actor, week).await?.next_to_review(Some(stay)) } else { Some(stay) };
    let at = at.map_or_else(String::new, |stay| format!("&at={stay}"));
    Ok(format!("/reports/review?week={week}{at}"))
}

#[derive(Deserialize)]
pub struct SignOffForm {
    week: String,
    seen: u32,
    name: String,
    #[serde(default)]
    present: String,
}

/// Signs the week off, and goes back to it. Why not is said on its page, with what was typed.
pub async fn sign_off(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    Form(SignOffForm { week, seen, name, present }): Form<SignOffForm>,
) -> Result<Response, Refused> {
    let week = week_of(&door, Some(&week))?;
    let draft = SignOffDraft { name, present, seen };
    match door.hospital.sign_off_reviews(&actor, week, &draft).await {
        Ok(()) => Ok(Redirect::to(&format!("/reports/review?week={week}")).into_response()),
        Err(problem @ Problem::Invalid { .. }) => {
            let status = problem.status();
            let shown = whole_week(&door, &actor, week, draft).await?;
            Ok(page(door, visitor, Ok(ReviewPageShown { shown, problem: Some(problem) }), status).await)
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `/reports/review/2026-03-09.pdf`: the week worked through, as far as it is.
pub async fn file(State(door): State<Door>, SignedIn(actor): SignedIn, Path(file): Path<String>) -> Result<Response, Refused> {
    let (week, ending) = file.split_once('.').ok_or(Problem::NotFound)?;
    let week = week_of(&door, Some(week))?;
    let format = format_of(ending, 1).ok_or(Problem::NotFound)?;
    let report = door.hospital.take_review(&actor, week, format.ending).await?;
    download(&format!("homeward-long-stay-review-{week}"), &report.title, slice::from_ref(&report), &format)
}

/// The current week where none is named. There is none in the future.
fn week_of(door: &Door, named: Option<&str>) -> Result<ReviewWeek, Problem> {
    let this_week = ReviewWeek::of(london::date(door.hospital.now()));
    let week = named.map_or(Ok(this_week), str::parse).map_err(|_| Problem::NotFound)?;
    if week > this_week { Err(Problem::NotFound) } else { Ok(week) }
}

async fn whole_week(door: &Door, actor: &Actor, week: ReviewWeek, typed: SignOffDraft) -> Result<ReviewShown, Problem> {
    Ok(ReviewShown::Week(Box::new(door.hospital.review_week(actor, week).await?), typed))
}

/// What was sent, and has to stand in the form again.
struct Typed {
    draft: Draft,
    meanwhile: Option<StayReview>,
    /// Of which earlier review the outcomes are.
    earlier: Option<(ReviewWeek, u32)>,
}

async fn patient(
    door: &Door,
    actor: &Actor,
    week: ReviewWeek,
    stay: StayId,
    typed: Option<Typed>,
) -> Result<PatientShown, Problem> {
    let ReviewedStay { stay, mut review } = door.hospital.stay_review(actor, week, stay).await?;
    let now = door.hospital.now();
    let week = door.hospital.review_week(actor, week).await?;
    let (draft, meanwhile) = match typed {
        Some(Typed { draft, meanwhile, earlier }) => {
            // Outcomes stand beside the actions that they are of.
            review.earlier = review.earlier.filter(|before| earlier == Some((before.week, before.version)));
            (draft, meanwhile)
        }
        None => (review.latest().map_or_else(Draft::default, |latest| Draft::of(latest, review.actions_before())), None),
    };
    Ok(PatientShown { week, stay, review, draft, meanwhile, now })
}

async fn page(door: Door, visitor: Visitor, shown: Result<ReviewPageShown, Problem>, status: u16) -> Response {
    let status = shown.as_ref().err().map_or(status, Problem::status);
    let response = render_given(door, visitor, "/reports/review", shown).await;
    with_status(response, status)
}
