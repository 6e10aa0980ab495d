//! A report as a workbook: a sheet that says what it is, one for each table with its chart, and one of definitions.
//!
//! Days are dates, figures are unrounded numbers with a format, and texts are never formulas. There is no macro, and no
//! property beyond the title, who, when and the classification (`domain.md` 6.2, 16, `[I]`).

mod about;
mod book;
mod chart;
mod definitions;
mod length;
mod long_list;
mod sheet_name;
mod table;

use std::slice;

use domain::report::Report;

use self::{book::Book, sheet_name::SheetNames};
use super::ExportError;

pub use long_list::xlsx_list;

/// A sheet a section, between one that says what the workbook is and one of definitions.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, ExportError> {
    xlsx_pack(&report.title, slice::from_ref(report))
}

/// Several reports in one workbook, for a board.
pub fn xlsx_pack(title: &str, reports: &[Report]) -> Result<Vec<u8>, ExportError> {
    let mut book = Book::new(title, reports);
    let mut names = SheetNames::default();
    let [about, definitions] = [about::NAME, definitions::NAME].map(|name| names.take(name));
    let sections = reports.iter().flat_map(|report| &report.sections);
    let sheets: Vec<_> = sections.map(|section| (names.take(&section.heading), section)).collect();

    about::write(&mut book, &about, reports, &mut sheets.iter().map(|(name, _)| name.as_str()))?;
    for (name, section) in &sheets {
        table::write(&mut book, name, section)?;
    }
    let figures = reports.iter().flat_map(Report::figures);
    definitions::write(&mut book, &definitions, figures)?;
    Ok(book.workbook.save_to_buffer()?)
}
