//! Which cells have to be hidden beside the small ones.
//!
//! Each row and each column adds up to its total, so that a reader can solve for what is hidden. Think of rows and columns as
//! places, and of each hidden cell as a way between its row and its column: a cell has one solution alone exactly where no
//! other way leads from its row to its column. Each small cell therefore gets another way, over cells that lose least.
//!
//! A line that shows its total needs hidden counts of five or more together as well, or their sum would tell of a few people.

use super::is_small;

/// `counts` have the totals of rows last in each, and the totals of columns as the last row. The same shape, true where hidden.
pub(super) fn hide(counts: &[Vec<u32>]) -> Vec<Vec<bool>> {
    let hidden = counts.iter().map(|row| row.iter().map(|count| is_small(*count)).collect()).collect();
    let mut table = Table { counts, hidden, columns: counts.first().map_or(0, Vec::len) };
    loop {
        let before = table.hidden.clone();
        for cell in table.cells().filter(|cell| before[cell.0][cell.1]) {
            table.other_way(cell).into_iter().for_each(|(row, column)| table.hidden[row][column] = true);
        }
        if let Some((row, column)) = table.hides_few() {
            table.hidden[row][column] = true;
        }
        if table.hidden == before {
            return before;
        }
    }
}

type Cell = (usize, usize);

struct Table<'a> {
    counts: &'a [Vec<u32>],
    hidden: Vec<Vec<bool>>,
    columns: usize,
}

/// The cheapest way found so far from the row where it began.
#[derive(Clone, PartialEq)]
struct Way {
    cost: u64,
    cells: Vec<Cell>,
}

impl Table<'_> {
    /// The cells of the cheapest other way from the cell's row to its column. Over totals there always is one.
    fn other_way(&self, cell: Cell) -> Vec<Cell> {
        let mut to_rows: Vec<Option<Way>> = vec![None; self.counts.len()];
        let mut to_columns: Vec<Option<Way>> = vec![None; self.columns];
        to_rows[cell.0] = Some(Way { cost: 0, cells: Vec::new() });
        loop {
            let mut is_better = false;
            for step in self.cells().filter(|step| *step != cell) {
                let Some(cost) = self.cost(step) else { continue };
                is_better |= extend(to_rows[step.0].as_ref(), &mut to_columns[step.1], step, cost);
                is_better |= extend(to_columns[step.1].as_ref(), &mut to_rows[step.0], step, cost);
            }
            if !is_better {
                return to_columns.swap_remove(cell.1).map_or_else(Vec::new, |way| way.cells);
            }
        }
    }

    /// What is lost by hiding a cell. Nothing is hidden by hiding 0.
    fn cost(&self, cell: Cell) -> Option<u64> {
        let count = self.count(cell);
        (count > 0).then(|| if self.is_hidden(cell) { 0 } else { count.into() })
    }

    /// A cell to hide, where a line shows its total and its hidden counts are fewer than five together.
    fn hides_few(&self) -> Option<Cell> {
        let rows = (0..self.counts.len()).map(|row| (0..self.columns).map(|column| (row, column)).collect());
        let columns = (0..self.columns).map(|column| (0..self.counts.len()).map(|row| (row, column)).collect());
        rows.chain(columns).find_map(|line: Vec<Cell>| {
            let (total, parts) = line.split_last()?;
            let (hidden, shown): (Vec<Cell>, Vec<Cell>) = parts.iter().partition(|cell| self.is_hidden(**cell));
            let together: u32 = hidden.into_iter().map(|cell| self.count(cell)).sum();
            let is_told = is_small(together) && !self.is_hidden(*total);
            shown.into_iter().filter(|cell| is_told && self.count(*cell) > 0).min_by_key(|cell| self.count(*cell))
        })
    }

    fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let (rows, columns) = (self.counts.len(), self.columns);
        (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    fn is_hidden(&self, (row, column): Cell) -> bool {
        self.hidden[row][column]
    }

    fn count(&self, (row, column): Cell) -> u32 {
        self.counts[row][column]
    }
}

/// Goes on from one place over a cell to another, where that is cheaper than the way there so far.
fn extend(from: Option<&Way>, to: &mut Option<Way>, step: Cell, cost: u64) -> bool {
    let Some(from) = from else { return false };
    let cost = from.cost + cost;
    if to.as_ref().is_some_and(|way| way.cost <= cost) {
        return false;
    }
    *to = Some(Way { cost, cells: from.cells.iter().copied().chain([step]).collect() });
    true
}
