//! Why a patient who is ready is still here: the 37 national reasons in force since 27 May 2024 (`domain.md` 3.3).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The five families of the national list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    HospitalProcess,
    WellbeingConcerns,
    CareTransferHubProcess,
    InterfaceProcess,
    Capacity,
}

/// One reason: its stable key, such as `H5`, and its exact national label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DelayReason {
    pub code: DelayReasonCode,
    pub label: &'static str,
}

/// A key of [`REASONS`]: `H1`…`H7`, `W1`…`W4`, `X1`…`X3`, `I1`…`I12`, `C1`…`C11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DelayReasonCode(Letter, u8);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Letter {
    H,
    W,
    X,
    I,
    C,
}

/// Why a text is no delay reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is none of the 37 national reasons, such as H5")]
pub struct NotADelayReason;

impl DelayReasonCode {
    pub fn family(self) -> Family {
        match self.0 {
            Letter::H => Family::HospitalProcess,
            Letter::W => Family::WellbeingConcerns,
            Letter::X => Family::CareTransferHubProcess,
            Letter::I => Family::InterfaceProcess,
            Letter::C => Family::Capacity,
        }
    }

    pub fn label(self) -> &'static str {
        REASONS.iter().find(|reason| reason.code == self).map_or("", |reason| reason.label)
    }
}

impl fmt::Display for DelayReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}{}", self.0, self.1)
    }
}

impl FromStr for DelayReasonCode {
    type Err = NotADelayReason;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        REASONS.iter().map(|reason| reason.code).find(|code| code.to_string() == text).ok_or(NotADelayReason)
    }
}

impl TryFrom<String> for DelayReasonCode {
    type Error = NotADelayReason;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<DelayReasonCode> for String {
    fn from(code: DelayReasonCode) -> Self {
        code.to_string()
    }
}

const fn reason(letter: Letter, number: u8, label: &'static str) -> DelayReason {
    DelayReason { code: DelayReasonCode(letter, number), label }
}

/// The list, in its national order.
pub const REASONS: [DelayReason; 37] = [
    reason(Letter::H, 1, "Awaiting medical review of need for supported discharge"),
    reason(Letter::H, 2, "Awaiting therapy review of need for supported discharge"),
    reason(Letter::H, 3, "Awaiting formal decision to discharge (inc diagnostic test results)"),
    reason(Letter::H, 4, "Awaiting referral to care transfer hub for supported discharge"),
    reason(Letter::H, 5, "Awaiting medicines to take home, discharge letter or other discharge documentation"),
    reason(Letter::H, 6, "Awaiting patient transport services"),
    reason(Letter::H, 7, "Remaining in hospital due to infection prevention and control restrictions"),
    reason(Letter::W, 1, "Issues with discharge destination readiness"),
    reason(Letter::W, 2, "Ongoing safeguarding concern"),
    reason(Letter::W, 3, "Awaiting determination of mental capacity"),
    reason(Letter::W, 4, "Patient /family/carer concerns over discharge readiness"),
    reason(Letter::X, 1, "Waiting for confirmation of immediate care needs and pathway"),
    reason(Letter::X, 2, "Awaiting necessary referrals by care transfer hub"),
    reason(Letter::X, 3, "Awaiting confirmation of funding eligibility"),
    reason(Letter::I, 1, "Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 2, "Other home-based social care service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 3, "Other home-based community health service arrangements still underway (Pathway 1)"),
    reason(Letter::I, 4, "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)"),
    reason(Letter::I, 5, "Residential/nursing home care arrangements still underway (Pathway 3)"),
    reason(Letter::I, 6, "End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)"),
    reason(Letter::I, 7, "Self-funded care package arrangements still underway"),
    reason(Letter::I, 8, "Patient/family/carer choice discussions on package still underway"),
    reason(Letter::I, 9, "Further action requested by agreed provider"),
    reason(Letter::I, 10, "Housing provision arrangement for homelessness still underway (Pathway 0 or 1)"),
    reason(Letter::I, 11, "Homeless with no recourse to public funds"),
    reason(Letter::I, 12, "Out of area discharge arrangements requested but not completed"),
    reason(Letter::C, 1, "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)"),
    reason(Letter::C, 2, "Other home-based social care service not yet available (Pathway 1)"),
    reason(Letter::C, 3, "Other home-based community health services not yet available (Pathway 1)"),
    reason(Letter::C, 4, "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)"),
    reason(Letter::C, 5, "Residential/nursing home care not yet available (Pathway 3)"),
    reason(Letter::C, 6, "End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)"),
    reason(Letter::C, 7, "Mental health admitted patient care not yet available (Pathway 2)"),
    reason(Letter::C, 8, "Equipment and associated training not yet delivered (Pathway 1-3)"),
    reason(Letter::C, 9, "Housing adaptations not yet completed (Pathway 1 or 3)"),
    reason(Letter::C, 10, "Housing provision not yet available (Pathway 0 or 1)"),
    reason(Letter::C, 11, "Awaiting restart of existing social care arrangements (Pathway 0)"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_families_have_their_national_sizes() {
        let mut sizes = BTreeMap::new();
        for reason in &REASONS {
            *sizes.entry(reason.code.family()).or_insert(0) += 1;
        }
        assert_eq!(sizes.into_values().collect::<Vec<_>>(), [7, 4, 3, 12, 11]);
    }

    #[test]
    fn every_code_reads_back() {
        for reason in &REASONS {
            assert_eq!(reason.code.to_string().parse(), Ok(reason.code));
            assert_eq!(reason.code.label(), reason.label);
        }
        assert!("H8".parse::<DelayReasonCode>().is_err());
    }
}
