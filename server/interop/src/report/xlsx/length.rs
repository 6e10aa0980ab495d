//! How long texts may be. Excel counts UTF-16 units.

/// A cell holds no more.
const CELL: usize = 32_767;

/// The description of a chart holds no more.
const DESCRIPTION: usize = 255;

/// As many whole characters of a text as have so many units.
pub fn first(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, letter)| {
        used += letter.len_utf16();
        used > units
    });
    end.map_or(text, |(end, _)| &text[..end])
}

pub fn in_a_cell(text: &str) -> &str {
    first(text, CELL)
}

/// With an ellipsis where something is left out.
pub fn description(text: &str) -> String {
    let fitting = first(text, DESCRIPTION);
    if fitting.len() == text.len() { text.to_owned() } else { format!("{}…", first(text, DESCRIPTION - 1).trim_end()) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Cedar", 9, "Cedar")]
    #[case("Cedar", 3, "Ced")]
    #[case::half_a_face_is_none("a🙂b", 2, "a")]
    #[case("a🙂b", 3, "a🙂")]
    fn no_character_is_split(#[case] text: &str, #[case] units: usize, #[case] kept: &str) {
        assert_eq!(first(text, units), kept);
    }

    #[test]
    fn a_description_that_is_cut_says_so() {
        assert_eq!(description("short"), "short");
        let long = description(&"word ".repeat(100));
        assert!(long.ends_with("word…") && long.encode_utf16().count() <= 255);
    }
}
