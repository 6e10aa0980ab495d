//! What came, or would come, of a ward's list: row by row, cell by cell.

use serde::{Deserialize, Serialize};

/// The report on one file, of a dry run or of the import itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListReport {
    pub file_name: String,
    pub dry_run: bool,
    /// The columns that were understood, as "C: NHS No".
    pub understood: Vec<String>,
    /// Columns whose heading is none that a ward's list has; they are left out.
    pub ignored: Vec<String>,
    pub rows: Vec<ListRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// As the spreadsheet program shows it.
    pub number: u32,
    pub name: String,
    pub bed: String,
    pub outcome: RowOutcome,
    /// What is set or changed, each a few plain words.
    pub changes: Vec<String>,
    pub problems: Vec<CellProblem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// A new patient on the ward.
    Created,
    Changed,
    /// All of it is already so.
    Unchanged,
    /// Not taken: its problems say why.
    Left,
}

/// Something about one cell, or about the row where `cell` is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// "C7".
    pub cell: String,
    /// The column's heading.
    pub column: String,
    /// What was found, what was expected, what was kept.
    pub message: String,
}

impl ListReport {
    pub fn count(&self, outcome: RowOutcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    pub fn problems(&self) -> usize {
        self.rows.iter().map(|row| row.problems.len()).sum()
    }
}

impl CellProblem {
    /// "row 7, NHS No: 999 123 4567 fails its check digit; kept as text, not used to match".
    pub fn sentence(&self, row: u32) -> String {
        if self.column.is_empty() {
            format!("row {row}: {}", self.message)
        } else {
            format!("row {row}, {}: {}", self.column, self.message)
        }
    }
}
