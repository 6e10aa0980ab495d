//! A list as read: its headings and its rows, each knowing where it stood.

mod grid;
mod header;
pub(crate) mod reference;

pub(crate) use grid::Grid;
pub(crate) use header::is_near_top;

use crate::Cell;

/// The list that was found in a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name of the sheet within the workbook; none for a .csv.
    pub name: Option<String>,
    /// What stands above the headings, one entry a row: "Ward 7 handover", "Printed by …".
    pub preamble: Vec<String>,
    /// The headings, left to right, without the columns that have none.
    pub header: Vec<HeaderCell>,
    /// The rows below the headings, without entirely empty ones.
    pub rows: Vec<Row>,
}

/// One heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// The heading on one line.
    pub text: String,
    /// The column it stands in, counted from 0.
    pub column: usize,
}

impl HeaderCell {
    /// The column as the spreadsheet program names it: "C".
    pub fn letters(&self) -> String {
        reference::column_letters(self.column)
    }
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The row number that the spreadsheet program shows, from 1, headings and empty rows counted.
    pub number: u32,
    /// The cells from column 0 to the last that is not empty: ragged, so ask [`Row::cell`].
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in a column counted from 0; empty beyond the end of the row.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Where a cell of this row stands: "C7".
    pub fn reference(&self, column: usize) -> String {
        reference::cell_reference(column, self.number)
    }
}
