//! Lists as text: .csv, .tsv and what hospital systems export under other names.

mod encoding;
mod line_breaks;
mod separator;

use csv::{ReaderBuilder, StringRecord};

use crate::sheet::Grid;
use crate::{Cell, Sheet, SheetProblem};

/// Reads separated text. Rows may be ragged, and quoted cells may hold line breaks.
pub(crate) fn read(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    let text = line_breaks::plain(&encoding::decode(bytes)?);
    let (separator, list) = separator::of(&text);
    let mut grid = Grid::default();
    let mut reader = reader(separator, list);
    let mut record = StringRecord::new();
    let mut number = 0;
    loop {
        let end_of_last = usize::try_from(reader.position().byte()).unwrap_or(list.len());
        if !reader.read_record(&mut record).map_err(|_| SheetProblem::Damaged)? {
            return grid.into_sheet(None);
        }
        number += 1 + line_breaks::leading(list, end_of_last);
        for (column, text) in record.iter().enumerate() {
            grid.put(number, column, Cell::text(text))?;
        }
    }
}

fn reader(separator: u8, list: &str) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(list.as_bytes())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn numbers(text: &str) -> Vec<u32> {
        read(text.as_bytes()).unwrap().rows.iter().map(|row| row.number).collect()
    }

    #[rstest]
    #[case::plain("Bed,Name\nA1,Obi\nA2,Shah\n", &[2, 3])]
    #[case::windows("Bed,Name\r\nA1,Obi\r\nA2,Shah", &[2, 3])]
    #[case::old_mac("Bed,Name\rA1,Obi\rA2,Shah", &[2, 3])]
    #[case::blank_lines("\n\nBed,Name\n\n\nA1,Obi\n\nA2,Shah\n\n", &[6, 8])]
    #[case::blank_windows_lines("\r\nBed,Name\r\n\r\nA1,Obi\r\n", &[4])]
    #[case::only_separators("Bed,Name\n,,\n , \nA1,Obi\n", &[4])]
    #[case::break_in_a_cell("Bed,Name\nA1,\"Obi\n\nAmara\"\nA2,Shah\n", &[2, 3])]
    #[case::named_separator("sep=,\nBed,Name\nA1,Obi\n", &[2])]
    fn row_numbers_are_those_that_excel_shows(#[case] text: &str, #[case] expected: &[u32]) {
        assert_eq!(numbers(text), expected);
    }

    #[test]
    fn a_quoted_cell_keeps_its_separators_quotes_and_lines() {
        let sheet = read(b"Bed,Note\nA1,\"says \"\"home\"\", today\r\nstairs\"\n").unwrap();
        assert_eq!(sheet.rows[0].cells[1], Cell::Text("says \"home\", today\nstairs".into()));
    }

    #[test]
    fn ragged_rows_are_read_as_they_are() {
        let sheet = read(b"Bed,Name,Note\nA1\nA2,Shah,x,extra\n").unwrap();
        assert_eq!(sheet.rows[0].cell(1), &Cell::Empty);
        assert_eq!(sheet.rows[1].cell(3), &Cell::text("extra"));
    }

    #[test]
    fn a_quotation_mark_never_closed_is_found_as_a_long_cell() {
        let text = format!("Bed,Name\nA1,\"Obi\n{}", "A2,Shah\n".repeat(1_000));
        let refused = SheetProblem::CellTooLong { cell: "B2".into() };
        assert_eq!(read(text.as_bytes()), Err(refused));
    }
}
