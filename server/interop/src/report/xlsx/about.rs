//! The first sheet: what the workbook is, and where everything stands.

use domain::report::Report;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::{
    book::{Book, Formats},
    length::in_a_cell,
};
use crate::report::note;

pub const NAME: &str = "About";

/// Each report's note on itself, and what its sections say, with a link to the sheet of each. The sheets are those of all
/// sections in their order.
pub fn write<'a>(
    book: &mut Book,
    name: &str,
    reports: &[Report],
    sheets: &mut impl Iterator<Item = &'a str>,
) -> Result<(), XlsxError> {
    let (sheet, formats) = book.page(name)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, 100)?;
    let mut row = 0;
    for report in reports {
        row = note(sheet, formats, row, report)?;
        for section in &report.sections {
            let link = sheets.next().map(|name| format!("internal:'{}'!A1", name.replace('\'', "''")));
            sheet.write_url_with_text(row, 0, Url::new(link.unwrap_or_default()), in_a_cell(&section.heading))?;
            for sentence in &section.words {
                sheet.write_string_with_format(row, 1, in_a_cell(sentence), &formats.words)?;
                row += 1;
            }
            row += u32::from(section.words.is_empty());
        }
        row += 1;
    }
    Ok(())
}

/// The title and the stamp. Answers the row after them.
pub fn note(sheet: &mut Worksheet, formats: &Formats, row: u32, report: &Report) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, in_a_cell(&report.title), &formats.title)?;
    let mut row = row + 1;
    for (label, words) in note::stamp(report) {
        sheet.write_string_with_format(row, 0, in_a_cell(&label), &formats.label)?;
        sheet.write_string_with_format(row, 1, in_a_cell(&words), &formats.words)?;
        row += 1;
    }
    Ok(row + 1)
}
