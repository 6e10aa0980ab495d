//! Going home: the discharge, where to, and taking a discharge back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Event, Refusal, Stay, StayStatus, stay::admit::CLOCK_TOLERANCE};

/// Where a patient went. The first eight are the national discharge destinations since May 2024 (`domain.md` 2.3); the
/// rest end a stay without being counted there.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Destination {
    HomeWithoutSupport,
    OriginalCareHome,
    HomeWithRehabilitation,
    HomeWithSupport,
    OriginalCareHomeWithMoreSupport,
    ShortTermBed,
    NewCareHome,
    NewCareHomeForEndOfLife,
    AnotherHospital,
    OwnDischarge,
    Died,
    NotRecorded,
}

impl Destination {
    pub fn words(self) -> &'static str {
        match self {
            Self::HomeWithoutSupport => "Home, no new support",
            Self::OriginalCareHome => "Back to care home, same support",
            Self::HomeWithRehabilitation => "Home with rehabilitation or reablement",
            Self::HomeWithSupport => "Home with other new or additional support",
            Self::OriginalCareHomeWithMoreSupport => "Back to care home with more support",
            Self::ShortTermBed => "Short-term bed or hospice",
            Self::NewCareHome => "New care home placement",
            Self::NewCareHomeForEndOfLife => "New care home or hospice for end-of-life care",
            Self::AnotherHospital => "Another hospital",
            Self::OwnDischarge => "Left at own choice",
            Self::Died => "Died",
            Self::NotRecorded => "Not recorded",
        }
    }
}

pub(crate) fn discharge(stay: &Stay, at: DateTime<Utc>, to: Destination, now: DateTime<Utc>) -> Result<Vec<Event>, Refusal> {
    if stay.status == (StayStatus::Discharged { at, to }) {
        return Ok(vec![]);
    }
    stay.require_in_hospital()?;
    if at > now + CLOCK_TOLERANCE {
        return Err(Refusal::InFuture { what: "the discharge".to_owned(), at });
    }
    if at < stay.admitted_at {
        return Err(Refusal::BeforeAdmission { what: "the discharge".to_owned() });
    }
    Ok(vec![Event::PatientDischarged { at, to }])
}

pub(crate) fn cancel(stay: &Stay) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    match stay.status {
        StayStatus::Discharged { .. } => Ok(vec![Event::DischargeCancelled]),
        _ => Ok(vec![]),
    }
}
