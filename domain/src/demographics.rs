//! Who the patient is.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{HospitalNumber, NhsNumber, PatientId, PersonName, clinical_time};

/// The person, as far as the board needs to know them: enough to identify, nothing clinical.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patient {
    /// Absent in the rows of a board, which name the stay.
    #[serde(default, skip_serializing_if = "PatientId::is_default")]
    pub id: PatientId,
    pub name: PersonName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nhs_number: Option<NhsNumber>,
    /// Absent in the rows of a board, which show the NHS number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hospital_number: Option<HospitalNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Sex::is_not_known")]
    pub sex: Sex,
}

/// As recorded by the hospital; always shown as a word, never as a code (`domain.md` 5.6).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumString)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    #[strum(serialize = "female")]
    Female,
    #[strum(serialize = "male")]
    Male,
    #[strum(serialize = "indeterminate")]
    Indeterminate,
    #[default]
    #[strum(serialize = "not known")]
    NotKnown,
}

impl Sex {
    pub fn word(self) -> &'static str {
        match self {
            Self::Female => "Female",
            Self::Male => "Male",
            Self::Indeterminate => "Indeterminate",
            Self::NotKnown => "Not Known",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_not_known(&self) -> bool {
        *self == Self::NotKnown
    }
}

impl Patient {
    /// Whole years on `today`; `None` where the date of birth is not known or in the future.
    ///
    /// Someone born on 29 February has their birthday on 1 March in other years.
    pub fn age(&self, today: NaiveDate) -> Option<u32> {
        age(self.born?, today)
    }

    /// `999 028 8371`; "Not Known" without one (`domain.md` 5.6, PAB-0019).
    pub fn nhs_number_in_words(&self) -> String {
        self.nhs_number.map_or_else(|| "Not Known".to_owned(), |number| number.to_string())
    }

    /// `14-Jul-1945 (81y)`, to stand behind the label "Born" (`domain.md` 5.6, PAB-0034); "Not Known" without a date.
    pub fn born_in_words(&self, today: NaiveDate) -> String {
        let Some(born) = self.born else {
            return "Not Known".to_owned();
        };
        let age = self.age(today).map(|years| format!(" ({years}y)")).unwrap_or_default();
        format!("{}{age}", clinical_time::date(born))
    }
}

/// [`Patient::age`] of somebody who was born on a day.
pub(crate) fn age(born: NaiveDate, today: NaiveDate) -> Option<u32> {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    let years = today.year() - born.year() - i32::from(!had_birthday);
    u32::try_from(years).ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[rstest]
    #[case("1945-07-14", "2026-07-13", Some(80))]
    #[case("1945-07-14", "2026-07-14", Some(81))]
    #[case("2000-02-29", "2026-02-28", Some(25))]
    #[case("2000-02-29", "2026-03-01", Some(26))]
    #[case("2026-11-22", "2026-11-22", Some(0))]
    #[case("2026-11-23", "2026-11-22", None)]
    fn age_is_in_whole_years(#[case] born: &str, #[case] today: &str, #[case] expected: Option<u32>) {
        let patient = Patient {
            id: PatientId(Uuid::nil()),
            name: PersonName::default(),
            nhs_number: None,
            hospital_number: None,
            born: Some(day(born)),
            sex: Sex::NotKnown,
        };
        assert_eq!(patient.age(day(today)), expected);
    }

    #[test]
    fn born_stands_with_the_age() {
        let mut patient = Patient {
            id: PatientId(Uuid::nil()),
            name: PersonName::default(),
            nhs_number: None,
            hospital_number: None,
            born: Some(day("1945-07-14")),
            sex: Sex::NotKnown,
        };
        assert_eq!(patient.born_in_words(day("2026-07-14")), "14-Jul-1945 (81y)");
        patient.born = None;
        assert_eq!(patient.born_in_words(day("2026-07-14")), "Not Known");
    }
}
