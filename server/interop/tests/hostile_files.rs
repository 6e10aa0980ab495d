//! Files that are broken or meant to break: each is answered, none panics or takes the memory.

use std::io::{Cursor, Write};

use interop::{Cell, SheetProblem, read_date_time, read_sheet, read_yes_no, write_csv};
use interop::{TwoDigitYear, read_date};
use proptest::prelude::*;
use rstest::rstest;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn good_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet();
    list.write(0, 0, "Bed").and_then(|list| list.write(0, 1, "Name")).expect("headings");
    list.write(1, 0, "A1").and_then(|list| list.write(1, 1, "Amara Obi")).expect("a row");
    workbook.save_to_buffer().expect("a workbook")
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The smallest workbook that is read, around made-up rows and shared texts.
fn workbook(rows: &str, shared: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationships><Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    zip(&[
        ("_rels/.rels", relation("r1", "officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", relation("r1", "worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
    ])
}

const NO_TEXTS: &str = r#"<sst uniqueCount="0"></sst>"#;

fn row(reference: &str) -> String {
    format!(r#"<row><c r="{reference}" t="str"><v>x</v></c></row>"#)
}

#[rstest]
#[case::empty("list.csv", b"", SheetProblem::Empty)]
#[case::white_space("list.csv", b" \r\n\r\n", SheetProblem::Empty)]
#[case::old_excel("list.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old", SheetProblem::OldExcel)]
#[case::web_page("list.xls", b"<html><table><tr><td>Bed", SheetProblem::NotASpreadsheet)]
#[case::pdf("list.xlsx", b"%PDF-1.7 ...", SheetProblem::NotASpreadsheet)]
#[case::picture("list.csv", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", SheetProblem::NotASpreadsheet)]
#[case::zip_of_nothing("list.xlsx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", SheetProblem::NotASpreadsheet)]
#[case::zip_cut_off("list.xlsx", b"PK\x03\x04\x14\0", SheetProblem::Damaged)]
#[case::one_column("list.csv", b"Bed\nA1\nA2\n", SheetProblem::NoHeader)]
#[case::figures_only("list.csv", b"1,2,3\n4,5,6\n", SheetProblem::NoHeader)]
fn a_file_that_is_no_list_is_refused(#[case] name: &str, #[case] bytes: &[u8], #[case] problem: SheetProblem) {
    assert_eq!(read_sheet(name, bytes), Err(problem));
}

#[test]
fn a_file_over_ten_megabytes_is_not_looked_at() {
    let bytes = vec![b'x'; 10 * 1024 * 1024 + 1];
    assert_eq!(read_sheet("list.csv", &bytes), Err(SheetProblem::TooLarge));
}

#[test]
fn a_document_of_another_program_is_no_spreadsheet() {
    let document = zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    assert_eq!(read_sheet("list.ods", &document), Err(SheetProblem::NotASpreadsheet));
}

#[test]
fn a_zip_bomb_is_refused_by_size_and_by_ratio() {
    let zeros = vec![0; 101 * 1024 * 1024];
    let too_large = zip(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert_eq!(read_sheet("list.xlsx", &too_large), Err(SheetProblem::UnpacksTooLarge));
    let too_far = zip(&[("xl/worksheets/sheet1.xml", &zeros[..20 * 1024 * 1024])]);
    assert_eq!(read_sheet("list.xlsx", &too_far), Err(SheetProblem::UnpacksTooFar));
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_refused() {
    let size = 20 * 1024 * 1024_u32;
    let mut bomb = zip(&[("xl/worksheets/sheet1.xml", &vec![0; 20 * 1024 * 1024])]);
    let declared = size.to_le_bytes();
    while let Some(at) = bomb.windows(4).position(|window| window == declared) {
        bomb[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    let read = read_sheet("list.xlsx", &bomb);
    assert!(matches!(read, Err(SheetProblem::UnpacksTooFar | SheetProblem::Damaged)), "{read:?}");
}

#[rstest]
#[case::column_overflows("ZZZZZZZZZZZZZZ1")]
#[case::row_overflows("A99999999999999999999")]
#[case::row_nought("A0")]
#[case::no_reference("§")]
fn a_made_up_cell_name_is_damage(#[case] reference: &str) {
    let read = read_sheet("list.xlsx", &workbook(&row(reference), NO_TEXTS));
    let refused = matches!(read, Err(SheetProblem::Damaged | SheetProblem::NoHeader | SheetProblem::TooManyColumns { .. }));
    assert!(refused, "{read:?}");
}

#[rstest]
#[case::text_that_is_not_there(r#"<row><c r="A1" t="s"><v>7</v></c></row>"#, NO_TEXTS)]
#[case::sheet_cut_off(r#"<row><c r="A1"#, NO_TEXTS)]
#[case::texts_beyond_memory("", r#"<sst uniqueCount="999999999999"></sst>"#)]
fn a_workbook_that_contradicts_itself_is_damaged(#[case] rows: &str, #[case] shared: &str) {
    assert_eq!(read_sheet("list.xlsx", &workbook(rows, shared)), Err(SheetProblem::Damaged));
}

#[test]
fn one_long_text_shared_by_every_cell_is_stopped() {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(4_000));
    let rows = r#"<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>"#.repeat(3_000);
    let read = read_sheet("list.xlsx", &workbook(&rows, &shared));
    assert_eq!(read, Err(SheetProblem::TooMuchText));
}

#[test]
fn a_workbook_cut_off_anywhere_is_refused() {
    let whole = good_workbook();
    assert!(read_sheet("list.xlsx", &whole).is_ok());
    for length in (0..whole.len()).step_by(7) {
        let read = read_sheet("list.xlsx", &whole[..length]);
        assert!(read.is_err(), "cut off after {length} bytes");
    }
}

#[test]
fn no_sentence_repeats_a_cell() {
    let long = format!("Bed,Name\nA1,Amara Obi {}\n", "x".repeat(5_000));
    let problem = read_sheet("list.csv", long.as_bytes()).expect_err("a long cell");
    assert_eq!(
        problem.to_string(),
        "Cell B2 holds more than 4,000 characters. Shorten it, or look for a quotation mark that is not closed."
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read_sheet("list.csv", &bytes);
        let _ = read_sheet("list.xlsx", &[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn any_text_is_answered(text in "[\\PC,;\t\"\r\n]{0,400}") {
        let _ = read_sheet("list.csv", text.as_bytes());
    }

    #[test]
    fn a_workbook_with_a_wrong_byte_is_answered(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = good_workbook();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_sheet("list.xlsx", &bytes);
    }

    #[test]
    fn any_sheet_xml_is_answered(rows in "(<row>|</row>|<c r=\"[A-Z]{1,9}[0-9]{0,12}\" t=\"(s|n|d|e|b|str)\">|<v>[0-9a-z#.-]{0,9}</v>|</c>){0,20}") {
        let _ = read_sheet("list.xlsx", &workbook(&rows, NO_TEXTS));
    }

    #[test]
    fn any_cell_is_answered(text in "\\PC{0,40}", number: f64) {
        for cell in [Cell::text(&text), Cell::Number(number)] {
            let _ = read_date(&cell, TwoDigitYear::ThisCentury);
            let _ = read_date_time(&cell);
            let _ = read_yes_no(&cell);
            let _ = cell.as_text();
        }
    }

    #[test]
    fn near_dates_are_answered(text in "[0-9]{0,5}[-/. T]?(Apr|4|April)?[-/. ]?[0-9]{0,5}[ T]?[0-9]{0,2}:?[0-9]{0,2}(:|\\.|pm|Z)?") {
        let _ = read_date(&Cell::text(&text), TwoDigitYear::ThisCentury);
        let _ = read_date_time(&Cell::text(&text));
    }

    #[test]
    fn what_is_written_is_read_again(cells in proptest::collection::vec("[a-zA-Zëß0-9\",; \n]{0,20}", 1..8)) {
        let bytes = write_csv(&["Bed", "Name"], &[vec!["A1".to_owned()], cells.clone()]);
        let sheet = read_sheet("results.csv", &bytes).expect("a list");
        let last = sheet.rows.last().expect("a row");
        for (column, cell) in cells.iter().enumerate() {
            if !cell.starts_with('\n') && !cells.iter().all(|cell| cell.trim().is_empty()) {
                prop_assert_eq!(last.cell(column), &Cell::text(cell));
            }
        }
    }
}
