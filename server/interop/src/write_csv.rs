//! Rows as a .csv that Excel opens rightly and safely.

/// Writes headings and rows, for a download.
///
/// UTF-8 with a byte-order mark, without which Excel garbles "Zoë". A cell that a spreadsheet
/// would run as a formula gets a `'` before it.
pub fn write_csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::from(BYTE_ORDER_MARK);
    text.push_str(&line(header.iter().map(|cell| harmless(cell))));
    for row in rows {
        text.push_str(&line(row.iter().map(|cell| harmless(cell))));
    }
    text.into_bytes()
}

pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Cells as they are, which are [`harmless`] or no text.
pub(crate) fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// Spreadsheet programs take these beginnings for a formula, some of them the wide signs of East Asian keyboards too.
pub(crate) fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

/// Semicolons and tabs are quoted too, for the settings under which Excel splits there.
fn quoted(cell: &str) -> String {
    let is_plain = !cell.contains(['"', ',', ';', '\t', '\r', '\n']);
    if is_plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Zoë", "Zoë")]
    #[case("=1+1", "'=1+1")]
    #[case("+44 1632 960001", "'+44 1632 960001")]
    #[case("-1", "'-1")]
    #[case("@home", "'@home")]
    #[case("＝1+1", "'＝1+1")]
    #[case("\tx", "\"'\tx\"")]
    #[case("\rx", "\"'\rx\"")]
    #[case("Obi, Amara", "\"Obi, Amara\"")]
    #[case("a;=1+1", "\"a;=1+1\"")]
    #[case("says \"home\"", "\"says \"\"home\"\"\"")]
    #[case("", "")]
    fn a_cell_is_safe_and_whole(#[case] cell: &str, #[case] written: &str) {
        let bytes = write_csv(&["Name", "Bed"], &[vec![cell.to_owned(), "A1".to_owned()]]);
        assert_eq!(bytes, format!("\u{feff}Name,Bed\r\n{written},A1\r\n").into_bytes());
    }
}
