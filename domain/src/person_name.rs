//! A patient's name, shown as the NHS shows it: `OBI, Amara (Ms)` (`domain.md` 5.6, PAB-0049 to 0053).

use std::fmt;

use serde::{Deserialize, Serialize};

/// Family name, given names, title. Any part may be empty where it is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    pub family: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub given: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
}

const TITLES: [&str; 16] =
    ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame", "Lord", "Lady", "Rev", "Fr", "Sister", "Master", "Baby"];

impl PersonName {
    pub fn new(family: &str, given: &str, title: &str) -> Self {
        Self { family: tidy(family), given: tidy(given), title: tidy(title).trim_end_matches('.').to_owned() }
    }

    /// Reads the ways in which a ward's list writes a name: `OBI, Amara (Ms)`, `Obi, Amara`, `Ms Amara Obi`, `OBI Amara`.
    ///
    /// Without a comma, words in capitals are the family name; without capitals, the last word is.
    pub fn read(text: &str) -> Option<Self> {
        let mut title = String::new();
        let mut rest = tidy(text);
        if let Some(start) = rest.rfind('(')
            && let Some(inner) = rest[start + 1..].strip_suffix(')')
        {
            inner.trim().clone_into(&mut title);
            rest = rest[..start].trim().to_owned();
        }
        if title.is_empty()
            && let Some((first, after)) = rest.split_once(' ')
            && is_title(first)
        {
            first.clone_into(&mut title);
            rest = after.to_owned();
        }
        let (family, given) = match rest.split_once(',') {
            Some((family, given)) => (family.to_owned(), given.to_owned()),
            None => split_unpunctuated(&rest),
        };
        let (given, title) = take_trailing_title(tidy(&given), title);
        let name = Self::new(&family, &given, &title);
        name.family.chars().any(char::is_alphabetic).then_some(name)
    }

    /// "OBI,", "Amara", "(Ms)": a long name wraps between these alone.
    pub fn components(&self) -> Vec<String> {
        let family = if self.family.is_empty() { "Not Known".to_owned() } else { self.family.to_uppercase() };
        let family = if self.given.is_empty() { family } else { format!("{family},") };
        let given = (!self.given.is_empty()).then(|| title_case(&self.given));
        let title = (!self.title.is_empty()).then(|| format!("({})", title_case(&self.title)));
        [family].into_iter().chain(given).chain(title).collect()
    }

    /// "Ms Amara Obi": how a letter addresses somebody; "Not Known" without a name.
    pub fn in_a_letter(&self) -> String {
        let parts = [title_case(&self.title), title_case(&self.given), title_case(&self.family)];
        let name = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
        if name.is_empty() { "Not Known".to_owned() } else { name }
    }

    /// The first letters alone, for data that must not hold the name.
    #[must_use]
    pub fn only_initials(&self) -> Self {
        let first = |part: &str| part.chars().take(1).collect::<String>();
        Self { family: first(&self.family), given: first(&self.given), title: String::new() }
    }

    /// "A.O.": for screens that must not show the name.
    pub fn initials(&self) -> String {
        [&self.given, &self.family].iter().filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).fold(
            String::new(),
            |mut initials, letter| {
                initials.push(letter);
                initials.push('.');
                initials
            },
        )
    }

    /// Letters only, lower case: for comparing how two lists spell one name.
    pub fn folded(&self) -> String {
        let letters = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        format!("{} {}", letters(&self.family), letters(&self.given))
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.components().join(" "))
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
}

fn split_unpunctuated(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split(' ').collect();
    let shouted = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase);
    let capitals: Vec<&str> = words.iter().copied().filter(|word| shouted(word)).collect();
    if !capitals.is_empty() && capitals.len() < words.len() {
        let given: Vec<&str> = words.iter().copied().filter(|word| !shouted(word)).collect();
        return (capitals.join(" "), given.join(" "));
    }
    match text.rsplit_once(' ') {
        Some((given, family)) => (family.to_owned(), given.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

fn take_trailing_title(given: String, title: String) -> (String, String) {
    if !title.is_empty() {
        return (given, title);
    }
    match given.rsplit_once(' ') {
        Some((names, last)) if is_title(last) => (names.to_owned(), last.to_owned()),
        _ => (given, title),
    }
}

/// First letters raised only where the source is all capitals or all small: "`McDONALD`" and "de la Cruz" keep their own.
fn title_case(text: &str) -> String {
    let mixed = text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    if mixed {
        return text.to_owned();
    }
    let mut start = true;
    text.chars()
        .flat_map(|c| {
            let cased: Vec<char> = if start { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
            start = !c.is_alphanumeric() && c != '\u{2019}';
            cased
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("OBI, Amara (Ms)", "OBI, Amara (Ms)")]
    #[case("Obi, Amara", "OBI, Amara")]
    #[case("Ms Amara Obi", "OBI, Amara (Ms)")]
    #[case("Mr. John Smith", "SMITH, John (Mr)")]
    #[case("OBI Amara", "OBI, Amara")]
    #[case("VAN DER BERG Pieter", "VAN DER BERG, Pieter")]
    #[case("o'brien, siobhan mrs", "O'BRIEN, Siobhan (Mrs)")]
    #[case("SMITH,JOHN", "SMITH, John")]
    #[case("  Zoë \u{a0} Nuñez ", "NUÑEZ, Zoë")]
    #[case("Cher", "CHER")]
    fn is_shown_family_first(#[case] written: &str, #[case] shown: &str) {
        assert_eq!(PersonName::read(written).expect("a name").to_string(), shown);
    }

    #[rstest]
    #[case("")]
    #[case("   ")]
    #[case("123")]
    #[case(", Amara")]
    fn nothing_is_read_where_no_name_stands(#[case] written: &str) {
        assert_eq!(PersonName::read(written), None);
    }

    #[test]
    fn a_letter_puts_the_family_name_last() {
        assert_eq!(PersonName::new("OBI", "amara", "ms").in_a_letter(), "Ms Amara Obi");
        assert_eq!(PersonName::new("McDonald", "", "Mr").in_a_letter(), "Mr McDonald");
        assert_eq!(PersonName::default().in_a_letter(), "Not Known");
    }

    #[test]
    fn a_long_name_wraps_between_its_components() {
        assert_eq!(PersonName::new("van der Berg", "Pieter Jan", "mr").components(), ["VAN DER BERG,", "Pieter Jan", "(Mr)"]);
        assert_eq!(PersonName::new("Cher", "", "Ms").components(), ["CHER", "(Ms)"]);
    }

    #[test]
    fn initials_for_the_wall() {
        assert_eq!(PersonName::new("Obi", "Amara", "Ms").initials(), "A.O.");
        assert_eq!(PersonName::default().initials(), "");
    }
}
