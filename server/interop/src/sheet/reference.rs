//! The names that spreadsheet programs give to columns and cells.

/// "A" for column 0, "Z" for 25, "AA" for 26.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(place) = rest {
        letters.push(LETTERS[place % LETTERS.len()]);
        rest = (place / LETTERS.len()).checked_sub(1);
    }
    letters.into_iter().rev().map(char::from).collect()
}

/// "C7" for column 2 of the row that is shown as 7.
pub fn cell_reference(column: usize, row_number: u32) -> String {
    format!("{}{row_number}", column_letters(column))
}

const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "A")]
    #[case(25, "Z")]
    #[case(26, "AA")]
    #[case(51, "AZ")]
    #[case(52, "BA")]
    #[case(701, "ZZ")]
    #[case(702, "AAA")]
    #[case(16_383, "XFD")]
    fn columns_are_named_as_in_excel(#[case] column: usize, #[case] letters: &str) {
        assert_eq!(column_letters(column), letters);
    }

    #[test]
    fn a_cell_is_named_by_column_and_row() {
        assert_eq!(cell_reference(2, 7), "C7");
    }
}
