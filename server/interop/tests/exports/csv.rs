//! The .csv, by the csv crate's reader.

use domain::report::document::{Cell, Column, ColumnKind};
use interop::report::{ExportError, List, csv, csv_list};
use proptest::prelude::*;

use crate::example::{self, FORMULA};

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

/// The records between two that begin so.
fn between<'a>(records: &'a [Vec<String>], first: &str, end: &str) -> &'a [Vec<String>] {
    let place = |words: &str, from: usize| {
        let found = records[from..].iter().position(|record| record[0] == words);
        from + found.unwrap_or_else(|| panic!("no {words:?} in {records:?}"))
    };
    let start = place(first, 0) + 1;
    &records[start..place(end, start)]
}

#[test]
fn every_figure_comes_back() {
    let records = records(&csv(&example::report()));
    let weeks = between(&records, "Week", "Figure");
    let counts: Vec<f64> = weeks.iter().map(|record| record[1].parse().expect("a number")).collect();
    assert_eq!(counts, example::WEEKS);
    let shares: Vec<f64> = weeks.iter().map(|record| record[2].parse().expect("a number")).collect();
    assert_eq!(shares, example::WEEKS.map(|count| count / 120.0), "unrounded");
    assert_eq!(weeks[12][0], "05-Mar-2026");
    let reasons = between(&records, "Reason", "Figure");
    let expected = example::REASONS.map(|(reason, days)| vec![reason.to_owned(), days.to_string()]);
    assert_eq!(reasons, expected);
}

#[test]
fn it_says_what_was_asked_when_and_by_whom_and_what_is_meant() {
    let records = records(&csv(&example::report()));
    let stamp = &records[..6];
    assert_eq!(
        stamp.iter().map(|record| record.join(": ")).collect::<Vec<_>>(),
        [
            "Long stays",
            "Ward: Cedar Ward",
            "To: 05-Mar-2026",
            "Counted: 05-Mar-2026 09:30",
            "By: Grace Bell",
            "Classification: OFFICIAL-SENSITIVE: NHS"
        ]
    );
    let meant: Vec<&str> = records.iter().filter(|record| record.len() == 4).map(|record| record[0].as_str()).collect();
    for figure in example::report().figures() {
        let name = figure.definition().name;
        assert!(meant.contains(&name), "{name} in {meant:?}");
    }
}

#[test]
fn what_a_person_wrote_is_text() {
    let records = records(&csv(&example::report()));
    let patients = between(&records, "Patient", "Figure");
    assert_eq!(patients[0], ["Zoë O’Neill", "1234", "27-Feb-2026", &format!("'{FORMULA}")]);
    assert_eq!(patients[1], ["Łukasz 🙂", "*", "", "'-2 + 3\nsecond line"]);
}

#[test]
fn every_line_ends_as_excel_expects() {
    let text = String::from_utf8(csv(&example::report())).expect("UTF-8");
    let inside_quotes = "second line";
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count() + text.matches(&format!("\n{inside_quotes}")).count());
    assert!(text.ends_with("\r\n"));
}

#[test]
fn a_long_list_comes_row_by_row() {
    let report = example::report();
    let columns = [Column::new("Stay", ColumnKind::Count)];
    let list = List { report: &report, heading: "Stays", columns: &columns, figures: &[] };
    let rows = (1..=5_000).map(|stay| Ok::<_, ExportError>(vec![Cell::Count(stay)]));
    let mut bytes = Vec::new();
    assert_eq!(csv_list(list, rows, &mut bytes).expect("a file"), 5_000);
    let records = records(&bytes);
    assert_eq!(records.last(), Some(&vec!["5000".to_owned()]));
    assert!(records.contains(&vec!["By".to_owned(), "Grace Bell".to_owned()]));
}

proptest! {
    #[test]
    fn no_text_begins_a_formula(words in "[=+@\\-\t\r\n'\",; a-z＝]{0,8}") {
        let records = records(&csv(&example::with_words_everywhere(&words)));
        for cell in records.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{cell:?}");
        }
        let is_whole = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell) == words || *cell == words;
        prop_assert!(records[0].iter().all(is_whole), "{:?}", records[0]);
    }
}
