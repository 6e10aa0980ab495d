//! The plan for going home: expected date, pathway, consultant, what matters to the patient; and as what they were admitted.

use chrono::NaiveDate;

use crate::{AdmittedAs, Event, Pathway, PathwayStage, Refusal, Stay, london, text};

pub(crate) fn expected_discharge(stay: &Stay, day: Option<NaiveDate>) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    if day == stay.expected_discharge {
        return Ok(vec![]);
    }
    if day.is_some_and(|day| day < london::date(stay.admitted_at)) {
        return Err(Refusal::BeforeAdmission { what: "the expected date of discharge".to_owned() });
    }
    Ok(vec![Event::ExpectedDischargeSet { day }])
}

pub(crate) fn pathway(stay: &Stay, stage: PathwayStage, pathway: Option<Pathway>) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    if stay.pathways.at(stage) == pathway {
        return Ok(vec![]);
    }
    Ok(vec![Event::PathwaySet { stage, pathway }])
}

pub(crate) fn consultant(stay: &Stay, name: &str) -> Result<Vec<Event>, Refusal> {
    rename(stay, stay.consultant.as_deref(), name, "the consultant", |name| Event::ConsultantSet { name })
}

pub(crate) fn specialty(stay: &Stay, name: &str) -> Result<Vec<Event>, Refusal> {
    rename(stay, stay.specialty.as_deref(), name, "the specialty", |name| Event::SpecialtySet { name })
}

pub(crate) fn local_authority(stay: &Stay, name: &str) -> Result<Vec<Event>, Refusal> {
    rename(stay, stay.local_authority.as_deref(), name, "the local authority", |name| Event::LocalAuthoritySet { name })
}

fn rename(
    stay: &Stay,
    before: Option<&str>,
    name: &str,
    what: &str,
    event: impl FnOnce(Option<String>) -> Event,
) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let name = text::optional(name, what, text::LABEL)?;
    Ok(if name.as_deref() == before { vec![] } else { vec![event(name)] })
}

/// What is not said stays as it is.
pub(crate) fn admitted_as(stay: &Stay, said: AdmittedAs) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let admitted_as = stay.admitted_as.or_as(said);
    Ok(if admitted_as == stay.admitted_as { vec![] } else { vec![Event::AdmittedAsSet { admitted_as }] })
}

pub(crate) fn what_matters(stay: &Stay, words: &str) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    let words = text::optional(words, "what matters to me", text::NOTE)?;
    Ok(if words == stay.what_matters { vec![] } else { vec![Event::WhatMattersSet { words }] })
}
