//! The last sheet: what each figure means.

use std::collections::BTreeSet;

use domain::report::{
    Figure,
    document::{Column, ColumnKind},
};
use rust_xlsxwriter::XlsxError;

use super::{book::Book, table};
use crate::report::note;

pub const NAME: &str = "Definitions";

/// In letters, for the columns of [`note::DEFINITION`].
const WIDTHS: [f64; 4] = [30.0, 22.0, 90.0, 40.0];

/// Each figure once.
pub fn write(book: &mut Book, name: &str, figures: impl IntoIterator<Item = Figure>) -> Result<(), XlsxError> {
    let columns = note::DEFINITION.map(|heading| Column::new(heading, ColumnKind::Words));
    let (sheet, formats) = book.table(name, &columns, &WIDTHS)?;
    let figures: BTreeSet<Figure> = figures.into_iter().collect();
    for (row, figure) in (1..).zip(&figures) {
        for (column, words) in (0..).zip(note::definition(*figure)) {
            sheet.write_string_with_format(row, column, words, &formats.words)?;
        }
    }
    table::set_filters(sheet, columns.len(), figures.len())
}
