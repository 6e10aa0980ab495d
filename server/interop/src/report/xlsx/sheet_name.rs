//! Names that Excel accepts for sheets.

use std::collections::BTreeSet;

use super::length::first;

/// A name is no longer.
const LONGEST: usize = 31;

/// The names that a workbook has so far, in lower case.
#[derive(Debug, Default)]
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name as near to the heading as Excel allows, that no other sheet has.
    pub fn take(&mut self, heading: &str) -> String {
        let plain: String = heading.chars().map(allowed).collect();
        let plain = plain.trim_matches(['\'', ' ']);
        // Excel keeps this one for itself.
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Sheet" } else { plain };
        let mut endings = std::iter::once(String::new()).chain((2..).map(|number| format!(" ({number})")));
        loop {
            let ending = endings.next().unwrap_or_default();
            let room = LONGEST - ending.chars().count();
            let name = format!("{}{ending}", first(plain, room).trim_end_matches(['\'', ' ']));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
    }
}

fn allowed(letter: char) -> char {
    if letter.is_control() || matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { letter }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;
    use rust_xlsxwriter::Workbook;

    use super::*;

    #[rstest]
    #[case("Long stays", "Long stays")]
    #[case("Delays by reason, in the order of bed days", "Delays by reason, in the order")]
    #[case("7+/14+/21+", "7+ 14+ 21+")]
    #[case("'History'", "Sheet")]
    #[case("", "Sheet")]
    fn a_heading_becomes_a_name(#[case] heading: &str, #[case] name: &str) {
        assert_eq!(SheetNames::default().take(heading), name);
    }

    #[test]
    fn two_sheets_never_share_a_name() {
        let mut names = SheetNames::default();
        let taken = ["Delays", "delays", "Delays"].map(|heading| names.take(heading));
        assert_eq!(taken, ["Delays", "delays (2)", "Delays (3)"]);
    }

    proptest! {
        #[test]
        fn excel_takes_every_name(headings in proptest::collection::vec("\\PC{0,40}", 1..6)) {
            let (mut names, mut workbook) = (SheetNames::default(), Workbook::new());
            for heading in headings {
                workbook.add_worksheet().set_name(names.take(&heading)).expect("a name");
            }
            workbook.save_to_buffer().expect("names that differ");
        }
    }
}
