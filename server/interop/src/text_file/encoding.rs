//! Which letters the bytes of a text file stand for.

use crate::SheetProblem;

/// Decodes by the byte-order mark where there is one; else UTF-8 where it fits; else
/// Windows-1252, in which British Excel saves a plain ".csv". A text holds no NUL, so one is
/// the sign of some other kind of file.
pub(super) fn decode(bytes: &[u8]) -> Result<String, SheetProblem> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf_8(rest),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => utf_8(bytes),
    };
    if text.contains('\0') { Err(SheetProblem::NotASpreadsheet) } else { Ok(text) }
}

fn utf_8(bytes: &[u8]) -> String {
    str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned)
}

/// An odd byte at the end of a file that was cut off is dropped.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_1252_letter(*byte)).collect()
}

/// Where Windows-1252 differs from Latin-1, whose bytes are the code points.
fn windows_1252_letter(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|place| FROM_0X80.get(usize::from(place)).copied()).unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::utf_8(b"Zo\xC3\xAB", "Zoë")]
    #[case::utf_8_with_mark(b"\xEF\xBB\xBFZo\xC3\xAB", "Zoë")]
    #[case::windows(b"Zo\xEB \x80 \x92", "Zoë € ’")]
    #[case::utf_16_little(b"\xFF\xFEZ\0o\0\xEB\0", "Zoë")]
    #[case::utf_16_big(b"\xFE\xFF\0Z\0o\0\xEB", "Zoë")]
    #[case::utf_16_cut_off(b"\xFF\xFEZ\0o", "Z")]
    #[case::utf_16_half_a_pair(b"\xFF\xFE\x3D\xD8", "\u{FFFD}")]
    fn every_encoding_spells_zoe(#[case] bytes: &[u8], #[case] text: &str) {
        assert_eq!(decode(bytes), Ok(text.to_owned()));
    }

    #[test]
    fn a_nul_is_no_text() {
        assert_eq!(decode(b"Bed\0Name"), Err(SheetProblem::NotASpreadsheet));
    }
}
