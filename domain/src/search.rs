//! Finding a patient by what somebody knows of them: a name, a number, or the bed they lie in.

mod answer;
mod folded;

pub use answer::{SearchAnswer, SearchHit};

use crate::{HospitalNumber, NhsNumber, Stay};
pub(crate) use folded::folded;
use folded::{parts, parts_of_name};

/// Most characters of a text that is searched for.
pub const LONGEST: usize = 100;
/// Fewer digits of a number than this would be those of too many patients.
const FEWEST_DIGITS: usize = 4;
/// Words that people put before a place, and that are no name.
const BEFORE_A_PLACE: [&str; 3] = ["ward", "bay", "bed"];

/// What a patient is found by, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// Their whole NHS number or hospital number.
    Number,
    /// The bed they lie in.
    Place,
    FamilyName,
    GivenName,
    /// The first or last digits of a number.
    PartOfNumber,
}

/// A text that is searched for, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
    /// How many of the words stand before a comma, and so are of the family name.
    of_family: usize,
    /// The text without spaces and dashes, where nothing but digits is left.
    digits: Option<String>,
    hospital_number: Option<HospitalNumber>,
}

/// What one word says of a patient.
enum Word {
    Finds(FoundBy),
    /// Fits, but fits many: a ward, a bay, or the word "bed".
    Narrows,
    Misses,
}

impl Search {
    pub fn of(text: &str) -> Self {
        let of_family = text.split_once(',').map_or(0, |(family, _)| parts(family).count());
        let joined: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}')).collect();
        let is_number = joined.len() >= FEWEST_DIGITS && joined.chars().all(|c| c.is_ascii_digit());
        Self { words: parts(text).collect(), of_family, digits: is_number.then_some(joined), hospital_number: text.parse().ok() }
    }

    /// A single letter would find half the hospital.
    pub fn is_too_short(&self) -> bool {
        self.words.iter().map(|word| word.chars().count()).sum::<usize>() < 2
    }

    /// The NHS number that the text is, if it is one.
    pub fn nhs_number(&self) -> Option<NhsNumber> {
        self.digits.as_ref()?.parse().ok()
    }

    /// What the text would be as a hospital number.
    pub fn hospital_number(&self) -> Option<&HospitalNumber> {
        self.hospital_number.as_ref()
    }

    /// Whether the patient is meant, and by what one knows it. `ward` is the name of the ward they are on.
    pub fn finds(&self, stay: &Stay, ward: &str) -> Option<FoundBy> {
        self.by_number(stay).or_else(|| self.by_words(stay, ward))
    }

    fn by_number(&self, stay: &Stay) -> Option<FoundBy> {
        let nhs_number = stay.patient.nhs_number.map(NhsNumber::digits);
        let by_nhs_number = self.digits.as_ref().zip(nhs_number).and_then(|(typed, number)| part_of(typed, &number));
        let own = self.hospital_number.as_ref().zip(stay.patient.hospital_number.as_ref());
        let by_own = own.and_then(|(typed, number)| beginning_of(typed.as_str(), number.as_str()));
        by_nhs_number.into_iter().chain(by_own).min()
    }

    /// Every word has to fit, and one of them has to say who it is.
    fn by_words(&self, stay: &Stay, ward: &str) -> Option<FoundBy> {
        let mut found = None;
        for (index, typed) in self.words.iter().enumerate() {
            match self.word(index, typed, stay, ward) {
                Word::Finds(by) => found = Some(found.map_or(by, |known: FoundBy| known.min(by))),
                Word::Narrows => {}
                Word::Misses => return None,
            }
        }
        found
    }

    fn word(&self, index: usize, typed: &str, stay: &Stay, ward: &str) -> Word {
        let name = &stay.patient.name;
        let begins = |name: &str| parts_of_name(name).any(|part| part.starts_with(typed));
        let bed = stay.place.bed.as_deref().unwrap_or_default();
        let of_place = |name: &str| parts(name).any(|part| part == typed);
        if (self.of_family == 0 || index < self.of_family) && begins(&name.family) {
            Word::Finds(FoundBy::FamilyName)
        } else if index >= self.of_family && begins(&name.given) {
            Word::Finds(FoundBy::GivenName)
        } else if is_bed(typed, bed) || is_bed_of_ward(typed, bed, ward) {
            Word::Finds(FoundBy::Place)
        } else if BEFORE_A_PLACE.contains(&typed)
            || of_place(ward)
            || of_place(bed)
            || stay.place.bay.as_deref().is_some_and(of_place)
        {
            Word::Narrows
        } else {
            Word::Misses
        }
    }
}

fn part_of(typed: &str, number: &str) -> Option<FoundBy> {
    beginning_of(typed, number).or_else(|| number.ends_with(typed).then_some(FoundBy::PartOfNumber))
}

fn beginning_of(typed: &str, number: &str) -> Option<FoundBy> {
    if typed == number {
        return Some(FoundBy::Number);
    }
    (typed.len() >= FEWEST_DIGITS && number.starts_with(typed)).then_some(FoundBy::PartOfNumber)
}

/// "A4" is the bed A4, and so is "4", which leaves out the bay. Of a "Chair 4" it is the number that tells.
fn is_bed(word: &str, bed: &str) -> bool {
    let tells =
        |part: String| part.ends_with(char::is_numeric) && (part == word || part.trim_start_matches(char::is_alphabetic) == word);
    folded(bed) == word || parts(bed).any(tells)
}

/// "M4": bed 4 of Maple.
fn is_bed_of_ward(typed: &str, bed: &str, ward: &str) -> bool {
    let (ward, bed) = (folded(ward), folded(bed));
    ward.chars().next().and_then(|initial| typed.strip_prefix(initial)).is_some_and(|rest| !rest.is_empty() && rest == bed)
}

#[cfg(test)]
mod tests;
