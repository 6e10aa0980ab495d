//! A report as a .csv that Excel opens rightly and safely.
//!
//! UTF-8 with a byte-order mark, lines that end in CR and LF, and a `'` before each text that a spreadsheet would run as a
//! formula. A figure is no text: it stands unrounded, with a point, its sign and nothing else, and a share as the part from 0
//! to 1. A day is `05-Mar-2026` as on every screen (`domain.md` 5.6), which Excel reads as that day in whatever order a
//! country writes dates; dd/mm/yyyy is the national file's own (`domain.md` 3.1), whose rows have a layout of their own.
//! What isn't known is empty, and what is suppressed is `*`.

use std::io::Write;

use domain::report::{
    Figure, Report,
    document::{Cell, Column, Section},
};

use super::{ExportError, List, note};
use crate::write_csv::{BYTE_ORDER_MARK, harmless, line};

/// The report's note on itself, then its sections one after another: the heading, what it says, the table, and the
/// definitions of its figures. A blank line ends each part.
pub fn csv(report: &Report) -> Vec<u8> {
    let mut text = opening(report);
    for Section { heading, words, table, figures, .. } in &report.sections {
        text.push_str(&texts([heading.as_str()]));
        text.extend(words.iter().map(|sentence| texts([sentence.as_str()])));
        text.push_str(&headings(&table.columns));
        text.extend(table.rows.iter().map(|row| line(row.iter().map(written))));
        text.push_str(&closing(figures));
    }
    text.into_bytes()
}

/// The same of a [`List`], row by row. Answers how many rows there were.
///
/// # Errors
///
/// The first of the rows, or of the writer.
pub fn csv_list<E: From<ExportError>>(
    list: List,
    rows: impl IntoIterator<Item = Result<Vec<Cell>, E>>,
    mut to: impl Write,
) -> Result<u64, E> {
    let mut write = |text: String| to.write_all(text.as_bytes()).map_err(ExportError::Write);
    write(opening(list.report))?;
    write(texts([list.heading]))?;
    write(headings(list.columns))?;
    let mut count = 0;
    for row in rows {
        write(line(row?.iter().map(written)))?;
        count += 1;
    }
    write(closing(list.figures))?;
    to.flush().map_err(ExportError::Write)?;
    Ok(count)
}

fn opening(report: &Report) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    text.push_str(&texts([report.title.as_str()]));
    text.extend(note::stamp(report).iter().map(|(label, words)| texts([label.as_str(), words.as_str()])));
    text + BLANK_LINE
}

fn closing(figures: &[Figure]) -> String {
    let mut text = BLANK_LINE.to_owned();
    if !figures.is_empty() {
        text.push_str(&texts(note::DEFINITION));
        text.extend(figures.iter().map(|figure| texts(note::definition(*figure))));
        text.push_str(BLANK_LINE);
    }
    text
}

const BLANK_LINE: &str = "\r\n";

fn headings(columns: &[Column]) -> String {
    texts(columns.iter().map(|column| column.heading.as_str()))
}

fn texts<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    line(cells.into_iter().map(harmless))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) | Cell::Link { words, .. } => harmless(words),
        Cell::Number(number) | Cell::Share(number) if number.is_finite() => number.to_string(),
        Cell::Nothing | Cell::Number(_) | Cell::Share(_) => String::new(),
        Cell::Count(count) => count.to_string(),
        Cell::Day(_) | Cell::Suppressed => cell.shown(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Cell::Nothing, "")]
    #[case(Cell::Words("=HYPERLINK(\"x\")".to_owned()), "'=HYPERLINK(\"x\")")]
    #[case(Cell::Link { words: "+1".to_owned(), href: "/stay".to_owned() }, "'+1")]
    #[case(Cell::Count(1_200), "1200")]
    #[case(Cell::Number(-1.25), "-1.25")]
    #[case(Cell::Share(0.125), "0.125")]
    #[case::which_would_be_a_formula(Cell::Number(f64::NEG_INFINITY), "")]
    #[case(Cell::day("2026-03-05".parse().ok()), "05-Mar-2026")]
    #[case(Cell::Suppressed, "*")]
    fn figures_are_whole_and_texts_are_harmless(#[case] cell: Cell, #[case] expected: &str) {
        assert_eq!(written(&cell), expected);
    }
}
