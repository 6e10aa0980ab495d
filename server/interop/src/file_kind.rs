//! What a file is, by its first bytes rather than by its name.

/// The kinds that are told apart, because each has a different answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A zip, and so perhaps an .xlsx.
    Workbook,
    /// Perhaps a .csv.
    Text,
    /// An .xls, or another file of Office before 2007.
    OldExcel,
    /// An .xlsx behind a password, which Office wraps in its old container.
    Locked,
    Other,
    Nothing,
}

const ZIP: &[u8] = b"PK";
const OLD_OFFICE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
/// How other kinds of text begin. Some hospital systems call a web page ".xls".
const OTHER_TEXT: [&[u8]; 4] = [b"<", b"%PDF", b"{\\rtf", b"MSH|"];
/// Names under which a text is taken for a list. Some systems call tab-separated text ".xls".
const LIST_NAMES: [&str; 6] = ["csv", "tsv", "tab", "txt", "xls", "xlsx"];

impl FileKind {
    pub(crate) fn of(file_name: &str, bytes: &[u8]) -> Self {
        let start = without_mark(bytes).trim_ascii_start();
        if start.is_empty() {
            Self::Nothing
        } else if bytes.starts_with(ZIP) && matches!(bytes.get(2), Some(3 | 5)) {
            Self::Workbook
        } else if bytes.starts_with(OLD_OFFICE) {
            Self::of_old_office(bytes)
        } else if OTHER_TEXT.iter().any(|other| start.starts_with(other)) || !is_list(file_name) {
            Self::Other
        } else {
            Self::Text
        }
    }

    fn of_old_office(bytes: &[u8]) -> Self {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(name.len()).any(|window| window == name) { Self::Locked } else { Self::OldExcel }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes)
}

fn is_list(file_name: &str) -> bool {
    file_name.rsplit_once('.').is_none_or(|(_, ending)| LIST_NAMES.contains(&ending.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("list.csv", b"PK\x03\x04...", FileKind::Workbook)]
    #[case("list.xlsx", b"Bed,Name\n", FileKind::Text)]
    #[case("export.XLS", b"Bed\tName\n", FileKind::Text)]
    #[case("export.xls", b" <html><table>", FileKind::Other)]
    #[case("ward.pdf", b"%PDF-1.7", FileKind::Other)]
    #[case("list.csv", b"%PDF-1.7", FileKind::Other)]
    #[case("notes.docx", b"Bed,Name\n", FileKind::Other)]
    #[case("pkd.csv", b"PKD,Name\n", FileKind::Text)]
    #[case("list", b"Bed,Name\n", FileKind::Text)]
    #[case("list.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OldExcel)]
    #[case("list.csv", b"", FileKind::Nothing)]
    #[case("list.csv", b"\xEF\xBB\xBF \r\n", FileKind::Nothing)]
    fn the_content_decides(#[case] name: &str, #[case] bytes: &[u8], #[case] kind: FileKind) {
        assert_eq!(FileKind::of(name, bytes), kind);
    }

    #[test]
    fn a_password_is_seen_in_the_old_container() {
        let mut bytes = OLD_OFFICE.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(FileKind::of("list.xlsx", &bytes), FileKind::Locked);
    }
}
