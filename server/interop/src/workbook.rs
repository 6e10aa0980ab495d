//! Lists as .xlsx workbooks.

mod amplifier;
mod cell_value;
mod unpacked;
mod zero_padding;

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::limits::MAX_SHEETS_TRIED;
use crate::sheet::{Grid, is_near_top};
use crate::{Sheet, SheetProblem};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the first visible sheet that has a row of headings.
///
/// Calamine is written for the files that Excel writes: on made-up cell names it overflows
/// where overflow is checked. So a panic in it is answered as a damaged file. What the panic
/// says may hold a cell: the server's log has where it was, and no more.
pub(crate) fn read(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    unpacked::hold_to_limits(bytes)?;
    catch_unwind(AssertUnwindSafe(|| read_first_list(bytes))).unwrap_or(Err(SheetProblem::Damaged))
}

fn read_first_list(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|error| not_opened(&error))?;
    for name in visible_sheets(&workbook) {
        let grid = read_grid(&mut workbook, &name)?;
        match grid.into_sheet(Some(name)) {
            Err(SheetProblem::NoHeader) => {}
            found => return found,
        }
    }
    Err(SheetProblem::NoHeader)
}

/// What the clerk cannot see is not imported: charts, and hidden sheets of look-up lists.
fn visible_sheets(workbook: &Workbook<'_>) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .take(MAX_SHEETS_TRIED)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// Reads cell by cell. Calamine's whole ranges are not used: they take room for every cell
/// between the first and the last, and one stray cell in the last corner means 17 thousand million.
fn read_grid(workbook: &mut Workbook<'_>, name: &str) -> Result<Grid, SheetProblem> {
    let mut grid = Grid::default();
    let mut is_at_top = true;
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
        opened => opened.map_err(|_| SheetProblem::Damaged)?,
    };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| SheetProblem::Damaged)? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        if is_at_top && !is_near_top(number) {
            is_at_top = false;
            if grid.header_row().is_none() {
                break;
            }
        }
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map(|format| format.format_code.as_str());
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        grid.put(number, column, cell_value::of(cell.get_value(), format))?;
    }
    Ok(grid)
}

/// A zip without the parts of a workbook is another kind of file: .ods, .docx, a folder.
fn not_opened(error: &XlsxError) -> SheetProblem {
    match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => SheetProblem::NotASpreadsheet,
        XlsxError::Password => SheetProblem::HasPassword,
        _ => SheetProblem::Damaged,
    }
}
