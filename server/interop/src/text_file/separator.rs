//! What stands between the cells of a text: comma, semicolon or tab.

/// The candidates, the likeliest first: a tie goes to the comma.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Enough to see the shape of a list past its titles.
const ROWS_TRIED: usize = 50;

/// Finds the separator, and the text without the line that may name it (`sep=;`, which Excel
/// reads and does not count as a row).
pub(super) fn of(text: &str) -> (u8, &str) {
    named(text).unwrap_or_else(|| (best(text), text))
}

fn named(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let separator = line.trim_matches('"').strip_prefix("sep=")?;
    SEPARATORS.into_iter().find(|candidate| separator.as_bytes() == [*candidate]).map(|separator| (separator, rest))
}

fn best(text: &str) -> u8 {
    let counts = count(text);
    let mut best = (SEPARATORS[0], 0);
    for (place, separator) in SEPARATORS.into_iter().enumerate() {
        let cells = cells_in_step(&counts, place);
        if cells > best.1 {
            best = (separator, cells);
        }
    }
    best.0
}

/// Counts the separators in those rows that agree on how many there are. The true one gives
/// many rows of the same width; a comma in "Obi, Amara" gives the same narrow width throughout,
/// and a comma in notes gives widths that differ.
fn cells_in_step(rows: &[Counts], place: usize) -> usize {
    let in_step = |width: usize| rows.iter().filter(|row| row[place] == width).count();
    rows.iter().map(|row| in_step(row[place]) * row[place]).max().unwrap_or(0)
}

/// How often each of [`SEPARATORS`] stands in a row.
type Counts = [usize; SEPARATORS.len()];

/// Counts outside of quoted cells. Since the separator is not known yet, any of the candidates
/// may stand before a quotation mark that opens a cell; one inside a cell (5'10" tall) opens none.
fn count(text: &str) -> Vec<Counts> {
    let mut rows = vec![Counts::default()];
    let mut is_quoted = false;
    let mut last = b'\n';
    for byte in text.bytes() {
        let separator = SEPARATORS.iter().position(|separator| *separator == byte);
        if byte == b'"' {
            let opens = matches!(last, b'\n' | b'"') || SEPARATORS.contains(&last);
            is_quoted = !is_quoted && opens;
        } else if byte == b'\n' && !is_quoted {
            rows.push(Counts::default());
        } else if let (Some(place), Some(row), false) = (separator, rows.last_mut(), is_quoted) {
            row[place] += 1;
        }
        if rows.len() > ROWS_TRIED {
            break;
        }
        last = byte;
    }
    rows
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::comma("Bed,Name\nA1,Obi\n", b',')]
    #[case::semicolon("Bed;Name;Born\nA1;Obi;1940\n", b';')]
    #[case::tab("Bed\tName\nA1\tObi\n", b'\t')]
    #[case::names_with_commas("Bed;Name;Born\nA1;Obi, Amara;1940\nA2;Shah, Ravi;1951\n", b';')]
    #[case::quoted_semicolons("Bed,Note\nA1,\"a;b;c;d\"\nA2,\"a;b;c;d\"\n", b',')]
    #[case::quote_within_a_cell("Bed;Note\nA1;5'10\" tall, thin, pale\nA2;x\n", b';')]
    #[case::doubled_quotes("Bed,Note\nA1,\"says \"\"a;b\"\" ;;\"\n", b',')]
    #[case::notes_with_semicolons("Bed,Name,Note\nA1,Obi,a;b;c\nA2,Shah,d\n", b',')]
    #[case::title_first("Ward 7; Tuesday\nBed,Name,Note\nA1,Obi,x\n", b',')]
    #[case::one_column("Bed\nA1\n", b',')]
    #[case::nothing("", b',')]
    fn the_separator_that_makes_a_list_is_found(#[case] text: &str, #[case] separator: u8) {
        assert_eq!(of(text), (separator, text));
    }

    #[rstest]
    #[case("sep=;\nBed;Name\n", b';')]
    #[case("\"sep=\t\"\nBed;Name\n", b'\t')]
    fn a_named_separator_is_believed(#[case] text: &str, #[case] separator: u8) {
        assert_eq!(of(text), (separator, "Bed;Name\n"));
    }
}
