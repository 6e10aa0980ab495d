//! Numbers whose leading zeros exist only in the cell's format: `0000000` shows 42 as 0000042.
//!
//! Hospital numbers are kept like this, and without the zeros they are other numbers.

/// What the cell shows, where its format is nothing but two or more zeros.
pub(super) fn shown(number: f64, format: Option<&str>) -> Option<String> {
    let width = format?.len();
    let is_padding = width > 1 && format?.bytes().all(|byte| byte == b'0');
    let is_whole = number >= 0.0 && number.fract() == 0.0;
    (is_padding && is_whole).then(|| format!("{number:0>width$}"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(42.0, Some("0000000"), Some("0000042"))]
    #[case(12_345.0, Some("000"), Some("12345"))]
    #[case(42.0, Some("0"), None)]
    #[case(42.5, Some("0000"), None)]
    #[case(-42.0, Some("0000"), None)]
    #[case(42.0, Some("0.00"), None)]
    #[case(42.0, None, None)]
    fn zeros_of_the_format_are_shown(#[case] number: f64, #[case] format: Option<&str>, #[case] text: Option<&str>) {
        assert_eq!(shown(number, format).as_deref(), text);
    }
}
