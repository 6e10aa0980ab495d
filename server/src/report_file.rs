//! Reports as a file, in the format that the file's ending names.

use domain::report::Report;
use interop::report::{self as files, ExportError};

/// How reports are written under one ending.
pub struct Format {
    pub ending: &'static str,
    /// What a browser is told that it is.
    pub kind: &'static str,
    /// The file's bytes, of reports under a title that they have together.
    pub write: fn(&str, &[Report]) -> Result<Vec<u8>, ExportError>,
}

const CSV: Format = Format {
    ending: "csv",
    kind: "text/csv; charset=utf-8",
    write: |_, reports| Ok(reports.iter().flat_map(files::csv).collect()),
};
const XLSX: Format =
    Format { ending: "xlsx", kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: files::xlsx_pack };
const PDF: Format = Format { ending: "pdf", kind: "application/pdf", write: files::pdf_pack };

/// `None` for an ending that names no format, and for several reports as CSV, which is a single table.
pub fn format_of(ending: &str, reports: usize) -> Option<Format> {
    match ending {
        "csv" if reports == 1 => Some(CSV),
        "xlsx" => Some(XLSX),
        "pdf" => Some(PDF),
        _ => None,
    }
}
