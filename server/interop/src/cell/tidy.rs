//! Text without the white space that nobody typed on purpose.

/// Turns every kind of space into a plain one, every kind of line break into `\n`, drops what
/// cannot be seen, and trims. What remains compares equal to what the person sees.
pub(crate) fn tidy(text: &str) -> String {
    let plain: String = text.replace("\r\n", "\n").chars().filter_map(plain).collect();
    plain.trim().to_owned()
}

/// One line of it: headings are compared by their words, however they are wrapped.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        space if space.is_whitespace() => Some(' '),
        hidden if hidden.is_control() => None,
        shown => Some(shown),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("  Bay A ", "Bay A")]
    #[case("\u{a0}999\u{a0}000\u{202f}0018\u{a0}", "999 000 0018")]
    #[case("\u{feff}NHS\u{200b} number", "NHS number")]
    #[case("12 Mill Lane\r\nHomeward\rHW1", "12 Mill Lane\nHomeward\nHW1")]
    #[case("Bed\t4\u{7}", "Bed 4")]
    #[case("Zoë", "Zoë")]
    fn stray_space_goes(#[case] typed: &str, #[case] tidied: &str) {
        assert_eq!(tidy(typed), tidied);
    }

    #[test]
    fn a_wrapped_heading_is_one_line() {
        assert_eq!(one_line("Expected\nDate  of\nDischarge"), "Expected Date of Discharge");
    }
}
