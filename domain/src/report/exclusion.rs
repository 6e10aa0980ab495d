//! Who is left out of which counts, as a table of rules that a trust edits, and the sentence that says why.
//!
//! The situation report and the discharge ready date statistics leave out different people by design, and are not to be
//! reconciled with each other (`domain.md` 0.6, 3.5). What is not known of a stay excludes nobody.

use serde::{Deserialize, Serialize};

use crate::{AdmissionMethod, AdmittedAs, PatientClassification, WardCode, stay::Destination};

/// Rules in the order in which they are asked; the first that fits gives the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExclusionRules(pub Vec<ExclusionRule>);

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionRule {
    /// Younger than this many years.
    AgeUnder(u32),
    /// A word of the specialty begins like this, in capitals or not: "paediatric" is in "General paediatrics".
    Specialty {
        beginning: String,
        because: String,
    },
    Ward {
        ward: WardCode,
        because: String,
    },
    /// As it counts after the nights of the stay: [`PatientClassification::after`].
    Classification {
        classification: PatientClassification,
        because: String,
    },
    Method {
        method: AdmissionMethod,
        because: String,
    },
    /// Finished without a night here.
    SameDay,
    Died,
    AnotherHospital,
}

/// What a rule asks about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub age: Option<u32>,
    pub specialty: Option<&'a str>,
    pub ward: &'a WardCode,
    pub admitted_as: AdmittedAs,
    /// In midnights.
    pub length_of_stay: u32,
    /// Of a stay that is finished.
    pub destination: Option<Destination>,
}

/// Why a stay is left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    Age { years: u32, under: u32 },
    Specialty { name: String, because: String },
    Ward { because: String },
    Classification { classification: PatientClassification, because: String },
    Method { method: AdmissionMethod, because: String },
    SameDay,
    Died,
    AnotherHospital,
}

impl ExclusionRules {
    /// Of the situation report and the long-stay counts: no children, maternity, mental health, newborn or deceased, no day
    /// cases and regular attenders, and nobody who only changed hospitals (`domain.md` 3.1, 3.5).
    pub fn situation_report() -> Self {
        let departures = [ExclusionRule::Died, ExclusionRule::AnotherHospital];
        Self(std::iter::once(ExclusionRule::AgeUnder(18)).chain(outside_general_and_acute()).chain(departures).collect())
    }

    /// Of the discharge ready date statistics: nobody under 16, no stay without a night, no death or transfer, and general
    /// and acute specialties alone (`domain.md` 0.6, 3.6).
    pub fn ready_date_statistics() -> Self {
        let departures = [ExclusionRule::SameDay, ExclusionRule::Died, ExclusionRule::AnotherHospital];
        Self(std::iter::once(ExclusionRule::AgeUnder(16)).chain(outside_general_and_acute()).chain(departures).collect())
    }

    pub fn exclude(&self, subject: &Subject) -> Option<Exclusion> {
        self.0.iter().find_map(|rule| rule.exclude(subject))
    }
}

const MATERNITY: &str = "maternity care is not counted";
const NEWBORN: &str = "newborn babies are not counted";

/// By specialty, and where that doesn't say it, by how they were admitted.
fn outside_general_and_acute() -> impl Iterator<Item = ExclusionRule> {
    const SPECIALTIES: [(&[&str], &str); 4] = [
        (&["paediatric", "children"], "children's care is not counted"),
        (&["obstetric", "maternity", "midwi"], MATERNITY),
        (&["neonat", "newborn"], NEWBORN),
        (&["psychiatr", "mental health"], "mental health beds are not counted"),
    ];
    let specialty = |beginning: &&str, because: &str| ExclusionRule::Specialty {
        beginning: (*beginning).to_owned(),
        because: because.to_owned(),
    };
    let specialties =
        SPECIALTIES.iter().flat_map(move |(beginnings, because)| beginnings.iter().map(move |it| specialty(it, because)));
    specialties.chain(admitted_for_less())
}

/// Whose admission was never meant for a bed of their own.
fn admitted_for_less() -> impl Iterator<Item = ExclusionRule> {
    const CLASSIFICATIONS: [(PatientClassification, &str); 4] = [
        (PatientClassification::DayCase, "day cases are not counted"),
        (PatientClassification::RegularDay, "regular attenders are not counted"),
        (PatientClassification::RegularNight, "regular attenders are not counted"),
        (PatientClassification::MotherAndBaby, MATERNITY),
    ];
    const METHODS: [(AdmissionMethod, &str); 2] = [(AdmissionMethod::Maternity, MATERNITY), (AdmissionMethod::Birth, NEWBORN)];
    let classifications = CLASSIFICATIONS
        .into_iter()
        .map(|(classification, because)| ExclusionRule::Classification { classification, because: because.to_owned() });
    let methods = METHODS.into_iter().map(|(method, because)| ExclusionRule::Method { method, because: because.to_owned() });
    classifications.chain(methods)
}

impl ExclusionRule {
    fn exclude(&self, subject: &Subject) -> Option<Exclusion> {
        match self {
            Self::AgeUnder(under) => {
                let years = subject.age.filter(|years| years < under)?;
                Some(Exclusion::Age { years, under: *under })
            }
            Self::Specialty { beginning, because } => {
                let name = subject.specialty.filter(|name| has_word_beginning(name, beginning))?;
                Some(Exclusion::Specialty { name: name.to_owned(), because: because.clone() })
            }
            Self::Classification { classification, because } => {
                let counts_as = subject.admitted_as.classification?.after(subject.length_of_stay);
                let excluded = Exclusion::Classification { classification: counts_as, because: because.clone() };
                (counts_as == *classification).then_some(excluded)
            }
            Self::Method { method, because } => {
                let excluded = Exclusion::Method { method: *method, because: because.clone() };
                (subject.admitted_as.method? == *method).then_some(excluded)
            }
            Self::Ward { ward, because } => (ward == subject.ward).then(|| Exclusion::Ward { because: because.clone() }),
            Self::SameDay => (subject.destination.is_some() && subject.length_of_stay == 0).then_some(Exclusion::SameDay),
            Self::Died => (subject.destination == Some(Destination::Died)).then_some(Exclusion::Died),
            Self::AnotherHospital => {
                (subject.destination == Some(Destination::AnotherHospital)).then_some(Exclusion::AnotherHospital)
            }
        }
    }
}

/// Asked of every discharge of years, so without a copy of either.
fn has_word_beginning(name: &str, beginning: &str) -> bool {
    let words = name.char_indices().filter(|(start, _)| !name[..*start].ends_with(char::is_alphanumeric));
    !beginning.is_empty() && words.into_iter().any(|(start, _)| begins_with(&name[start..], beginning))
}

fn begins_with(text: &str, beginning: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    beginning.chars().flat_map(char::to_lowercase).all(|letter| letters.next() == Some(letter))
}

impl Exclusion {
    /// "excluded because the patient is 12, and nobody under 18 is counted".
    pub fn sentence(&self) -> String {
        let because = match self {
            Self::Age { years, under } => format!("the patient is {years}, and nobody under {under} is counted"),
            Self::Specialty { name, because } => format!("the specialty is {name}, and {because}"),
            Self::Ward { because } => because.clone(),
            Self::Classification { classification, because } => {
                format!("the stay is recorded as \u{201c}{}\u{201d}, and {because}", classification.words())
            }
            Self::Method { method, because } => {
                format!("the method of admission is \u{201c}{}\u{201d}, and {because}", method.words())
            }
            Self::SameDay => "the patient left on the day of admission".to_owned(),
            Self::Died => "the patient died".to_owned(),
            Self::AnotherHospital => "the patient went to another hospital".to_owned(),
        };
        format!("excluded because {because}")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// "12|Midwifery|0|died": age, specialty, nights, destination; a dash for what is not known. Behind them the classification
    /// and the method of admission, where there is one.
    fn ask(rules: &ExclusionRules, text: &str) -> Option<String> {
        let fields: Vec<&str> = text.split('|').collect();
        let ward = "cedar".parse().expect("a code");
        let subject = Subject {
            age: fields[0].parse().ok(),
            specialty: Some(fields[1]).filter(|specialty| *specialty != "-"),
            ward: &ward,
            admitted_as: AdmittedAs {
                classification: fields.get(4).and_then(|text| PatientClassification::read(text)),
                method: fields.get(5).and_then(|text| AdmissionMethod::read(text)),
            },
            length_of_stay: fields[2].parse().expect("nights"),
            destination: fields[3].parse().ok(),
        };
        rules.exclude(&subject).map(|exclusion| exclusion.sentence())
    }

    const CHILD: &str = "the patient is 12, and nobody under 18 is counted";

    #[rstest]
    #[case::an_adult("81|Stroke medicine|9|-", None)]
    #[case::just_eighteen("18|Stroke medicine|9|-", None)]
    #[case::nothing_known("-|-|9|-", None)]
    #[case::a_child("12|Stroke medicine|9|-", Some(CHILD))]
    #[case::the_first_rule_speaks("12|Midwifery|9|died", Some(CHILD))]
    #[case::maternity("30|Midwifery|2|-", Some("the specialty is Midwifery, and maternity care is not counted"))]
    #[case::two_words(
        "40|Liaison MENTAL HEALTH|2|-",
        Some("the specialty is Liaison MENTAL HEALTH, and mental health beds are not counted")
    )]
    #[case::not_the_middle_of_a_word("40|Neuropsychiatry|2|-", None)]
    #[case::died("81|-|9|died", Some("the patient died"))]
    #[case::moved_on("81|-|9|another_hospital", Some("the patient went to another hospital"))]
    #[case::a_day_is_enough("81|-|0|home_without_support", None)]
    #[case::an_emergency("81|-|9|-|ordinary|emergency", None)]
    #[case::a_day_case(
        "81|-|0|-|day case|elective",
        Some("the stay is recorded as \u{201c}Day case\u{201d}, and day cases are not counted")
    )]
    #[case::a_day_case_that_stayed_is_an_ordinary_admission("81|-|21|-|day case|elective", None)]
    #[case::dialysis(
        "81|-|0|-|regular day|elective",
        Some("the stay is recorded as \u{201c}Regular day attender\u{201d}, and regular attenders are not counted")
    )]
    #[case::a_night_is_what_was_meant(
        "81|-|1|-|regular night|elective",
        Some("the stay is recorded as \u{201c}Regular night attender\u{201d}, and regular attenders are not counted")
    )]
    #[case::in_labour(
        "30|-|2|-|-|maternity",
        Some("the method of admission is \u{201c}Maternity\u{201d}, and maternity care is not counted")
    )]
    #[case::a_baby_whose_age_nobody_wrote_down(
        "-|-|2|-|ordinary|birth",
        Some("the method of admission is \u{201c}Birth\u{201d}, and newborn babies are not counted")
    )]
    #[case::from_another_hospital("81|-|9|-|ordinary|transfer", None)]
    fn the_situation_report_leaves_out(#[case] who: &str, #[case] because: Option<&str>) {
        let expected = because.map(|because| format!("excluded because {because}"));
        assert_eq!(ask(&ExclusionRules::situation_report(), who), expected);
    }

    #[rstest]
    #[case::sixteen("16|-|3|home_with_support", None)]
    #[case::fifteen("15|-|3|home_with_support", Some("the patient is 15, and nobody under 16 is counted"))]
    #[case::the_same_day("81|-|0|home_with_support", Some("the patient left on the day of admission"))]
    #[case::still_here("81|-|0|-", None)]
    fn the_ready_date_statistics_leave_out(#[case] who: &str, #[case] because: Option<&str>) {
        let expected = because.map(|because| format!("excluded because {because}"));
        assert_eq!(ask(&ExclusionRules::ready_date_statistics(), who), expected);
    }

    #[test]
    fn a_trust_adds_a_ward_and_keeps_the_table_as_json() {
        let because = "a discharge lounge has no beds".to_owned();
        let mut rules = ExclusionRules::situation_report();
        rules.0.insert(0, ExclusionRule::Ward { ward: "cedar".parse().expect("a code"), because });
        let written = serde_json::to_string(&rules).expect("writes");
        let rules: ExclusionRules = serde_json::from_str(&written).expect("reads");
        let expected = Some("excluded because a discharge lounge has no beds".to_owned());
        assert_eq!(ask(&rules, "81|-|9|-"), expected);
    }
}
