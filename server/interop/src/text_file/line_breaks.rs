//! Line breaks of every system as one kind, so that rows can be counted.

/// Windows' `\r\n` and the old Macintosh's `\r` become `\n`, inside quoted cells too.
pub(super) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// How many empty lines stand at a place. The csv reader skips them, Excel counts them as rows.
pub(super) fn leading(text: &str, from: usize) -> u32 {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let lines = rest.iter().take_while(|byte| **byte == b'\n').count();
    u32::try_from(lines).unwrap_or(u32::MAX)
}
