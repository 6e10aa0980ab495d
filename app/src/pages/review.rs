//! `/reports/review`: the weekly review of every patient of 21 nights and more, worked through in a meeting. Plain forms.

use domain::{
    Directory, Problem,
    board::BoardRow,
    long_stay_review::{ReviewWeek, SignOffDraft, WeekCounts, WeekOfReviews},
    report::reports::review,
};
use leptos::prelude::*;

use crate::{
    api::SignedIn,
    board::{Board, Shows},
    components::{
        ChooseWeek, ErrorSummary, Given, PatientBanner, PatientReview, PatientShown, PatientsOfWeek, REVIEW, ReportLinks,
        ReportSection, Screen, SignOffForm, TakeWeekAlong,
    },
};

/// What of a week is shown; given by the server's door.
#[derive(Clone)]
pub enum ReviewShown {
    /// To those who may see figures alone.
    Counts(WeekCounts),
    Week(Box<WeekOfReviews>, SignOffDraft),
    Patient(Box<PatientShown>),
}

/// The page's content, and what is wrong with what was typed.
#[derive(Clone)]
pub struct ReviewPageShown {
    pub shown: ReviewShown,
    pub problem: Option<Problem>,
}

#[component]
pub fn ReviewPage() -> impl IntoView {
    view! { <Given shown=|signed_in, shown| view! { <ReviewScreen signed_in shown /> } /> }
}

#[component]
fn ReviewScreen(signed_in: SignedIn, shown: ReviewPageShown) -> impl IntoView {
    let ReviewPageShown { shown, problem } = shown;
    let (directory, signer) = (signed_in.directory.clone(), signed_in.actor.name.clone());
    let problem = problem.map(|problem| view! { <ErrorSummary message=problem.to_string() /> });
    let page = match shown {
        ReviewShown::Counts(counts) => view! { <Counts counts directory /> }.into_any(),
        ReviewShown::Week(week, typed) => view! { <Week week=*week typed signer directory /> }.into_any(),
        ReviewShown::Patient(shown) => view! { <Patient shown=*shown signed_in=signed_in.clone() directory /> }.into_any(),
    };
    view! {
        <Screen title=review::TITLE signed_in is_wide=true>
            {problem}
            {page}
        </Screen>
    }
}

#[component]
fn Heading(week: ReviewWeek, current: ReviewWeek) -> impl IntoView {
    view! {
        <ReportLinks current=REVIEW />
        <h1 class="nhsuk-heading-l report__title">{review::TITLE}</h1>
        <ChooseWeek week current />
        <TakeWeekAlong week />
    }
}

#[component]
fn Counts(counts: WeekCounts, directory: Directory) -> impl IntoView {
    let sections = review::figures(&counts, &directory);
    view! {
        <Heading week=counts.week current=ReviewWeek::of(counts.today) />
        {sections.into_iter().enumerate().map(|(number, section)| view! { <ReportSection number section /> }).collect_view()}
    }
}

#[component]
fn Week(week: WeekOfReviews, typed: SignOffDraft, signer: String, directory: Directory) -> impl IntoView {
    let counts = week.counts();
    let said = review::said(&week).into_iter().filter(|section| !section.table.rows.is_empty());
    let sections = said.chain(review::figures(&counts, &directory));
    let sections = sections.enumerate().map(|(number, section)| view! { <ReportSection number section /> }).collect::<Vec<_>>();
    view! {
        <Heading week=week.week current=ReviewWeek::of(week.today) />
        <PatientsOfWeek week />
        {sections}
        <SignOffForm counts typed signer />
    }
}

#[component]
fn Patient(shown: PatientShown, signed_in: SignedIn, directory: Directory) -> impl IntoView {
    let id = shown.stay.id;
    let row = BoardRow::whole(shown.stay.clone());
    let board = Board::provide(Shows::Patient(id), vec![row], Vec::new(), shown.now, signed_in);
    view! {
        {board.row(id).map(|row| view! { <PatientBanner row /> })}
        <PatientReview shown directory />
    }
}
