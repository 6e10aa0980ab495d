//! A table over as many pages as it needs, with its headings on each.

mod widths;

use domain::report::{
    document::{Cell, Column, ColumnKind, Table},
    shape::Colour,
};
use krilla::tagging::Tag;

use self::widths::widths;
use super::{
    layout::{Ink, Layout, MARGIN},
    structure::{Part, column_heading, row_heading},
    text::{Line, Style},
};

const SIZE: f32 = 8.5;
/// Around the words of a cell, on every side.
const PADDING: f32 = 3.5;

pub fn lay(layout: &mut Layout, within: Part, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let widths = widths(layout, table);
    let grid = Grid { table, widths: &widths };
    let part = layout.structure.add(within, Tag::Table);
    let head = grid.head(layout);
    let first_row = table.rows.first().map_or(0.0, |row| height(&grid.row(layout, row)));
    layout.keep_together(height(&head) + first_row.min(layout.body_height() / 2.0));
    grid.lay_head(layout, Some(part), &head);
    let body = layout.structure.add(part, Tag::TBody);
    for row in &table.rows {
        let cells = grid.row(layout, row);
        let parts = grid.row_parts(layout, body);
        grid.lay_row(layout, &parts, cells, &head);
    }
    layout.skip(4.0);
}

struct Grid<'a> {
    table: &'a Table,
    widths: &'a [f32],
}

/// The lines of each cell of a row.
type Row = Vec<Vec<Line>>;

fn height(row: &Row) -> f32 {
    2.0 * PADDING + row.iter().map(|lines| lines.iter().map(|line| line.style.leading()).sum()).fold(0.0, f32::max)
}

impl Grid<'_> {
    fn head(&self, layout: &Layout) -> Row {
        let cells = self.table.columns.iter().zip(self.widths);
        cells
            .map(|(column, width)| layout.typeface.wrap(&shown_heading(column), heading_style(), width - 2.0 * PADDING))
            .collect()
    }

    fn row(&self, layout: &Layout, row: &[Cell]) -> Row {
        let cells = (0..self.table.columns.len()).map(|place| row.get(place).unwrap_or(&Cell::Nothing)).zip(self.widths);
        cells.map(|(cell, width)| layout.typeface.wrap(&shown(cell), style(), width - 2.0 * PADDING)).collect()
    }

    /// The first cell of a row is its heading.
    fn row_parts(&self, layout: &mut Layout, body: Part) -> Vec<Part> {
        let row = layout.structure.add(body, Tag::TR);
        let others = (1..self.table.columns.len()).map(|_| Tag::TD.into());
        std::iter::once(row_heading()).chain(others).map(|tag| layout.structure.add(row, tag)).collect()
    }

    /// Part of the table once, and for the eye alone on its further pages.
    fn lay_head(&self, layout: &mut Layout, table: Option<Part>, head: &Row) {
        let parts: Vec<Option<Part>> = match table {
            Some(table) => {
                let thead = layout.structure.add(table, Tag::THead);
                let row = layout.structure.add(thead, Tag::TR);
                self.widths.iter().map(|_| Some(layout.structure.add(row, column_heading()))).collect()
            }
            None => vec![None; self.widths.len()],
        };
        let (width, height) = (self.widths.iter().sum(), height(head));
        layout.put(None, MARGIN, layout.y(), Ink::Ground { width, height, colour: Colour::Grid });
        self.put_lines(layout, &parts, head.clone());
        layout.skip(height);
    }

    /// On one page where it fits on any, else from page to page.
    fn lay_row(&self, layout: &mut Layout, parts: &[Part], mut row: Row, head: &Row) {
        let head_height = height(head);
        let fits_a_page = height(&row) + head_height <= layout.body_height();
        if fits_a_page && height(&row) > layout.room() {
            self.go_on(layout, head);
        }
        let parts: Vec<Option<Part>> = parts.iter().copied().map(Some).collect();
        loop {
            let (now, later) = split(row, layout.room());
            let filled = height(&now);
            self.put_lines(layout, &parts, now);
            layout.skip(filled);
            layout.put(None, MARGIN, layout.y(), Ink::Rule { width: self.widths.iter().sum(), colour: Colour::Grid });
            match later {
                Some(later) => row = later,
                None => return,
            }
            self.go_on(layout, head);
        }
    }

    fn go_on(&self, layout: &mut Layout, head: &Row) {
        layout.break_page();
        // Headings that fill a page would leave nothing of it to the rows.
        if height(head) < layout.body_height() / 2.0 {
            self.lay_head(layout, None, head);
        }
    }

    fn put_lines(&self, layout: &mut Layout, parts: &[Option<Part>], row: Row) {
        let (mut x, top) = (MARGIN, layout.y() + PADDING);
        for (((lines, part), width), column) in row.into_iter().zip(parts).zip(self.widths).zip(&self.table.columns) {
            let mut baseline = top + SIZE;
            for line in lines {
                let left = match column.kind {
                    ColumnKind::Words | ColumnKind::Day => x + PADDING,
                    ColumnKind::Count | ColumnKind::Number | ColumnKind::Share => x + width - PADDING - line.width,
                };
                let leading = line.style.leading();
                layout.put(*part, left, baseline, Ink::Words(line));
                baseline += leading;
            }
            x += width;
        }
    }
}

/// What fits into the room, at least a line of each cell, and what is left for the next page.
fn split(row: Row, room: f32) -> (Row, Option<Row>) {
    if height(&row) <= room {
        return (row, None);
    }
    let mut later: Row = Vec::new();
    let mut now: Row = Vec::new();
    for mut lines in row {
        let mut filled = 2.0 * PADDING;
        let fitting = lines.iter().position(|line| {
            filled += line.style.leading();
            filled > room
        });
        later.push(lines.split_off(fitting.unwrap_or(lines.len()).max(1).min(lines.len())));
        now.push(lines);
    }
    let is_done = later.iter().all(Vec::is_empty);
    (now, (!is_done).then_some(later))
}

fn style() -> Style {
    Style::regular(SIZE)
}

fn heading_style() -> Style {
    Style::bold(SIZE)
}

/// A cell without words would have no place in the table's structure.
fn shown(cell: &Cell) -> String {
    let words = cell.shown();
    if words.trim().is_empty() { Cell::Nothing.shown() } else { words }
}

fn shown_heading(column: &Column) -> String {
    shown(&Cell::Words(column.heading.clone()))
}
