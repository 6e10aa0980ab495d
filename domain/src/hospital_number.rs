//! The hospital's own number for a patient.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The local patient identifier: 1 to 20 letters and digits, upper case, as the hospital prints it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HospitalNumber(String);

/// Why a text is no hospital number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("needs 1 to 20 letters, digits, dashes or slashes")]
pub struct NotAHospitalNumber;

impl HospitalNumber {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for HospitalNumber {
    type Err = NotAHospitalNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let legal = number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/'));
        let has_digit = number.chars().any(|c| c.is_ascii_digit());
        if legal && has_digit && number.len() <= 20 { Ok(Self(number)) } else { Err(NotAHospitalNumber) }
    }
}

impl fmt::Display for HospitalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for HospitalNumber {
    type Error = NotAHospitalNumber;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<HospitalNumber> for String {
    fn from(number: HospitalNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("sa 104417", Some("SA104417"))]
    #[case("12067204", Some("12067204"))]
    #[case("A/12-3", Some("A/12-3"))]
    #[case("", None)]
    #[case("n/a", None)]
    #[case("not known", None)]
    #[case("123456789012345678901", None)]
    fn is_letters_and_digits(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(text.parse::<HospitalNumber>().ok().map(|n| n.to_string()).as_deref(), expected);
    }
}
