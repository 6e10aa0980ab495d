//! Rows as a .csv that Excel opens rightly and safely.

/// Writes headings and rows, for a download.
///
/// UTF-8 with a byte-order mark, without which Excel garbles "Zoë". A cell that a spreadsheet
/// would run as a formula gets a `'` before it.
pub fn write_csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    push_line(&mut text, header.iter().copied());
    for row in rows {
        push_line(&mut text, row.iter().map(String::as_str));
    }
    text.into_bytes()
}

fn push_line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            text.push(',');
        }
        text.push_str(&quoted(&harmless(cell)));
    }
    text.push_str("\r\n");
}

/// Spreadsheet programs take these beginnings for a formula.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
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
