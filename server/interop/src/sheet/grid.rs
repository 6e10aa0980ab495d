//! Cells as they arrive from a file, held to the limits before they take memory.

use std::collections::BTreeMap;

use super::reference::cell_reference;
use crate::limits::{HEADER_SEARCH_ROWS, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_CHARACTERS};
use crate::{Cell, SheetProblem};

/// The cells that hold something, by row number. Empty cells and rows take no room, so a stray
/// cell in the last row of a sheet costs one row rather than a million.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(super) rows: BTreeMap<u32, Vec<Cell>>,
    characters: usize,
}

impl Grid {
    /// Puts a cell in its place. `number` is counted from 1, `column` from 0.
    pub(crate) fn put(&mut self, number: u32, column: usize, cell: Cell) -> Result<(), SheetProblem> {
        if cell.is_empty() {
            return Ok(());
        }
        self.hold_to_limits(number, column, &cell)?;
        let row = self.rows.entry(number).or_default();
        if row.len() <= column {
            row.resize(column + 1, Cell::Empty);
        }
        row[column] = cell;
        // Titles and headings are not counted as rows of the list; `into_sheet` counts exactly.
        if self.rows.len() > MAX_ROWS + HEADER_SEARCH_ROWS {
            return Err(SheetProblem::TooManyRows);
        }
        Ok(())
    }

    fn hold_to_limits(&mut self, number: u32, column: usize, cell: &Cell) -> Result<(), SheetProblem> {
        let characters = cell.characters();
        self.characters += characters;
        if column >= MAX_COLUMNS {
            Err(SheetProblem::TooManyColumns { cell: cell_reference(column, number) })
        } else if characters > MAX_CELL_CHARACTERS {
            Err(SheetProblem::CellTooLong { cell: cell_reference(column, number) })
        } else if self.characters > MAX_SHEET_CHARACTERS {
            Err(SheetProblem::TooMuchText)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_column_is_taken_and_the_next_refused() {
        let mut grid = Grid::default();
        assert_eq!(grid.put(1, 199, Cell::text("Notes")), Ok(()));
        let refused = SheetProblem::TooManyColumns { cell: "GS1".into() };
        assert_eq!(grid.put(1, 200, Cell::text("Notes")), Err(refused));
        assert_eq!(grid.put(1, 200, Cell::Empty), Ok(()), "an empty cell is no column");
    }

    #[test]
    fn a_long_cell_is_named_and_not_repeated() {
        let mut grid = Grid::default();
        assert_eq!(grid.put(7, 2, Cell::text(&"é".repeat(4_000))), Ok(()));
        let refused = SheetProblem::CellTooLong { cell: "C7".into() };
        assert_eq!(grid.put(7, 2, Cell::text(&"é".repeat(4_001))), Err(refused));
    }

    #[test]
    fn one_text_in_a_million_cells_is_stopped_by_the_sum() {
        let mut grid = Grid::default();
        let long = Cell::text(&"x".repeat(4_000));
        let stopped = (1..=6_000).find_map(|number| grid.put(number, 0, long.clone()).err());
        assert_eq!(stopped, Some(SheetProblem::TooMuchText));
    }
}
