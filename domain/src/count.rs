//! Numbers, and numbers of things, as people read them.

use std::fmt::Display;

/// A number with a comma between its thousands: "1234" is "1,234", "-1234.5" is "-1,234.5".
///
/// Source: NHS digital service manual, content guide, numbers.
pub fn grouped(number: impl Display) -> String {
    let digits = number.to_string();
    let first = usize::from(digits.starts_with('-'));
    let end = digits.find('.').unwrap_or(digits.len());
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > first && place < end && (end - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "1 patient", "1,200 patients".
pub fn counted<N: Display + PartialEq + From<u8>>(count: N, one: &str, many: &str) -> String {
    if count == N::from(1) { format!("1 {one}") } else { format!("{} {many}", grouped(count)) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0", "0")]
    #[case("200", "200")]
    #[case("999", "999")]
    #[case("1000", "1,000")]
    #[case("4000", "4,000")]
    #[case("28387", "28,387")]
    #[case("1209522", "1,209,522")]
    #[case("123456789", "123,456,789")]
    #[case("-999", "-999")]
    #[case("-1234.5", "-1,234.5")]
    #[case("1234.5678", "1,234.5678")]
    #[case("inf", "inf")]
    fn thousands_are_told_apart(#[case] digits: &str, #[case] expected: &str) {
        assert_eq!(grouped(digits), expected);
    }

    #[rstest]
    #[case(0, "0 patients")]
    #[case(1, "1 patient")]
    #[case(1_200, "1,200 patients")]
    fn one_thing_is_told_from_many(#[case] count: u32, #[case] expected: &str) {
        assert_eq!(counted(count, "patient", "patients"), expected);
    }
}
