//! What leaves the building: a report as a file for a spreadsheet, and as a page for a meeting.
//!
//! Every file says what was asked, when it was counted, by whom, how it is classified, and what its figures mean. A link
//! leads to a page of this server, and leaves the building as its words.

mod csv;
mod list;
mod note;
mod pdf;
mod xlsx;

pub use self::csv::{csv, csv_list};
pub use self::list::List;
pub use self::pdf::{pdf, pdf_pack};
pub use self::xlsx::{xlsx, xlsx_list, xlsx_pack};

/// Why a report didn't become a file. No sentence repeats what a cell holds.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the workbook could not be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A page that a screen reader can't read doesn't leave.
    #[error("the pages are not PDF/UA-1: {0}")]
    NotAccessible(String),
    #[error("the file could not be written: {0}")]
    Write(#[from] std::io::Error),
}
