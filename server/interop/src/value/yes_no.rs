//! A cell as an answer.

use super::Expected;
use crate::Cell;

/// Reads yes or no, in words, digits or a tick. A lone `x` is yes: it marks the box.
///
/// Words of the trade such as "met" and "not met" are `service`'s to read.
///
/// # Errors
///
/// [`Expected::YesNo`] for anything else, an empty cell included.
pub fn read_yes_no(cell: &Cell) -> Result<bool, Expected> {
    match cell.as_text().to_lowercase().as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "✓" | "✔" | "✔\u{fe0f}" | "☑" | "☒" => Ok(true),
        "no" | "n" | "false" | "f" | "0" | "☐" => Ok(false),
        _ => Err(Expected::YesNo),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Cell::text("Yes"), Ok(true))]
    #[case(Cell::text(" Y "), Ok(true))]
    #[case(Cell::text("TRUE"), Ok(true))]
    #[case(Cell::text("X"), Ok(true))]
    #[case(Cell::text("✓"), Ok(true))]
    #[case(Cell::Number(1.0), Ok(true))]
    #[case(Cell::text("no"), Ok(false))]
    #[case(Cell::text("N"), Ok(false))]
    #[case(Cell::text("false"), Ok(false))]
    #[case(Cell::Number(0.0), Ok(false))]
    #[case(Cell::text("✗"), Err(Expected::YesNo))]
    #[case(Cell::text("not met"), Err(Expected::YesNo))]
    #[case(Cell::Number(2.0), Err(Expected::YesNo))]
    #[case(Cell::Empty, Err(Expected::YesNo))]
    #[case(Cell::Error("#N/A".into()), Err(Expected::YesNo))]
    fn answers(#[case] cell: Cell, #[case] answer: Result<bool, Expected>) {
        assert_eq!(read_yes_no(&cell), answer);
    }
}
