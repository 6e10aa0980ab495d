//! Finding the row of headings, and with it what is title and what is list.

use super::{Grid, HeaderCell, Row, Sheet};
use crate::cell::tidy::one_line;
use crate::limits::{HEADER_SEARCH_ROWS, MAX_ROWS};
use crate::{Cell, SheetProblem};

/// One cell of words is a title; two side by side are headings.
const FEWEST_HEADINGS: usize = 2;

impl Grid {
    /// Parts titles, headings and rows.
    pub(crate) fn into_sheet(self, name: Option<String>) -> Result<Sheet, SheetProblem> {
        let at = self.header_row().ok_or(SheetProblem::NoHeader)?;
        let mut above = self.rows;
        let mut from_header = above.split_off(&at);
        let header = from_header.remove(&at).map(|cells| headings(&cells)).unwrap_or_default();
        if from_header.len() > MAX_ROWS {
            return Err(SheetProblem::TooManyRows);
        }
        Ok(Sheet {
            name,
            preamble: above.values().map(|cells| title(cells)).collect(),
            header,
            rows: from_header.into_iter().map(|(number, cells)| Row { number, cells }).collect(),
        })
    }

    /// The number of the first row near the top that has headings.
    pub(crate) fn header_row(&self) -> Option<u32> {
        self.rows
            .iter()
            .take_while(|(number, _)| is_near_top(**number))
            .find(|(_, cells)| cells.iter().filter(|cell| cell.is_wording()).count() >= FEWEST_HEADINGS)
            .map(|(number, _)| *number)
    }
}

/// True for the rows in which headings are looked for.
pub(crate) fn is_near_top(number: u32) -> bool {
    usize::try_from(number).is_ok_and(|number| number <= HEADER_SEARCH_ROWS)
}

fn headings(cells: &[Cell]) -> Vec<HeaderCell> {
    cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, cell)| HeaderCell { text: one_line(&cell.as_text()), column })
        .collect()
}

fn title(cells: &[Cell]) -> String {
    let words = cells.iter().filter(|cell| !cell.is_empty()).map(Cell::as_text);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[(u32, &[&str])]) -> Grid {
        let mut grid = Grid::default();
        for (number, cells) in rows {
            for (column, text) in cells.iter().enumerate() {
                grid.put(*number, column, Cell::text(text)).unwrap();
            }
        }
        grid
    }

    #[test]
    fn titles_above_the_headings_are_kept() {
        let sheet = grid(&[
            (1, &["Ward 7 handover"]),
            (3, &["31", "12"]),
            (4, &["Bed", "", "Patient\nname"]),
            (9, &["A1", "", "Amara Obi"]),
        ])
        .into_sheet(None)
        .unwrap();
        assert_eq!(sheet.preamble, ["Ward 7 handover", "31 12"]);
        assert_eq!(sheet.header[1], HeaderCell { text: "Patient name".into(), column: 2 });
        assert_eq!(sheet.rows[0].number, 9);
        assert_eq!(sheet.rows[0].reference(2), "C9");
        assert_eq!(sheet.rows[0].cell(3), &Cell::Empty);
    }

    #[test]
    fn headings_below_the_twentieth_row_are_not_found() {
        let deep = grid(&[(21, &["Bed", "Name"])]).into_sheet(None);
        assert_eq!(deep, Err(SheetProblem::NoHeader));
    }

    #[test]
    fn rows_are_counted_below_the_headings() {
        let mut full = grid(&[(1, &["Ward 7"]), (2, &["Bed", "Name"])]);
        for number in 3..20_003 {
            full.put(number, 0, Cell::Number(1.0)).unwrap();
        }
        full.put(20_003, 0, Cell::Number(1.0)).unwrap();
        assert_eq!(full.into_sheet(None), Err(SheetProblem::TooManyRows));
    }
}
