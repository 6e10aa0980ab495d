//! One cell of a list: what the spreadsheet stored, made tidy.

mod number_text;
pub(crate) mod tidy;

use chrono::{NaiveDate, NaiveDateTime};

use tidy::tidy;

/// What a cell holds. A .csv has only [`Cell::Text`] and [`Cell::Empty`].
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or only white space.
    #[default]
    Empty,
    /// Text without white space around it; line breaks inside are `\n`. Never empty.
    Text(String),
    /// A finite number. It may be a date without a date format: see [`crate::read_date`].
    Number(f64),
    /// A date, as formatted in the spreadsheet.
    Date(NaiveDate),
    /// A date and a time of day other than midnight, as the wall clock shows it.
    DateTime(NaiveDateTime),
    /// An error of the spreadsheet, such as `#REF!`.
    Error(String),
}

impl Cell {
    /// A cell of text, tidied; empty where only white space is left.
    pub fn text(text: &str) -> Self {
        let text = tidy(text);
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// True where there is nothing to read.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell as a person would read it: `05-Mar-2026 14:30`, `9990000018`, and nothing for
    /// an empty cell. Dates are unambiguous rather than as formatted in the spreadsheet.
    pub fn as_text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number_text::of(*number),
            Self::Date(date) => date.format("%d-%b-%Y").to_string(),
            Self::DateTime(at) => at.format("%d-%b-%Y %H:%M").to_string(),
        }
    }

    /// Text that could be a heading: it has a letter in it.
    pub(crate) fn is_wording(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().any(char::is_alphabetic))
    }

    /// Characters of text held, for the limits; other cells are small.
    pub(crate) fn characters(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.chars().count(),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use rstest::rstest;

    use super::*;

    fn fifth_of_march() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 5).unwrap()
    }

    #[rstest]
    #[case(Cell::Empty, "")]
    #[case(Cell::text("\u{a0} Bay A\u{a0}"), "Bay A")]
    #[case(Cell::Number(9_990_000_018.0), "9990000018")]
    #[case(Cell::Number(12.5), "12.5")]
    #[case(Cell::Date(fifth_of_march()), "05-Mar-2026")]
    #[case(
        Cell::DateTime(fifth_of_march().and_time(NaiveTime::from_hms_opt(14, 30, 0).unwrap())),
        "05-Mar-2026 14:30"
    )]
    #[case(Cell::Error("#REF!".into()), "#REF!")]
    fn a_cell_reads_as_a_person_would(#[case] cell: Cell, #[case] text: &str) {
        assert_eq!(cell.as_text(), text);
    }

    #[test]
    fn white_space_alone_is_an_empty_cell() {
        assert_eq!(Cell::text(" \u{a0}\u{200b}\t\n"), Cell::Empty);
    }
}
