//! The day in a piece of text, in the ways that wards write it.

use chrono::NaiveDate;

use super::TwoDigitYear;

/// Reads `3/4/26`, `3.4.2026`, `3-Apr-26`, `Fri 3rd April 2026`, `2026-04-03`, `20260403`.
///
/// Day first, always: `04/13/2026` is refused rather than turned round, because a list that
/// mixes both orders would be wrong on its other days without anybody seeing it.
pub(super) fn read(text: &str, years: TwoDigitYear) -> Option<NaiveDate> {
    match *parts(text)?.as_slice() {
        [Number(day, 1..=2), Number(month, 1..=2) | Month(month), year @ Number(..)]
        | [Month(month), Number(day, 1..=2), year @ Number(_, 4)]
        | [year @ Number(_, 4), Number(month, 1..=2) | Month(month), Number(day, 1..=2)] => date(year, month, day, years),
        [Number(all, 8)] => date(Number(all / 10_000, 4), all / 100 % 100, all % 100, years),
        _ => None,
    }
}

/// What a date is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    Month(u32),
}

use Part::{Month, Number};

/// Years written with four digits that a hospital meets; others are slips of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1880..=2199;

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Endings of numbers and small words: 3rd, the 1st of April.
const PASSED_OVER: [&str; 6] = ["st", "nd", "rd", "th", "of", "the"];

/// What may stand between them, hyphens of every length included.
const BETWEEN: [char; 9] = [' ', '/', '.', '-', ',', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'];

fn date(year: Part, month: u32, day: u32, years: TwoDigitYear) -> Option<NaiveDate> {
    let Number(year, digits) = year else {
        return None;
    };
    let year = i32::try_from(year).ok()?;
    match digits {
        2 => years.date(year, month, day),
        4 if YEARS.contains(&year) => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    }
}

/// Splits at everything that is no letter or digit, and between a letter and a digit.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for word in words(text)? {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            parts.push(Number(word.parse().ok()?, word.len()));
        } else if let Some(month) = month(&word) {
            parts.push(Month(month));
        } else if !is_passed_over(&word) {
            return None;
        }
        if parts.len() > 3 {
            return None;
        }
    }
    Some(parts)
}

fn words(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for character in text.chars() {
        if !character.is_ascii_alphanumeric() && !BETWEEN.contains(&character) {
            return None;
        }
        match words.last_mut() {
            Some(word) if is_one_word(last, character) => word.push(character),
            _ if character.is_ascii_alphanumeric() => words.push(character.into()),
            _ => {}
        }
        last = character;
    }
    Some(words.into_iter().map(|word| word.to_lowercase()).collect())
}

fn is_one_word(last: char, next: char) -> bool {
    last.is_ascii_digit() && next.is_ascii_digit() || last.is_ascii_alphabetic() && next.is_ascii_alphabetic()
}

fn month(word: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|month| begins(month, word))?;
    u32::try_from(place + 1).ok()
}

fn is_passed_over(word: &str) -> bool {
    PASSED_OVER.contains(&word) || WEEKDAYS.iter().any(|weekday| begins(weekday, word))
}

/// Short forms of three letters or more: "Sept", "Thurs".
fn begins(whole: &str, word: &str) -> bool {
    word.len() >= 3 && whole.starts_with(word)
}
