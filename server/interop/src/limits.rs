//! How much of a file is read before it is refused. Generous for a hospital, small for a server.

/// Bytes of the file as it was sent: 10 MB.
pub const MAX_FILE_BYTES: usize = 10 * MEGABYTE;

/// Bytes of everything in an .xlsx once unpacked: 100 MB.
pub const MAX_UNPACKED_BYTES: usize = 100 * MEGABYTE;

/// How many times its own size an .xlsx may unpack to. Real lists stay under 50.
pub const MAX_UNPACKING: usize = 200;

/// Below this many unpacked bytes the ratio says nothing: an empty sheet packs very well.
pub const UNPACKING_MATTERS_FROM: usize = 5 * MEGABYTE;

/// Rows with something in them, below the headings.
pub const MAX_ROWS: usize = 20_000;

/// Columns up to the last one with something in it.
pub const MAX_COLUMNS: usize = 200;

/// Characters in one cell.
pub const MAX_CELL_CHARACTERS: usize = 4_000;

/// Characters in the whole sheet. One shared text of a workbook can stand in a million cells,
/// so the limits above do not bound the memory by themselves.
pub const MAX_SHEET_CHARACTERS: usize = 20_000_000;

/// The headings are looked for in this many rows from the top.
pub const HEADER_SEARCH_ROWS: usize = 20;

/// The list is looked for in this many visible sheets of a workbook.
pub const MAX_SHEETS_TRIED: usize = 20;

pub(crate) const MEGABYTE: usize = 1024 * 1024;
