//! Admitting a patient: the first event of every stay.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{AdmittedAs, Event, Patient, Place, Refusal, Stay, StayStatus, london, stay::move_bed, text};

/// How far ahead of the server's clock a time from a device or a sheet may lie before it is a mistake.
pub(crate) const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(10);

/// What is known when a patient is admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admission {
    pub patient: Patient,
    pub place: Place,
    pub admitted_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_authority: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_discharge: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "AdmittedAs::is_unknown")]
    pub admitted_as: AdmittedAs,
}

impl Admission {
    /// Of a patient of whom nothing more is known.
    pub fn new(patient: Patient, place: Place, admitted_at: DateTime<Utc>) -> Self {
        Self {
            patient,
            place,
            admitted_at,
            consultant: None,
            specialty: None,
            local_authority: None,
            expected_discharge: None,
            admitted_as: AdmittedAs::default(),
        }
    }
}

pub(crate) fn decide(stay: &Stay, admission: &Admission, now: DateTime<Utc>) -> Result<Vec<Event>, Refusal> {
    if stay.status != StayStatus::BeforeAdmission {
        return Err(Refusal::AlreadyAdmitted);
    }
    if admission.admitted_at > now + CLOCK_TOLERANCE {
        return Err(Refusal::InFuture { what: "the admission".to_owned(), at: admission.admitted_at });
    }
    let admitted_on = london::date(admission.admitted_at);
    if admission.patient.born.is_some_and(|born| born > admitted_on) {
        return Err(Refusal::BornAfterAdmission);
    }
    if admission.expected_discharge.is_some_and(|day| day < admitted_on) {
        return Err(Refusal::BeforeAdmission { what: "the expected date of discharge".to_owned() });
    }
    let tidy = |words: &Option<String>, what| text::optional(words.as_deref().unwrap_or(""), what, text::LABEL);
    let admission = Admission {
        place: move_bed::tidy(&admission.place)?,
        consultant: tidy(&admission.consultant, "the consultant")?,
        specialty: tidy(&admission.specialty, "the specialty")?,
        local_authority: tidy(&admission.local_authority, "the local authority")?,
        ..admission.clone()
    };
    Ok(vec![Event::PatientAdmitted(Box::new(admission))])
}

pub(crate) fn apply(stay: &mut Stay, admission: &Admission) {
    let Admission { patient, place, admitted_at, consultant, specialty, local_authority, expected_discharge, admitted_as } =
        admission.clone();
    stay.patient = patient;
    stay.place = place;
    stay.admitted_at = admitted_at;
    stay.consultant = consultant;
    stay.specialty = specialty;
    stay.local_authority = local_authority;
    stay.expected_discharge = expected_discharge;
    stay.admitted_as = admitted_as;
    stay.status = StayStatus::InHospital;
}
