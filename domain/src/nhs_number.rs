//! The NHS number: ten digits, the last a modulus 11 check (`domain.md` 4.5).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A ten-digit NHS number whose check digit is right. Valid does not mean that it is this patient's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NhsNumber(u64);

/// Why a text is no NHS number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnNhsNumber {
    #[error("needs ten digits, has {0}")]
    WrongLength(usize),
    #[error("has something other than digits, spaces and dashes")]
    NotDigits,
    #[error("fails its check digit")]
    CheckDigit,
    #[error("is one digit ten times over")]
    AllDigitsEqual,
}

impl NhsNumber {
    /// Numbers starting 999 are for tests and demonstrations and are never issued to a person.
    pub fn is_test(self) -> bool {
        self.0 / 10_000_000 == 999
    }

    /// The number whose first nine digits are `stem`, or `None` where no check digit fits (one stem in eleven).
    pub fn from_stem(stem: u32) -> Option<Self> {
        let digits = digits_of(u64::from(stem) * 10);
        let check = check_digit(&digits)?;
        Self::from_str(&format!("{stem:09}{check}")).ok()
    }

    /// Ten digits without spaces, as they are stored and sent.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }
}

impl FromStr for NhsNumber {
    type Err = NotAnNhsNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digits = [0_u8; 10];
        let mut length = 0;
        for character in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}')) {
            let digit = character.to_digit(10).ok_or(NotAnNhsNumber::NotDigits)?;
            if let Some(place) = digits.get_mut(length) {
                *place = u8::try_from(digit).unwrap_or_default();
            }
            length += 1;
        }
        if length != 10 {
            return Err(NotAnNhsNumber::WrongLength(length));
        }
        if digits.iter().all(|digit| *digit == digits[0]) {
            return Err(NotAnNhsNumber::AllDigitsEqual);
        }
        if check_digit(&digits) != Some(digits[9]) {
            return Err(NotAnNhsNumber::CheckDigit);
        }
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))))
    }
}

/// Steps 2 to 5 of `domain.md` 4.5; `None` where the check would be 10.
fn check_digit(digits: &[u8; 10]) -> Option<u8> {
    let sum: u32 = digits.iter().zip((2..=10_u32).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    match 11 - sum % 11 {
        11 => Some(0),
        10 => None,
        check => u8::try_from(check).ok(),
    }
}

fn digits_of(mut number: u64) -> [u8; 10] {
    let mut digits = [0; 10];
    for place in digits.iter_mut().rev() {
        *place = u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
    }
    digits
}

/// 3-3-4 with single spaces, as the NHS displays it.
impl fmt::Display for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        write!(f, "{} {} {}", &digits[..3], &digits[3..6], &digits[6..])
    }
}

impl TryFrom<String> for NhsNumber {
    type Error = NotAnNhsNumber;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<NhsNumber> for String {
    fn from(number: NhsNumber) -> Self {
        number.digits()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("9990000018", Ok("999 000 0018"))]
    #[case("999 000 0026", Ok("999 000 0026"))]
    #[case("999-000-0034", Ok("999 000 0034"))]
    #[case(" 999\u{a0}000\u{a0}0042 ", Ok("999 000 0042"))]
    #[case("999 000 0050", Ok("999 000 0050"))]
    #[case("999 000 0158", Ok("999 000 0158"))]
    #[case("999 123 4567", Err(NotAnNhsNumber::CheckDigit))]
    #[case("999 000 0019", Err(NotAnNhsNumber::CheckDigit))]
    #[case("0000000000", Err(NotAnNhsNumber::AllDigitsEqual))]
    #[case("1111111111", Err(NotAnNhsNumber::AllDigitsEqual))]
    #[case("9999999999", Err(NotAnNhsNumber::AllDigitsEqual))]
    #[case("999000001", Err(NotAnNhsNumber::WrongLength(9)))]
    #[case("99900000180", Err(NotAnNhsNumber::WrongLength(11)))]
    #[case("", Err(NotAnNhsNumber::WrongLength(0)))]
    #[case("999000001X", Err(NotAnNhsNumber::NotDigits))]
    #[case("SMITH, John", Err(NotAnNhsNumber::NotDigits))]
    fn is_ten_digits_with_a_right_check(#[case] text: &str, #[case] expected: Result<&str, NotAnNhsNumber>) {
        assert_eq!(text.parse::<NhsNumber>().map(|n| n.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn a_stem_gets_its_check_digit_or_none() {
        assert_eq!(NhsNumber::from_stem(999_000_001).map(NhsNumber::digits).as_deref(), Some("9990000018"));
        let without = (999_000_000..999_011_000).filter(|stem| NhsNumber::from_stem(*stem).is_none()).count();
        assert_eq!(without, 1_000, "one stem in eleven has no check digit");
    }

    #[test]
    fn the_test_range_is_known() {
        assert!("9990000018".parse::<NhsNumber>().is_ok_and(NhsNumber::is_test));
        assert!("9434765919".parse::<NhsNumber>().is_ok_and(|number| !number.is_test()));
    }
}
