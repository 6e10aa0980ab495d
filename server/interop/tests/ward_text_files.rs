//! Ward lists as text, in the ways that Excel and hospital systems save them.

use interop::{Cell, Sheet, read_sheet};
use rstest::rstest;

const LIST: &str = "Willow ward\n\nBed,Name,Note\nA1,Zoë Obi,\"stairs,\nbathroom\"\n\nA2,Ravi Shah\n";

fn as_saved(separator: &str) -> String {
    LIST.replace("stairs,", "stairs§").replace(',', separator).replace('§', ",")
}

fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a Latin letter")).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn assert_is_the_list(sheet: &Sheet) {
    let headings: Vec<_> = sheet.header.iter().map(|heading| heading.text.as_str()).collect();
    assert_eq!(headings, ["Bed", "Name", "Note"]);
    assert_eq!(sheet.preamble, ["Willow ward"]);
    assert_eq!(sheet.rows[0].cell(1), &Cell::Text("Zoë Obi".into()));
    assert_eq!(sheet.rows[0].cell(2), &Cell::Text("stairs,\nbathroom".into()));
    assert_eq!(sheet.rows[1].cell(2), &Cell::Empty);
    assert_eq!([sheet.rows[0].number, sheet.rows[1].number], [4, 6]);
}

#[rstest]
#[case::csv_utf_8("list.csv", LIST.as_bytes().to_vec())]
#[case::csv_utf_8_with_mark("list.csv", format!("\u{feff}{LIST}").into_bytes())]
#[case::csv_of_british_excel("LIST.CSV", windows_1252(&LIST.replace('\n', "\r\n")))]
#[case::csv_of_old_mac("list.csv", windows_1252(&LIST.replace('\n', "\r")))]
#[case::csv_of_german_excel("list.csv", windows_1252(&as_saved(";")))]
#[case::unicode_text_of_excel("list.txt", utf_16(&as_saved("\t").replace('\n', "\r\n")))]
#[case::tabs_called_xls("export.xls", windows_1252(&as_saved("\t")))]
#[case::named_separator("list.csv", format!("sep=;\n{}", as_saved(";")).into_bytes())]
fn willow_ward_is_the_same_list_however_it_is_saved(#[case] name: &str, #[case] bytes: Vec<u8>) {
    assert_is_the_list(&read_sheet(name, &bytes).expect("a list"));
}
