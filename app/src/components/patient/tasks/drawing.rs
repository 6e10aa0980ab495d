//! Where each task stands in the drawing of the steps, and the lines between them.
//!
//! A column a step, all rows of one height: so the lines are known without measuring anything, and the server can draw them.

use std::collections::BTreeMap;

use domain::{TaskNumber, task::order::Order};

/// The lines are drawn on a field of this many units a column and a row, and stretched to the width there is.
pub const UNIT: usize = 100;

/// So wide that a bend stays between the cards.
const HALF_BEND: usize = 4;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Each of as many slots as there are rows.
    pub columns: Vec<Vec<Slot>>,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    Task(TaskNumber),
    /// Kept free, by its row.
    Free(usize),
}

/// From the middle of one slot to the middle of another; the cards lie over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub path: String,
    pub is_on_the_way: bool,
}

/// What takes up a row of a column: a task, or a line that passes on to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Task(TaskNumber),
    Passing(TaskNumber, TaskNumber),
}

type Link = (TaskNumber, TaskNumber);

impl Drawing {
    /// The tasks that wait or are waited for.
    pub fn of(order: &Order) -> Self {
        let steps: Vec<Vec<TaskNumber>> = order
            .steps
            .iter()
            .map(|step| step.iter().copied().filter(|task| order.is_linked(*task)).collect())
            .filter(|step: &Vec<TaskNumber>| !step.is_empty())
            .collect();
        let placed = Placed::of(&steps, order);
        Self { columns: placed.columns(), lines: placed.lines(order) }
    }

    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }
}

struct Placed {
    column_of: BTreeMap<TaskNumber, usize>,
    /// The row of each item, by column.
    rows: Vec<BTreeMap<Item, usize>>,
}

impl Placed {
    fn of(steps: &[Vec<TaskNumber>], order: &Order) -> Self {
        let column_of = (0..).zip(steps).flat_map(|(column, step)| step.iter().map(move |task| (*task, column))).collect();
        let mut placed = Self { column_of, rows: Vec::new() };
        for (column, step) in steps.iter().enumerate() {
            let passing = order.links.iter().filter(|link| placed.passes(column, **link)).map(|(a, b)| Item::Passing(*a, *b));
            let mut items: Vec<Item> = step.iter().map(|task| Item::Task(*task)).chain(passing).collect();
            items.sort_by_key(|item| placed.wanted(column, *item, order));
            let mut free = 0;
            let mut rows = BTreeMap::new();
            for item in items {
                let row = free.max(placed.wanted(column, item, order));
                rows.insert(item, row);
                free = row + 1;
            }
            placed.rows.push(rows);
        }
        placed
    }

    fn passes(&self, column: usize, (first, next): Link) -> bool {
        self.column_of.get(&first) < Some(&column) && Some(&column) < self.column_of.get(&next)
    }

    /// The row in which an item would stand straight behind what leads to it: the middle of several.
    fn wanted(&self, column: usize, item: Item, order: &Order) -> usize {
        let Some(before) = column.checked_sub(1) else {
            return 0;
        };
        let leads_here = |link: &Link| match item {
            Item::Task(task) => link.1 == task,
            Item::Passing(first, next) => *link == (first, next),
        };
        let rows: Vec<usize> =
            order.links.iter().filter(|link| leads_here(link)).filter_map(|link| self.row(before, *link)).collect();
        rows.iter().sum::<usize>().checked_div(rows.len()).unwrap_or(0)
    }

    /// The row of a link where it meets a column.
    fn row(&self, column: usize, (first, next): Link) -> Option<usize> {
        let at = |task: TaskNumber| (self.column_of.get(&task) == Some(&column)).then_some(Item::Task(task));
        let item = at(first).or_else(|| at(next)).unwrap_or(Item::Passing(first, next));
        self.rows.get(column)?.get(&item).copied()
    }

    fn columns(&self) -> Vec<Vec<Slot>> {
        let rows = self.rows.iter().flat_map(BTreeMap::values).max().map_or(0, |row| row + 1);
        let slot = |column: &BTreeMap<Item, usize>, row: usize| {
            let here = column.iter().find(|(item, at)| **at == row && matches!(item, Item::Task(_)));
            match here {
                Some((Item::Task(task), _)) => Slot::Task(*task),
                _ => Slot::Free(row),
            }
        };
        self.rows.iter().map(|column| (0..rows).map(|row| slot(column, row)).collect()).collect()
    }

    fn lines(&self, order: &Order) -> Vec<Line> {
        let on_the_way = |(first, next): Link| order.is_on_the_way(first) && order.is_on_the_way(next);
        order.links.iter().map(|link| Line { path: self.path(*link), is_on_the_way: on_the_way(*link) }).collect()
    }

    fn path(&self, link: Link) -> String {
        let (Some(from), Some(to)) = (self.column_of.get(&link.0), self.column_of.get(&link.1)) else {
            return String::new();
        };
        let points: Vec<(usize, usize)> =
            (*from..=*to).filter_map(|column| Some((middle(column), middle(self.row(column, link)?)))).collect();
        let start = points.first().map(|(x, y)| format!("M{x} {y}"));
        start.into_iter().chain(points.windows(2).map(|ends| bend(ends[0], ends[1]))).collect()
    }
}

/// Level up to the gap between two columns, over to the other row within it, and level again.
fn bend((from_x, from_y): (usize, usize), (x, y): (usize, usize)) -> String {
    let gap = usize::midpoint(from_x, x);
    format!("H{}C{gap} {from_y} {gap} {y} {} {y}H{x}", gap - HALF_BEND, gap + HALF_BEND)
}

fn middle(index: usize) -> usize {
    index * UNIT + UNIT / 2
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// "1 2 | 3" is two steps.
    fn order(steps: &str, links: &[(u32, u32)]) -> Order {
        let numbers = |step: &str| step.split_whitespace().map(|number| TaskNumber(number.parse().expect("a number"))).collect();
        Order {
            steps: steps.split('|').map(numbers).collect(),
            links: links.iter().map(|(first, next)| (TaskNumber(*first), TaskNumber(*next))).collect(),
            way_home: Vec::new(),
        }
    }

    /// A row a line, a column a character: "1·", "·2".
    fn seen(drawing: &Drawing) -> Vec<String> {
        let slot = |slot: &Slot| match slot {
            Slot::Task(task) => task.to_string(),
            Slot::Free(_) => "·".to_owned(),
        };
        (0..drawing.rows()).map(|row| drawing.columns.iter().map(|column| slot(&column[row])).collect()).collect()
    }

    #[rstest]
    #[case::nothing("", &[], &[])]
    #[case::a_chain("1 | 2 | 3", &[(1, 2), (2, 3)], &["123"])]
    #[case::what_stands_alone_is_not_drawn("1 5 | 2", &[(1, 2)], &["12"])]
    #[case::two_before_one("1 2 | 3", &[(1, 3), (2, 3)], &["13", "2·"])]
    #[case::two_chains_run_beside_each_other("1 2 | 3 4", &[(1, 3), (2, 4)], &["13", "24"])]
    #[case::a_line_that_passes_keeps_its_place("1 2 | 3 | 4", &[(1, 3), (3, 4), (2, 4)], &["134", "2··"])]
    #[case::one_before_two("1 | 2 3", &[(1, 2), (1, 3)], &["12", "·3"])]
    fn where_tasks_stand(#[case] steps: &str, #[case] links: &[(u32, u32)], #[case] expected: &[&str]) {
        assert_eq!(seen(&Drawing::of(&order(steps, links))), expected);
    }

    #[test]
    fn a_line_passes_through_the_place_that_is_kept_for_it() {
        let drawing = Drawing::of(&order("1 2 | 3 | 4", &[(1, 3), (3, 4), (2, 4)]));
        let paths: Vec<&str> = drawing.lines.iter().map(|line| line.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "M50 50H96C100 50 100 50 104 50H150",
                "M50 150H96C100 150 100 150 104 150H150H196C200 150 200 50 204 50H250",
                "M150 50H196C200 50 200 50 204 50H250",
            ]
        );
    }
}
