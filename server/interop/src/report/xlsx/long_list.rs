//! A list that is longer than memory, and perhaps than a sheet.

use std::io::Write;

use domain::report::document::Cell;

use super::{
    about,
    book::{Book, width},
    definitions,
    sheet_name::SheetNames,
    table,
};
use crate::report::{ExportError, List};

/// Rows of a sheet without that of the headings; Excel's sheets have 1,048,576.
const ROWS_A_SHEET: u32 = 1_048_575;

/// A widest text is not known before the rows; this many letters show most names and reasons.
const WORDS: usize = 28;

/// The workbook of a [`List`]: its rows are written as they come, in memory that doesn't grow with them, and go on on a second
/// sheet where the first is full. Answers how many there were.
///
/// # Errors
///
/// The first of the rows, of the workbook, or of the writer.
pub fn xlsx_list<E: From<ExportError>>(
    list: List,
    rows: impl IntoIterator<Item = Result<Vec<Cell>, E>>,
    to: impl Write + Send,
) -> Result<u64, E> {
    write(list, rows, to, ROWS_A_SHEET)
}

fn write<E: From<ExportError>>(
    list: List,
    rows: impl IntoIterator<Item = Result<Vec<Cell>, E>>,
    to: impl Write + Send,
    rows_a_sheet: u32,
) -> Result<u64, E> {
    let mut book = Book::new(&list.report.title, std::slice::from_ref(list.report));
    let mut names = SheetNames::default();
    let [about_name, definitions_name] = [about::NAME, definitions::NAME].map(|name| names.take(name));
    let after_note = begin(&mut book, &about_name, list)?;
    let mut rows = rows.into_iter().peekable();
    let mut count: u64 = 0;
    while count == 0 || rows.peek().is_some() {
        let on_sheet = sheet(&mut book, &names.take(list.heading), list, &mut rows.by_ref().take(rows_a_sheet as usize))?;
        count += u64::from(on_sheet);
        if on_sheet == 0 {
            break;
        }
    }
    finish(&mut book, &definitions_name, list, (after_note, count), to)?;
    Ok(count)
}

/// The sheet on the list itself. Answers the row after its note.
fn begin(book: &mut Book, name: &str, list: List) -> Result<u32, ExportError> {
    let (sheet, formats) = book.page(name)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, 100)?;
    Ok(about::note(sheet, formats, 0, list.report)?)
}

/// One sheet of rows. Answers how many.
fn sheet<E: From<ExportError>>(
    book: &mut Book,
    name: &str,
    list: List,
    rows: &mut impl Iterator<Item = Result<Vec<Cell>, E>>,
) -> Result<u32, E> {
    let widths: Vec<f64> = list.columns.iter().map(|column| width(column, WORDS)).collect();
    let (sheet, formats) = book.long_table(name, list.columns, &widths).map_err(ExportError::Workbook)?;
    let mut count = 0;
    for row in rows {
        count += 1;
        table::write_row(sheet, formats, count, &row?).map_err(ExportError::Workbook)?;
    }
    table::set_filters(sheet, list.columns.len(), count as usize).map_err(ExportError::Workbook)?;
    Ok(count)
}

fn finish(book: &mut Book, name: &str, list: List, (row, count): (u32, u64), to: impl Write + Send) -> Result<(), ExportError> {
    definitions::write(book, name, list.figures.iter().copied())?;
    let Book { workbook, formats, .. } = book;
    let about = workbook.worksheet_from_index(0)?;
    about.write_string_with_format(row, 0, "Rows", &formats.label)?;
    table::write_cell(about, formats, (row, 1), &Cell::Count(count))?;
    Ok(workbook.save_to_writer(to)?)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use domain::report::{
        Figure, Report,
        document::{Column, ColumnKind},
    };

    use super::*;

    fn report() -> Report {
        Report {
            title: "Every stay".to_owned(),
            asked: Vec::new(),
            counted_at: "2026-03-05T09:00:00Z".parse().expect("an instant"),
            by: "Grace Bell".to_owned(),
            sections: Vec::new(),
        }
    }

    /// The sheets of a list of so many rows, with the first cells of each, where a sheet takes three.
    fn sheets(rows: u64) -> Vec<(String, Vec<String>)> {
        let report = report();
        let columns = [Column::new("Stay", ColumnKind::Count)];
        let list = List { report: &report, heading: "Stays", columns: &columns, figures: &[Figure::LengthOfStay] };
        let mut bytes = Vec::new();
        let stays = (1..=rows).map(|stay| Ok::<_, ExportError>(vec![Cell::Count(stay)]));
        assert_eq!(write(list, stays, &mut bytes, 3).expect("a workbook"), rows);
        let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let first = |(name, range): (String, calamine::Range<Data>)| {
            (name, range.rows().filter_map(|row| row.first()).map(ToString::to_string).collect())
        };
        workbook.worksheets().into_iter().map(first).collect()
    }

    #[test]
    fn a_full_sheet_is_followed_by_another() {
        let sheets = sheets(7);
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["About", "Stays", "Stays (2)", "Stays (3)", "Definitions"]);
        let stays: Vec<&[String]> = sheets[1..4].iter().map(|(_, cells)| cells.as_slice()).collect();
        assert_eq!(stays, [&["Stay", "1", "2", "3"][..], &["Stay", "4", "5", "6"], &["Stay", "7"]]);
    }

    #[test]
    fn a_list_that_just_fills_a_sheet_has_one() {
        assert_eq!(sheets(3).len(), 3);
    }

    #[test]
    fn an_empty_list_has_its_headings() {
        let sheets = sheets(0);
        assert_eq!((sheets.len(), sheets[1].1.as_slice()), (3, &["Stay".to_owned()][..]));
    }

    #[test]
    fn the_first_sheet_counts_the_rows() {
        let about = &sheets(7)[0].1;
        assert_eq!(about.last().map(String::as_str), Some("Rows"));
    }

    #[test]
    fn a_row_that_fails_ends_the_list() {
        let report = report();
        let list = List { report: &report, heading: "Stays", columns: &[], figures: &[] };
        let rows = [Ok(Vec::new()), Err(ExportError::NotAccessible("the second".to_owned()))];
        let failed = xlsx_list(list, rows, Vec::new()).expect_err("the row's error");
        assert!(matches!(failed, ExportError::NotAccessible(which) if which == "the second"));
    }
}
