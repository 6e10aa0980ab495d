//! Who is left out of which counts, as a table of rules that a trust edits, and the sentence that says why.
//!
//! The situation report and the discharge ready date statistics leave out different people by design, and are not to be
//! reconciled with each other (`domain.md` 0.6, 3.5). An age or a specialty that is not known excludes nobody.

use serde::{Deserialize, Serialize};

use crate::{WardCode, stay::Destination};

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
    SameDay,
    Died,
    AnotherHospital,
}

impl ExclusionRules {
    /// Of the situation report and the long-stay counts: no children, maternity, mental health, newborn or deceased, and
    /// nobody who only changed hospitals (`domain.md` 3.1, 3.5).
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

fn outside_general_and_acute() -> impl Iterator<Item = ExclusionRule> {
    const GROUPS: [(&[&str], &str); 4] = [
        (&["paediatric", "children"], "children's care is not counted"),
        (&["obstetric", "maternity", "midwi"], "maternity care is not counted"),
        (&["neonat", "newborn"], "newborn babies are not counted"),
        (&["psychiatr", "mental health"], "mental health beds are not counted"),
    ];
    GROUPS.iter().flat_map(|(beginnings, because)| {
        beginnings
            .iter()
            .map(|beginning| ExclusionRule::Specialty { beginning: (*beginning).to_owned(), because: (*because).to_owned() })
    })
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

    /// "12|Midwifery|0|died": age, specialty, nights, destination; a dash for what is not known.
    fn ask(rules: &ExclusionRules, text: &str) -> Option<String> {
        let fields: Vec<&str> = text.split('|').collect();
        let ward = "cedar".parse().expect("a code");
        let subject = Subject {
            age: fields[0].parse().ok(),
            specialty: Some(fields[1]).filter(|specialty| *specialty != "-"),
            ward: &ward,
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
