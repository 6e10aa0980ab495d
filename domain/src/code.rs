//! Codes of a trust's own lists: texts that are short enough for an address and can be read in the log.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident or $error:ident: $longest:literal, $is_legal:expr, $expected:literal);+ $(;)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        #[doc = concat!("Why a text is no `", stringify!($name), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($expected)]
        pub struct $error;

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let is_legal: fn(char) -> bool = $is_legal;
                if (1..=$longest).contains(&text.len()) && text.chars().all(is_legal) { Ok(Self(text)) } else { Err($error) }
            }
        }

        impl FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.to_owned().try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
    )+};
}

codes! {
    /// A ward's short name in addresses and logs: lower-case letters, digits and dashes, such as `ward-3b`.
    WardCode or NotAWardCode: 40, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-',
        "a ward's code is 1 to 40 lower-case letters, digits and dashes";
    /// A team's short name, such as `PHA` or `ICB-CHC`: upper-case letters, digits and dashes.
    TeamCode or NotATeamCode: 12, |c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-',
        "a team's code is 1 to 12 upper-case letters, digits and dashes";
    /// A task kind's code, such as `T06`: upper-case letters and digits.
    KindCode or NotAKindCode: 12, |c| c.is_ascii_uppercase() || c.is_ascii_digit(),
        "a task kind's code is 1 to 12 upper-case letters and digits";
}

impl WardCode {
    /// Where a patient is before the admission says where.
    pub(crate) fn nowhere() -> Self {
        Self(String::new())
    }

    /// The code that a ward's name suggests: "Ward 3B (Stroke)" is `ward-3b-stroke`.
    pub fn from_name(name: &str) -> Result<Self, NotAWardCode> {
        let dashed: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
        dashed.split_whitespace().collect::<Vec<_>>().join("-").parse()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Ward 3B (Stroke)", "ward-3b-stroke")]
    #[case("AMU", "amu")]
    fn a_ward_gets_a_code_from_its_name(#[case] name: &str, #[case] code: &str) {
        assert_eq!(WardCode::from_name(name).expect("a code").as_str(), code);
    }

    #[rstest]
    #[case("")]
    #[case("Ward 3")]
    #[case("../etc")]
    fn other_texts_are_no_ward_code(#[case] text: &str) {
        assert!(text.parse::<WardCode>().is_err());
    }

    #[rstest]
    #[case("T06", true)]
    #[case("t06", false)]
    #[case("ICB-CHC", false)]
    #[case("", false)]
    #[case("ABCDEFGHIJKL1", false)]
    fn a_code_is_held_against_its_rule_however_it_arrives(#[case] text: &str, #[case] is_legal: bool) {
        assert_eq!(text.parse::<KindCode>().is_ok(), is_legal);
        assert_eq!(serde_json::from_value::<KindCode>(text.into()).is_ok(), is_legal);
    }

    #[test]
    fn a_partner_has_a_dash() {
        assert_eq!("ICB-CHC".parse::<TeamCode>().expect("a code").to_string(), "ICB-CHC");
    }
}
