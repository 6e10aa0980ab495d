//! Bytes ⇄ the rows of a ward's list, and a report as a file.
//!
//! Every ward already has a list, in a spreadsheet. This crate turns such a file into a
//! [`Sheet`] of tidy cells and says in a clerk's words why it cannot. It knows nothing of
//! patients, rules or the database: `service` decides what the rows mean. The other way,
//! [`report`] turns a report into what leaves the building.
//!
//! A file comes from outside, so every size is bounded ([`limits`]) and no input may panic.
//! No problem or expectation ever repeats what a cell holds: those sentences reach logs.

mod cell;
mod file_kind;
pub mod limits;
mod problem;
mod read_sheet;
pub mod report;
mod sheet;
mod text_file;
mod value;
mod workbook;
mod write_csv;

pub use cell::Cell;
pub use problem::SheetProblem;
pub use read_sheet::read_sheet;
pub use sheet::reference::{cell_reference, column_letters};
pub use sheet::{HeaderCell, Row, Sheet};
pub use value::{Expected, TwoDigitYear, read_date, read_date_time, read_yes_no};
pub use write_csv::write_csv;
