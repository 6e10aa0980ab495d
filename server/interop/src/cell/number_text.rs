//! A number as the spreadsheet program would show it.

/// Spreadsheets keep 15 significant digits; the rest of the float is noise (`0.30000000000000004`).
pub(crate) fn of(number: f64) -> String {
    let kept = format!("{number:.14e}").parse().unwrap_or(number);
    // Adding zero turns "-0" into "0".
    format!("{}", kept + 0.0)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(9_990_000_018.0, "9990000018")]
    #[case(12.5, "12.5")]
    #[case(0.1 + 0.2, "0.3")]
    #[case(-0.0, "0")]
    #[case(-3.0, "-3")]
    #[case(1e15, "1000000000000000")]
    fn no_decimal_point_without_need(#[case] number: f64, #[case] text: &str) {
        assert_eq!(of(number), text);
    }
}
