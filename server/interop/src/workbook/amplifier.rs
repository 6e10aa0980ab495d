//! Parts of an .xlsx by which a few bytes make the reader take gigabytes.
//!
//! Calamine reserves room for as many shared texts as the file claims to have, and copies the
//! number format into every cell style that names it. Running out of memory ends the server,
//! and cannot be caught as a panic can, so both are looked at beforehand. Excel itself allows
//! 64,000 cell styles and 255 characters in a number format.

use crate::SheetProblem;
use crate::limits::{MAX_COLUMNS, MAX_ROWS};

const MAX_SHARED_TEXTS: usize = MAX_ROWS * MAX_COLUMNS;
const MAX_CELL_STYLES: usize = 130_000;
const MAX_STYLE_WORD: usize = 1_000;

/// Looks into one unpacked part; `name` is its path in lower case.
pub(super) fn hold_to_limits(name: &str, part: &[u8]) -> Result<(), SheetProblem> {
    let is_styles = name.ends_with("styles.xml");
    if claims_too_many_texts(part) || is_styles && has_too_much_style(part) { Err(SheetProblem::Damaged) } else { Ok(()) }
}

fn claims_too_many_texts(part: &[u8]) -> bool {
    const CLAIM: &[u8] = b"uniqueCount";
    part.windows(CLAIM.len())
        .enumerate()
        .filter(|(_, window)| *window == CLAIM)
        .any(|(at, _)| claimed(&part[at + CLAIM.len()..]) > MAX_SHARED_TEXTS)
}

/// The number in ` = "123"`; the largest where it does not fit.
fn claimed(rest: &[u8]) -> usize {
    let digits = rest
        .iter()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b'0') || byte.is_ascii_whitespace())
        .take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |number: usize, digit| number.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}

fn has_too_much_style(part: &[u8]) -> bool {
    let styles = part.windows(3).filter(|window| matches!(window, [b'<' | b':', b'x', b'f'])).count();
    let words = part.split(|byte| matches!(byte, b'"' | b'\''));
    styles > MAX_CELL_STYLES || words.map(<[u8]>::len).max().unwrap_or(0) > MAX_STYLE_WORD
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(r#"<sst count="9" uniqueCount="7">"#, true)]
    #[case(r#"<sst uniqueCount="0004000000">"#, true)]
    #[case(r#"<sst uniqueCount="4000001">"#, false)]
    #[case("<sst uniqueCount = '99999999999999999999999'>", false)]
    fn a_claim_of_shared_texts_is_bounded(#[case] part: &str, #[case] held: bool) {
        assert_eq!(hold_to_limits("xl/sharedstrings.xml", part.as_bytes()).is_ok(), held);
    }

    #[rstest]
    #[case(r#"<xf numFmtId="164"/>"#.repeat(64_000), true)]
    #[case(r#"<xf numFmtId="164"/>"#.repeat(130_001), false)]
    #[case(format!(r#"<numFmt formatCode="{}"/>"#, "0".repeat(255)), true)]
    #[case(format!(r#"<numFmt formatCode="{}"/>"#, "0".repeat(1_001)), false)]
    fn styles_are_bounded(#[case] part: String, #[case] held: bool) {
        assert_eq!(hold_to_limits("xl/styles.xml", part.as_bytes()).is_ok(), held);
    }
}
