//! What a row says of a stay: bed, plan, criteria. A blank cell never erases what the board has.

use domain::{
    AdmissionMethod, AdmittedAs, Command, CriteriaToReside, Pathway, PathwayStage, PatientClassification, Place, clinical_time,
    criteria::CriteriaStatus, list::CellProblem, london,
};
use interop::{TwoDigitYear, read_date};

use super::{
    cells::{Found, RowCells},
    criteria_cell::{self, SaidOfCriteria},
    draft::Draft,
    identity,
    listed::{Admitted, Listed, no_date},
    listed_place::ListedPlace,
    picture::Picture,
    topic::Topic,
};

/// Identity, bed and admission of somebody who is here.
pub(super) fn known_stay(draft: &mut Draft<'_>, listed: &Listed, place: &ListedPlace, picture: &Picture) {
    let before = draft.stay.patient.clone();
    let after = identity::completed(&before, listed, &mut draft.problems);
    if after != before {
        let at = [
            listed.nhs_number.as_ref().map(|told| &told.at),
            listed.hospital_number.as_ref().map(|told| &told.at),
            listed.born.as_ref().map(|told| &told.at),
        ];
        let at = at.into_iter().flatten().next().cloned().unwrap_or_default();
        draft.ask(Command::CorrectIdentity(Box::new(after.clone())), identity::filled(&before, &after), &at);
    }
    admission(draft, listed);
    bed(draft, place, picture);
}

/// The day of admission stays as it is on the board: length of stay hangs on it.
fn admission(draft: &mut Draft<'_>, listed: &Listed) {
    let own = london::date(draft.stay.admitted_at);
    let own_words = clinical_time::date(own);
    match &listed.admitted {
        Admitted::At(told) if london::date(told.value) != own => {
            let other = clinical_time::date(london::date(told.value));
            let message = format!("the board has {own_words}, the list {other}; the board's was kept");
            draft.problems.push(told.at.problem(message));
        }
        Admitted::Unreadable(told) => {
            draft.problems.push(told.at.problem(format!("{}; the board's {own_words} was kept", told.value)));
        }
        Admitted::At(_) | Admitted::Missing => {}
    }
}

fn bed(draft: &mut Draft<'_>, listed: &ListedPlace, picture: &Picture) {
    let from = draft.stay.place.clone();
    let mut to = listed.place.clone();
    if to.ward == from.ward {
        let same_bed = to.bed.is_none() || to.bed == from.bed;
        to = Place {
            bay: to.bay.or_else(|| from.bay.clone().filter(|_| same_bed)),
            bed: to.bed.or_else(|| from.bed.clone()),
            ward: to.ward,
        };
    }
    let change = format!("moved from {}, {}", picture.ward_name(&from.ward), from.in_words());
    draft.ask(Command::MoveBed { to }, change, &listed.at);
}

/// The plan for going home, of somebody new and of somebody known alike.
pub(super) fn plan(draft: &mut Draft<'_>, cells: RowCells<'_>, picture: &Picture) {
    expected_discharge(draft, cells);
    criteria(draft, cells, picture);
    pathway(draft, cells, PathwayStage::Proposed, &Topic::ProposedPathway);
    pathway(draft, cells, PathwayStage::Agreed, &Topic::AgreedPathway);
    if let Some(found) = cells.find(&Topic::Consultant, &mut draft.problems) {
        let change = format!("consultant set to {}", found.quoted());
        draft.ask(Command::SetConsultant { name: found.text.clone() }, change, &found.at);
    }
    if let Some(found) = cells.find(&Topic::Specialty, &mut draft.problems) {
        let change = format!("specialty set to {}", found.quoted());
        draft.ask(Command::SetSpecialty { name: found.text.clone() }, change, &found.at);
    }
    if let Some(found) = cells.find(&Topic::LocalAuthority, &mut draft.problems).filter(|found| !found.is_unknown()) {
        let change = format!("local authority set to {}", found.quoted());
        draft.ask(Command::SetLocalAuthority { name: found.text.clone() }, change, &found.at);
    }
    admitted_as(draft, cells);
    if let Some(found) = cells.find(&Topic::WhatMatters, &mut draft.problems) {
        draft.ask(Command::SetWhatMatters { words: found.text.clone() }, "what matters to me set", &found.at);
    }
}

/// Each of the two by itself, so that the report names the cell that it is from.
fn admitted_as(draft: &mut Draft<'_>, cells: RowCells<'_>) {
    let classification = |text: &str| Some(AdmittedAs { classification: Some(PatientClassification::read(text)?), method: None });
    let method = |text: &str| Some(AdmittedAs { method: Some(AdmissionMethod::read(text)?), classification: None });
    let expected = "is no patient classification; expected ordinary, day case, regular day or night attender, or 1 to 5";
    set_admitted_as(draft, cells, &Topic::Classification, classification, expected);
    let expected = "is no admission method; expected elective, emergency, maternity, birth or transfer, or a code such as 21";
    set_admitted_as(draft, cells, &Topic::AdmissionMethod, method, expected);
}

fn set_admitted_as(
    draft: &mut Draft<'_>,
    cells: RowCells<'_>,
    topic: &Topic,
    read: impl Fn(&str) -> Option<AdmittedAs>,
    expected: &str,
) {
    let Some(found) = cells.find(topic, &mut draft.problems).filter(|found| !found.is_unknown()) else {
        return;
    };
    // The codes for "not applicable" and "not known".
    if matches!(found.text.as_str(), "8" | "9" | "98" | "99") {
        return;
    }
    match read(&found.text) {
        Some(admitted_as) => {
            let change = format!("kind of admission set to {}", admitted_as.words().unwrap_or_default().to_lowercase());
            draft.ask(Command::SetAdmittedAs { admitted_as }, change, &found.at);
        }
        None => draft.problems.push(found.at.problem(format!("{} {expected}; left out", found.quoted()))),
    }
}

fn expected_discharge(draft: &mut Draft<'_>, cells: RowCells<'_>) {
    let Some(found) = cells.find(&Topic::ExpectedDischarge, &mut draft.problems).filter(|found| !found.is_unknown()) else {
        return;
    };
    match read_date(found.cell, TwoDigitYear::ThisCentury) {
        Ok(day) => {
            let change = format!("EDD set to {}", clinical_time::date(day));
            draft.ask(Command::SetExpectedDischarge { day: Some(day) }, change, &found.at);
        }
        Err(expected) => draft.problems.push(found.at.problem(format!("{}; left out", no_date(&found, expected)))),
    }
}

fn pathway(draft: &mut Draft<'_>, cells: RowCells<'_>, stage: PathwayStage, topic: &Topic) {
    let Some(found) = cells.find(topic, &mut draft.problems).filter(|found| !found.is_unknown()) else {
        return;
    };
    let Some(pathway) = Pathway::read(&found.text) else {
        draft.problems.push(found.at.problem(format!("{} is no pathway; expected 0, 1, 2 or 3; left out", found.quoted())));
        return;
    };
    let change = format!("{} pathway set to {}", <&str>::from(stage), pathway.short());
    draft.ask(Command::SetPathway { stage, pathway: Some(pathway) }, change, &found.at);
}

/// A review is recorded where the list says something else than the last one found: a list has no time of review.
fn criteria(draft: &mut Draft<'_>, cells: RowCells<'_>, picture: &Picture) {
    let meets = said(cells, &Topic::MeetsCriteria, true, &mut draft.problems);
    let could_leave = said(cells, &Topic::MeetsNoCriteria, false, &mut draft.problems);
    if let (Some((_, one)), Some((found, other))) = (&meets, &could_leave)
        && is_met(*one) != is_met(*other)
    {
        draft
            .problems
            .push(found.at.problem("says the opposite of the criteria to reside, which were taken; this cell left out"));
    }
    let Some((found, said)) = meets.or(could_leave) else {
        return;
    };
    let (status, review, words) = if is_met(said) {
        (CriteriaStatus::Met, CriteriaToReside::Met(Vec::new()), "meets the criteria to reside")
    } else {
        (CriteriaStatus::NotMet, CriteriaToReside::NotMet, "does not meet the criteria to reside")
    };
    if draft.stay.criteria_status() == status {
        return;
    }
    if said == SaidOfCriteria::NotMetSinceADay {
        let message = format!("{} was read as \u{201c}does not meet\u{201d}; the review counts from this import", found.quoted());
        draft.problems.push(found.at.problem(message));
    }
    draft.ask(Command::ReviewCriteria { found: review, reviewed_at: picture.now }, words, &found.at);
}

fn is_met(said: SaidOfCriteria) -> bool {
    said == SaidOfCriteria::Met
}

fn said<'a>(
    cells: RowCells<'a>,
    topic: &Topic,
    yes_means_met: bool,
    problems: &mut Vec<CellProblem>,
) -> Option<(Found<'a>, SaidOfCriteria)> {
    let found = cells.find(topic, problems).filter(|found| !found.is_unknown())?;
    let Some(said) = criteria_cell::read(found.cell, yes_means_met) else {
        problems.push(found.at.problem(format!("{} was not understood; expected met or not met; left out", found.quoted())));
        return None;
    };
    Some((found, said))
}
