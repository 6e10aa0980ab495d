//! A section as a sheet: the table with filters, and its chart beside it.

use domain::report::document::{Cell, Section, Table};
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{
    book::{Book, Formats, width},
    chart,
    length::in_a_cell,
};

pub fn write(book: &mut Book, name: &str, section: &Section) -> Result<(), XlsxError> {
    let Table { columns, rows } = &section.table;
    let widest = |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.shown().chars().count()).max();
    let widths: Vec<f64> = columns.iter().enumerate().map(|(place, column)| width(column, widest(place).unwrap_or(0))).collect();
    let (sheet, formats) = book.table(name, columns, &widths)?;
    for (number, row) in (1..).zip(rows) {
        write_row(sheet, formats, number, row)?;
    }
    set_filters(sheet, columns.len(), rows.len())?;
    if let Some(chart) = &section.chart {
        chart::write(sheet, formats, name, &section.table, chart)?;
    }
    Ok(())
}

/// Over the headings and the rows below them.
pub fn set_filters(sheet: &mut Worksheet, columns: usize, rows: usize) -> Result<(), XlsxError> {
    if let (Ok(last_column), Ok(last_row)) = (u16::try_from(columns), u32::try_from(rows))
        && columns > 0
    {
        sheet.autofilter(0, 0, last_row, last_column - 1)?;
    }
    Ok(())
}

pub fn write_row(sheet: &mut Worksheet, formats: &Formats, row: u32, cells: &[Cell]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        write_cell(sheet, formats, (row, column), cell)?;
    }
    Ok(())
}

pub fn write_cell(sheet: &mut Worksheet, formats: &Formats, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Nothing => return Ok(()),
        Cell::Words(words) | Cell::Link { words, .. } => {
            sheet.write_string_with_format(row, column, in_a_cell(words), &formats.words)?
        }
        Cell::Suppressed => sheet.write_string_with_format(row, column, cell.shown(), &formats.words)?,
        // A float holds every count of things in a hospital exactly.
        #[expect(clippy::cast_precision_loss, reason = "Excel's numbers are floats")]
        Cell::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &formats.count)?,
        Cell::Number(number) | Cell::Share(number) if !number.is_finite() => return Ok(()),
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &formats.number)?,
        Cell::Share(share) => sheet.write_number_with_format(row, column, *share, &formats.share)?,
        Cell::Day(day) => sheet.write_datetime_with_format(row, column, *day, &formats.day)?,
    };
    Ok(())
}
