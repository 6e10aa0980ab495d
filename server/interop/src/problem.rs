//! Why a file could not be read, in sentences for a ward clerk.

use domain::count::grouped;
use thiserror::Error;

use crate::limits::{
    HEADER_SEARCH_ROWS, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, MAX_SHEET_CHARACTERS, MAX_UNPACKED_BYTES,
    MAX_UNPACKING, MEGABYTE,
};

/// The file was refused as a whole. Each sentence says what to do next; none repeats the
/// contents of a cell, so it may be shown, stored and logged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SheetProblem {
    /// No bytes, or nothing but white space.
    #[error("This file is empty. Save the list again and choose the new file.")]
    Empty,

    /// Over [`MAX_FILE_BYTES`].
    #[error(
        "This file is larger than {} MB. Copy only the list into a new spreadsheet and choose that file.",
        MAX_FILE_BYTES / MEGABYTE
    )]
    TooLarge,

    /// Over [`MAX_UNPACKED_BYTES`] once unpacked.
    #[error(
        "This spreadsheet unpacks to more than {} MB. Copy only the list into a new spreadsheet and choose that file.",
        MAX_UNPACKED_BYTES / MEGABYTE
    )]
    UnpacksTooLarge,

    /// Over [`MAX_UNPACKING`] times its size once unpacked.
    #[error(
        "This spreadsheet unpacks to more than {MAX_UNPACKING} times its size, as no ward list does. Copy only the list into a new spreadsheet and choose that file."
    )]
    UnpacksTooFar,

    /// The binary format that Excel wrote until 2003.
    #[error("This is an older Excel file (.xls). Open it in Excel and save it as .xlsx or .csv.")]
    OldExcel,

    /// Encrypted; there is nothing to read without the password.
    #[error("This spreadsheet has a password. Save a copy without a password and choose that.")]
    HasPassword,

    /// A PDF, a picture, a web page, a document, another spreadsheet program's own format.
    #[error("This kind of file cannot be read as a list. Open it in the spreadsheet program and save it as .xlsx or .csv.")]
    NotASpreadsheet,

    /// Looks like an .xlsx, and cannot be read to its end.
    #[error("This spreadsheet is damaged or incomplete. Open it in the spreadsheet program and save it again as .xlsx or .csv.")]
    Damaged,

    /// No sheet has two headings in one of its first [`HEADER_SEARCH_ROWS`] rows.
    #[error(
        "No row of headings was found in the first {HEADER_SEARCH_ROWS} rows. Put the headings, such as NHS number and Bed, in one row above the patients."
    )]
    NoHeader,

    /// Over [`MAX_ROWS`].
    #[error("This list has more than {} rows. Split it and import the parts one after the other.", grouped(MAX_ROWS))]
    TooManyRows,

    /// Something stands to the right of column [`MAX_COLUMNS`].
    #[error("Cell {cell} is beyond the {MAX_COLUMNS} columns that can be read. Remove the columns that are not needed.")]
    TooManyColumns {
        /// Where, as the spreadsheet program names it.
        cell: String,
    },

    /// Over [`MAX_CELL_CHARACTERS`]; in a .csv often a quotation mark that is never closed.
    #[error(
        "Cell {cell} holds more than {} characters. Shorten it, or look for a quotation mark that is not closed.",
        grouped(MAX_CELL_CHARACTERS)
    )]
    CellTooLong {
        /// Where, as the spreadsheet program names it.
        cell: String,
    },

    /// Over [`MAX_SHEET_CHARACTERS`].
    #[error(
        "This list holds more than {} characters of text. Split it and import the parts one after the other.",
        grouped(MAX_SHEET_CHARACTERS)
    )]
    TooMuchText,
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(SheetProblem::TooLarge, "10 MB")]
    #[case(SheetProblem::UnpacksTooLarge, "100 MB")]
    #[case(SheetProblem::UnpacksTooFar, "200 times")]
    #[case(SheetProblem::TooManyRows, "20,000 rows")]
    #[case(SheetProblem::TooManyColumns { cell: "GS1".into() }, "200 columns")]
    #[case(SheetProblem::CellTooLong { cell: "C7".into() }, "4,000 characters")]
    #[case(SheetProblem::TooMuchText, "20,000,000 characters")]
    #[case(SheetProblem::NoHeader, "first 20 rows")]
    fn a_limit_names_its_figure(#[case] problem: SheetProblem, #[case] figure: &str) {
        assert!(problem.to_string().contains(figure), "{problem}");
    }
}
