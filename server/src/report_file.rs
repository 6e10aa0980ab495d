//! A report as a file, in the format that the file's ending names.

use domain::report::Report;
use interop::report::{self as files, ExportError};

/// What a browser is told that it is, and its bytes.
pub struct ReportFile {
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// `None` for an ending that names no format.
pub fn write(report: &Report, ending: &str) -> Option<Result<ReportFile, ExportError>> {
    let (kind, bytes) = match ending {
        "csv" => ("text/csv; charset=utf-8", Ok(files::csv(report))),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files::xlsx(report)),
        "pdf" => ("application/pdf", files::pdf(report)),
        _ => return None,
    };
    Some(bytes.map(|bytes| ReportFile { kind, bytes }))
}
