//! The cells of one row, by what they are about; and where each stands, for those who have to correct it.

use domain::list::CellProblem;
use interop::{Cell, Row};

use super::{columns::Columns, topic::Topic};

/// A row, seen through its list's headings.
#[derive(Clone, Copy)]
pub(super) struct RowCells<'a> {
    pub row: &'a Row,
    pub columns: &'a Columns,
}

/// A cell with something in it.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    pub cell: &'a Cell,
    pub text: String,
    pub at: At,
}

/// Where a cell stands. Empty for the row as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct At {
    pub cell: String,
    pub column: String,
}

/// A value, and the cell that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told<T> {
    pub value: T,
    pub at: At,
}

/// Longest piece of a cell that a message repeats, in characters.
const QUOTED: usize = 60;

impl<'a> RowCells<'a> {
    /// The first filled cell about `topic`. A second one that says something else is a problem, and so is a cell in which the
    /// spreadsheet shows an error.
    pub(super) fn find(&self, topic: &Topic, problems: &mut Vec<CellProblem>) -> Option<Found<'a>> {
        let mut taken: Option<Found<'a>> = None;
        for column in self.columns.about(topic) {
            let cell = self.row.cell(column.index);
            let text = cell.as_text();
            let at = At { cell: self.row.reference(column.index), column: column.heading.clone() };
            if let Cell::Error(error) = cell {
                problems.push(at.problem(format!("{error} is an error of the spreadsheet; nothing taken from it")));
            } else if let Some(taken) = taken.as_ref().filter(|taken| !is_blank(&text) && taken.text != text) {
                problems.push(at.problem(format!("{} says something else and was taken; this cell left out", taken.at.cell)));
            } else if taken.is_none() && !is_blank(&text) {
                taken = Some(Found { cell, text, at });
            }
        }
        taken
    }
}

impl Found<'_> {
    /// Words for "nobody knows yet": not a value, and not a mistake either.
    pub(super) fn is_unknown(&self) -> bool {
        let folded = self.text.to_lowercase();
        matches!(folded.trim_matches(['.', ' ']), "?" | "tbc" | "tba" | "n/k" | "nk" | "n/a" | "na" | "nil" | "none")
            || matches!(folded.as_str(), "not known" | "unknown" | "not recorded" | "awaited")
    }

    pub(super) fn told<T>(&self, value: T) -> Told<T> {
        Told { value, at: self.at.clone() }
    }

    /// The text for a message, cut where it is long.
    pub(super) fn quoted(&self) -> String {
        quoted(&self.text)
    }
}

impl At {
    pub(super) fn problem(&self, message: impl Into<String>) -> CellProblem {
        CellProblem { cell: self.cell.clone(), column: self.column.clone(), message: message.into() }
    }
}

pub(super) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    line.chars().take(QUOTED).chain(['\u{2026}']).collect()
}

/// Empty, or only the dash that says "nothing here".
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}'))
}
