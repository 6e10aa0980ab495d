//! A file of either kind, read into a [`Sheet`].

use crate::file_kind::FileKind;
use crate::limits::MAX_FILE_BYTES;
use crate::{Sheet, SheetProblem, text_file, workbook};

/// Reads the list in an .xlsx, .csv or tab-separated file.
///
/// The bytes decide which it is, since lists travel under wrong names; `file_name` only helps
/// to turn away a text that is not a list. Of a workbook, the first visible sheet with a row of
/// headings is read; of merged cells, the first holds the value and the others are empty.
///
/// # Errors
///
/// A [`SheetProblem`] refuses the file as a whole. A list with headings and no rows is no error.
pub fn read_sheet(file_name: &str, bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(SheetProblem::TooLarge);
    }
    match FileKind::of(file_name, bytes) {
        FileKind::Workbook => workbook::read(bytes),
        FileKind::Text => text_file::read(bytes),
        FileKind::OldExcel => Err(SheetProblem::OldExcel),
        FileKind::Locked => Err(SheetProblem::HasPassword),
        FileKind::Other => Err(SheetProblem::NotASpreadsheet),
        FileKind::Nothing => Err(SheetProblem::Empty),
    }
}
