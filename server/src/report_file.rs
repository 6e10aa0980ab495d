//! Reports as a file, in the format that the file's ending names.

use domain::report::Report;
use interop::report::{self as files, ExportError};

/// What a browser is told that it is, and its bytes.
pub struct ReportFile {
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// `None` for an ending that names no format, and for several reports as CSV, which is one table after the other.
pub fn write(title: &str, reports: &[Report], ending: &str) -> Option<Result<ReportFile, ExportError>> {
    let (kind, bytes) = match (ending, reports) {
        ("csv", [report]) => ("text/csv; charset=utf-8", Ok(files::csv(report))),
        ("xlsx", reports) => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files::xlsx_pack(title, reports))
        }
        ("pdf", reports) => ("application/pdf", files::pdf_pack(title, reports)),
        _ => return None,
    };
    Some(bytes.map(|bytes| ReportFile { kind, bytes }))
}
