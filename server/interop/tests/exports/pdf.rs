//! The pages, by lopdf: their words, and what a screen reader finds of them.

use domain::report::{
    Report,
    document::{Cell, Column, ColumnKind, Section, Table},
};
use interop::report::{pdf, pdf_pack};
use lopdf::{Dictionary, Document, Object};
use proptest::prelude::*;

use crate::example;

fn open(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF")
}

fn written() -> Document {
    open(&pdf(&example::report()).expect("PDF/UA-1"))
}

/// The words of each page, on one line.
fn pages(document: &Document) -> Vec<String> {
    let page = |number: &u32| {
        let text = document.extract_text(&[*number]).expect("text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    document.get_pages().keys().map(page).collect()
}

/// The elements of a kind in the structure of the document.
fn elements<'a>(document: &'a Document, kind: &str) -> Vec<&'a Dictionary> {
    let all = document.objects.values().filter_map(|object| object.as_dict().ok());
    let of_kind = |element: &&Dictionary| {
        element.has(b"P") && element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes())
    };
    all.filter(of_kind).collect()
}

fn text_of(element: &Dictionary, key: &[u8]) -> String {
    let bytes = element.get(key).and_then(Object::as_str).expect("text");
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        None => String::from_utf8(bytes.to_vec()).expect("ASCII"),
    }
}

#[test]
fn every_figure_is_on_the_page() {
    let text = pages(&written()).join(" ");
    for row in example::report().sections.iter().flat_map(|section| &section.table.rows) {
        for cell in row.iter().filter(|cell| !matches!(cell, Cell::Words(_))) {
            assert!(text.contains(&cell.shown()), "{} in {text}", cell.shown());
        }
    }
    for (week, count) in (0..).zip(example::WEEKS) {
        let row = format!("{} {count:.1} {:.1}%", Cell::Day(example::week(week)).shown(), count / 1.2);
        assert!(text.contains(&row), "{row} in {text}");
    }
    for (reason, days) in example::REASONS {
        assert!(text.contains(&format!("{reason} {days}")), "{reason} in {text}");
    }
}

#[test]
fn it_says_what_was_asked_when_and_by_whom_and_what_is_meant() {
    let pages = pages(&written());
    for expected in
        ["Ward: Cedar Ward", "Counted: 05-Mar-2026 09:30", "By: Grace Bell", "Classification: OFFICIAL-SENSITIVE: NHS"]
    {
        assert!(pages[0].contains(expected), "{expected} in {}", pages[0]);
    }
    let text = pages.join(" ");
    for figure in example::report().figures() {
        assert!(text.contains(figure.definition().name) && text.contains(figure.definition().meaning), "{figure:?} in {text}");
    }
}

#[test]
fn every_page_has_its_number_and_the_classification() {
    let pages = pages(&written());
    assert!(pages.len() > 1);
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains(&format!("Page {number} of {}", pages.len())), "{page}");
        assert!(page.contains("OFFICIAL-SENSITIVE: NHS"), "{page}");
    }
}

#[test]
fn a_screen_reader_finds_headings_tables_and_figures() {
    let document = written();
    assert_eq!(elements(&document, "H1").len(), 1);
    assert_eq!(elements(&document, "H2").len(), 3);
    assert_eq!(elements(&document, "Table").len(), 3);
    let [columns, rows] = [3 + 2 + 4, 13 + 3 + 2];
    assert_eq!(elements(&document, "TH").len(), columns + rows);
    assert_eq!(elements(&document, "TD").len(), 13 * 2 + 3 + 2 * 3);
    let figures: Vec<String> = elements(&document, "Figure").iter().map(|figure| text_of(figure, b"Alt")).collect();
    assert_eq!(figures.len(), 4, "two charts and the icons of the first: {figures:?}");
    assert!(figures.iter().any(|words| words.contains("The latest, 05-Mar-2026: 20 patients. Above the upper process limit")));
    assert!(figures.iter().any(|words| words == "Special cause of concern: higher values"));
    assert!(figures.iter().any(|words| words == "Consistently hits the target"));
    assert!(figures.iter().any(|words| words.contains("Awaiting a diagnostic test: 30 bed days, 91.0% up to here")));
}

#[test]
fn it_calls_itself_accessible_british_and_by_its_title() {
    let document = written();
    let catalog = document.catalog().expect("a catalogue");
    assert_eq!(text_of(catalog, b"Lang"), "en-GB");
    let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).and_then(|info| info.get(b"Marked"));
    assert!(matches!(marked, Ok(Object::Boolean(true))));
    let metadata = document.get_object(catalog.get(b"Metadata").and_then(Object::as_reference).expect("metadata"));
    let metadata = metadata.and_then(Object::as_stream).expect("a stream");
    let xmp = String::from_utf8_lossy(&metadata.content).into_owned();
    assert!(xmp.contains("pdfuaid:part") && xmp.contains("Long stays") && xmp.contains("Grace Bell"), "{xmp}");
    assert!(!xmp.contains("/root") && !xmp.contains("/work"));
}

#[test]
fn what_the_font_lacks_is_still_read() {
    let report = Report {
        sections: vec![Section {
            table: table(vec![vec![Cell::words("Łukasz 🙂")]]),
            ..example::report().sections.swap_remove(2)
        }],
        ..example::report()
    };
    let document = open(&pdf(&report).expect("PDF/UA-1"));
    assert!(pages(&document).join(" ").contains('Ł'));
    let contents: Vec<u8> = document.get_pages().values().flat_map(|page| document.get_page_content(*page)).collect();
    // "🙂" as UTF-16 in the actual text of its line.
    assert!(String::from_utf8_lossy(&contents).contains("D83DDE42"));
}

/// Of one column.
fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: vec![Column::new("Patient", ColumnKind::Words)], rows }
}

fn with_table(table: Table) -> Report {
    let section = Section { heading: "List".to_owned(), words: Vec::new(), chart: None, table, figures: Vec::new() };
    Report { sections: vec![section], ..example::report() }
}

#[test]
fn a_long_table_repeats_its_headings_and_loses_no_row() {
    let rows = (1..=200_u32).map(|stay| vec![Cell::words(format!("Patient {stay}."))]).collect();
    let document = open(&pdf(&with_table(table(rows))).expect("PDF/UA-1"));
    let pages = pages(&document);
    assert!(pages.len() > 3);
    let text = pages.join(" ");
    assert!((1..=200).all(|stay| text.contains(&format!("Patient {stay}."))));
    for page in &pages {
        assert!(page.contains("Patient Patient "), "the heading before the first row: {page}");
    }
    assert_eq!(elements(&document, "TH").len(), 1 + 200, "a repeated heading is for the eye alone");
}

#[test]
fn a_cell_that_is_longer_than_a_page_goes_on() {
    let note: Vec<String> = (1..=4_000).map(|word| format!("word{word}")).collect();
    let document = open(&pdf(&with_table(table(vec![vec![Cell::words(note.join(" "))]]))).expect("PDF/UA-1"));
    let pages = pages(&document);
    assert!(pages.len() > 2);
    let text = pages.join(" ");
    assert!((1..=4_000).all(|word| text.contains(&format!("word{word}"))));
}

#[test]
fn a_table_of_many_columns_lies_on_its_side() {
    let columns: Vec<Column> = (0..10).map(|number| Column::new(format!("Column {number}"), ColumnKind::Count)).collect();
    let rows = vec![(0..10).map(Cell::Count).collect()];
    let document = open(&pdf(&with_table(Table { columns, rows })).expect("PDF/UA-1"));
    let page = document.get_pages().values().next().copied().expect("a page");
    let bounds = document.get_dictionary(page).and_then(|page| page.get(b"MediaBox")).and_then(Object::as_array).expect("bounds");
    let [width, height] = [2, 3].map(|side| bounds[side].as_float().expect("a length"));
    assert!(width > height, "{width} × {height}");
}

#[test]
fn a_board_pack_begins_each_report_on_a_page_of_its_own() {
    let reports = [with_table(Table::default()), with_table(Table::default())];
    let document = open(&pdf_pack("Board pack", &reports).expect("PDF/UA-1"));
    let pages = pages(&document);
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| page.contains("Long stays") && page.contains("Board pack")), "{pages:?}");
    assert_eq!(elements(&document, "H1").len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_written_the_pages_are_accessible(words in "\\PC{0,60}|[\u{0}-\u{ff}]{0,40}|[\u{300}-\u{36f}\u{600}-\u{6ff}a ]{0,20}") {
        pdf(&example::with_words_everywhere(&words)).expect("PDF/UA-1");
    }
}
