//! Correcting who the patient is, and taking back a stay that was recorded by mistake.

use chrono::{DateTime, Utc};

use crate::{Event, Patient, Refusal, Stay, StayStatus, text};

pub(crate) fn identity(stay: &Stay, patient: &Patient, now: DateTime<Utc>) -> Result<Vec<Event>, Refusal> {
    stay.require_admitted()?;
    if patient.id != stay.patient.id {
        return Err(Refusal::AnotherPatient);
    }
    if patient.born.is_some_and(|born| born > crate::london::date(stay.admitted_at.min(now))) {
        return Err(Refusal::BornAfterAdmission);
    }
    if *patient == stay.patient {
        return Ok(vec![]);
    }
    Ok(vec![Event::IdentityCorrected(Box::new(patient.clone()))])
}

pub(crate) fn void(stay: &Stay, reason: &str) -> Result<Vec<Event>, Refusal> {
    match stay.status {
        StayStatus::BeforeAdmission => Err(Refusal::NotAdmitted),
        StayStatus::Voided { .. } => Ok(vec![]),
        StayStatus::InHospital | StayStatus::Discharged { .. } => {
            Ok(vec![Event::StayVoided { reason: text::required(reason, "the reason", text::REASON)? }])
        }
    }
}
