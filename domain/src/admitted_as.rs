//! How a patient was admitted: the classification and the method of the NHS data dictionary (`domain.md` 3.8), by its groups.

use serde::{Deserialize, Serialize};

/// What is known of it; a ward's list seldom says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AdmittedAs {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<PatientClassification>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<AdmissionMethod>,
}

/// What the admission was meant to be.
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
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PatientClassification {
    Ordinary,
    DayCase,
    RegularDay,
    RegularNight,
    MotherAndBaby,
}

/// How it came about.
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
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AdmissionMethod {
    Elective,
    Emergency,
    Maternity,
    /// A baby that was born here, or on the way.
    Birth,
    /// From another hospital, and no emergency.
    Transfer,
}

impl AdmittedAs {
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// "Day case, elective"; `None` where neither is known.
    pub fn words(self) -> Option<String> {
        match (self.classification.map(PatientClassification::words), self.method.map(AdmissionMethod::words)) {
            (Some(classification), Some(method)) => Some(format!("{classification}, {}", method.to_lowercase())),
            (Some(words), None) | (None, Some(words)) => Some(words.to_owned()),
            (None, None) => None,
        }
    }

    /// With what `other` says, and this where it says nothing.
    #[must_use]
    pub fn or_as(self, other: Self) -> Self {
        Self { classification: other.classification.or(self.classification), method: other.method.or(self.method) }
    }
}

impl PatientClassification {
    pub fn words(self) -> &'static str {
        match self {
            Self::Ordinary => "Ordinary admission",
            Self::DayCase => "Day case",
            Self::RegularDay => "Regular day attender",
            Self::RegularNight => "Regular night attender",
            Self::MotherAndBaby => "Mother and baby, delivery facilities only",
        }
    }

    /// As it counts after so many nights: who stays longer than was meant is an ordinary admission (NHS data dictionary,
    /// patient classification).
    #[must_use]
    pub fn after(self, nights: u32) -> Self {
        let meant = match self {
            Self::DayCase | Self::RegularDay => 0,
            Self::RegularNight => 1,
            Self::Ordinary | Self::MotherAndBaby => u32::MAX,
        };
        if nights > meant { Self::Ordinary } else { self }
    }

    /// Reads the words, abbreviations and codes that hospitals' lists have.
    pub fn read(text: &str) -> Option<Self> {
        Some(match fold(text).as_str() {
            "1" | "ordinary" | "ordinaryadmission" | "inpatient" | "ip" => Self::Ordinary,
            "2" | "daycase" | "daycaseadmission" | "dc" | "daysurgery" => Self::DayCase,
            "3" | "regularday" | "regulardayattender" | "regulardayadmission" | "rda" => Self::RegularDay,
            "4" | "regularnight" | "regularnightattender" | "regularnightadmission" | "rna" => Self::RegularNight,
            "5" | "motherandbaby" | "motherandbabyusingdeliveryfacilitiesonly" | "deliveryfacilitiesonly" => Self::MotherAndBaby,
            _ => return None,
        })
    }
}

impl AdmissionMethod {
    pub fn words(self) -> &'static str {
        match self {
            Self::Elective => "Elective",
            Self::Emergency => "Emergency",
            Self::Maternity => "Maternity",
            Self::Birth => "Birth",
            Self::Transfer => "Transfer from another hospital",
        }
    }

    /// As [`PatientClassification::read`].
    pub fn read(text: &str) -> Option<Self> {
        Some(match fold(text).as_str() {
            "11" | "12" | "13" | "elective" | "el" | "planned" | "waitinglist" | "booked" => Self::Elective,
            "21" | "22" | "23" | "24" | "25" | "28" | "2a" | "2b" | "2c" | "2d" | "emergency" | "em" | "nonelective" | "nel"
            | "unplanned" | "ae" | "ed" => Self::Emergency,
            "31" | "32" | "maternity" | "antepartum" | "postpartum" => Self::Maternity,
            "82" | "83" | "birth" | "newborn" | "bornhere" => Self::Birth,
            "81" | "transfer" | "transferin" | "transferfromanotherhospital" => Self::Transfer,
            _ => return None,
        })
    }
}

/// Letters and digits alone, in lower case: "Day-case" and "day case" are one.
fn fold(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;
    use crate::command::Admission;

    #[rstest]
    #[case("Day-case", Some(PatientClassification::DayCase))]
    #[case("DC", Some(PatientClassification::DayCase))]
    #[case("1", Some(PatientClassification::Ordinary))]
    #[case("Inpatient", Some(PatientClassification::Ordinary))]
    #[case("Regular day attender", Some(PatientClassification::RegularDay))]
    #[case("4", Some(PatientClassification::RegularNight))]
    #[case("Mother and baby", Some(PatientClassification::MotherAndBaby))]
    #[case("9", None)]
    #[case("", None)]
    fn classifications_as_lists_write_them(#[case] text: &str, #[case] expected: Option<PatientClassification>) {
        assert_eq!(PatientClassification::read(text), expected);
    }

    #[rstest]
    #[case("Elective", Some(AdmissionMethod::Elective))]
    #[case("Non-elective", Some(AdmissionMethod::Emergency))]
    #[case("A&E", Some(AdmissionMethod::Emergency))]
    #[case("2A", Some(AdmissionMethod::Emergency))]
    #[case("12", Some(AdmissionMethod::Elective))]
    #[case("31", Some(AdmissionMethod::Maternity))]
    #[case("82", Some(AdmissionMethod::Birth))]
    #[case("81", Some(AdmissionMethod::Transfer))]
    #[case("99", None)]
    fn methods_as_lists_write_them(#[case] text: &str, #[case] expected: Option<AdmissionMethod>) {
        assert_eq!(AdmissionMethod::read(text), expected);
    }

    #[rstest]
    #[case(PatientClassification::DayCase, 0, PatientClassification::DayCase)]
    #[case(PatientClassification::DayCase, 1, PatientClassification::Ordinary)]
    #[case(PatientClassification::RegularNight, 1, PatientClassification::RegularNight)]
    #[case(PatientClassification::RegularNight, 2, PatientClassification::Ordinary)]
    #[case(PatientClassification::MotherAndBaby, 9, PatientClassification::MotherAndBaby)]
    fn who_stays_longer_than_was_meant_is_an_ordinary_admission(
        #[case] meant: PatientClassification,
        #[case] nights: u32,
        #[case] counts_as: PatientClassification,
    ) {
        assert_eq!(meant.after(nights), counts_as);
    }

    #[test]
    fn every_word_reads_back() {
        for classification in PatientClassification::iter() {
            let words = classification.words().replace(", delivery facilities only", "");
            assert_eq!(PatientClassification::read(&words), Some(classification));
            assert_eq!(<&str>::from(classification).parse(), Ok(classification));
        }
        for method in AdmissionMethod::iter() {
            assert_eq!(AdmissionMethod::read(method.words()), Some(method));
            assert_eq!(<&str>::from(method).parse(), Ok(method));
        }
    }

    /// A log from before there was such a thing replays, and its hashes stay what they are.
    #[test]
    fn an_admission_of_which_nothing_is_known_is_written_as_it_always_was() {
        let logged = r#"{"patient":{"name":{"family":"Lowe"}},"place":{"ward":"maple"},"admitted_at":"2026-03-05T14:32:00Z"}"#;
        let admission: Admission = serde_json::from_str(logged).expect("reads");
        assert!(admission.admitted_as.is_unknown());
        assert!(!serde_json::to_string(&admission).expect("writes").contains("admitted_as"));
    }

    #[test]
    fn what_is_known_is_said() {
        let all = AdmittedAs { classification: Some(PatientClassification::DayCase), method: Some(AdmissionMethod::Elective) };
        assert_eq!(all.words().as_deref(), Some("Day case, elective"));
        assert_eq!(AdmittedAs::default().words(), None);
        let emergency = AdmittedAs { method: Some(AdmissionMethod::Emergency), ..AdmittedAs::default() };
        assert_eq!(all.or_as(emergency).words().as_deref(), Some("Day case, emergency"));
    }
}
