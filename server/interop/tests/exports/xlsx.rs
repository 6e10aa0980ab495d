//! The workbook, by calamine; and in its own XML what calamine passes over.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Range, Reader, Xlsx};
use interop::report::{xlsx, xlsx_pack};
use proptest::prelude::*;

use crate::example::{self, FORMULA};

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

fn written() -> Vec<u8> {
    xlsx(&example::report()).expect("a workbook")
}

fn sheet(name: &str) -> Range<Data> {
    open(&written()).worksheet_range(name).unwrap_or_else(|_| panic!("no sheet {name:?}"))
}

/// A column of a sheet below its heading, by its letter's place.
fn column(range: &Range<Data>, place: usize) -> Vec<Data> {
    range.rows().skip(1).map(|row| row[place].clone()).take_while(|cell| !cell.is_empty()).collect()
}

fn numbers(range: &Range<Data>, place: usize) -> Vec<f64> {
    column(range, place).iter().map(|cell| cell.get_float().unwrap_or_else(|| panic!("{cell:?} is no number"))).collect()
}

const WEEKS: &str = "Patients here for 21 nights or";

#[test]
fn every_figure_is_a_number_and_every_day_a_date() {
    let weeks = sheet(WEEKS);
    assert_eq!(numbers(&weeks, 1), example::WEEKS);
    assert_eq!(numbers(&weeks, 2), example::WEEKS.map(|count| count / 120.0));
    let days: Vec<_> = column(&weeks, 0).iter().map(|cell| cell.as_date().expect("a date")).collect();
    assert_eq!(days, (0..13).map(example::week).collect::<Vec<_>>());
    let reasons = sheet("Delay days by reason");
    let read: Vec<(String, f64)> = column(&reasons, 0).iter().map(ToString::to_string).zip(numbers(&reasons, 1)).collect();
    assert_eq!(read, example::REASONS.map(|(reason, days)| (reason.to_owned(), f64::from(u32::try_from(days).expect("small")))));
}

#[test]
fn a_chart_has_its_figures_on_its_sheet() {
    let weeks = sheet(WEEKS);
    let headings: Vec<String> = weeks.rows().next().expect("headings").iter().map(ToString::to_string).collect();
    let first = headings.iter().position(|heading| heading == "Of").expect("the chart's labels");
    assert_eq!(
        headings[first..],
        ["Of", "patients", "Mean", "Lower process limit", "Upper process limit", "Target", "Concern", "What it is"]
    );
    assert_eq!(numbers(&weeks, first + 1), example::WEEKS);
    let last = weeks.rows().nth(13).expect("the last week");
    let shown = |place: usize| format!("{:.1}", last[first + place].get_float().expect("a number"));
    assert_eq!([2, 3, 4].map(shown), ["12.6", "8.5", "16.7"]);
    assert_eq!([5, 6].map(|place| last[first + place].get_float()), [Some(18.0), Some(20.0)], "the target, and the figure again");
    assert_eq!(last[first + 7].to_string(), "Above the upper process limit");
    let reasons = sheet("Delay days by reason");
    let headings = reasons.rows().next().expect("headings");
    let running = headings.iter().position(|heading| heading.get_string() == Some("Up to here, of the whole"));
    assert_eq!(numbers(&reasons, running.expect("the line's figures")), [0.61, 0.91, 1.0]);
}

#[test]
fn what_a_person_wrote_is_text() {
    let patients = sheet("Who they are");
    assert_eq!(patients.get((1, 0)), Some(&Data::String("Zoë O’Neill".to_owned())));
    assert_eq!(patients.get((1, 1)), Some(&Data::Float(1_234.0)));
    assert_eq!(patients.get((1, 3)), Some(&Data::String(FORMULA.to_owned())));
    assert_eq!(patients.get((2, 1)), Some(&Data::String("*".to_owned())));
    assert_eq!(patients.get((2, 2)), Some(&Data::Empty));
}

#[test]
fn the_first_sheet_says_what_it_is_and_the_last_what_it_means() {
    let about = sheet("About");
    let lines: Vec<String> = about.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    for expected in [
        "Long stays|",
        "Ward|Cedar Ward",
        "Counted|05-Mar-2026 09:30",
        "By|Grace Bell",
        "Classification|OFFICIAL-SENSITIVE: NHS",
        "Delay days by reason|100 nights were lost.",
        "|Six in ten waited for a bed.",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected:?} in {lines:?}");
    }
    let defined: Vec<String> = column(&sheet("Definitions"), 0).iter().map(ToString::to_string).collect();
    let names: Vec<&str> = example::report().figures().iter().map(|figure| figure.definition().name).collect();
    assert_eq!(defined, names);
}

#[test]
fn two_reports_in_one_workbook_keep_their_sheets_apart() {
    let reports = [example::report(), example::report()];
    let workbook = open(&xlsx_pack("Board pack", &reports).expect("a workbook"));
    let names = workbook.sheet_names();
    assert_eq!(names.len(), 8);
    assert!(names.contains(&"Who they are (2)".to_owned()), "{names:?}");
}

/// A file inside the workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).expect("a package");
    let mut text = String::new();
    let mut file = parts.by_name(name).unwrap_or_else(|_| panic!("no {name}"));
    file.read_to_string(&mut text).expect("text");
    text
}

fn part_names(bytes: &[u8]) -> Vec<String> {
    let parts = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).expect("a package");
    parts.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

#[test]
fn the_headings_stay_in_view_filter_and_print() {
    let bytes = written();
    let xml = part(&bytes, "xl/worksheets/sheet2.xml");
    for expected in [
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A1:C14"/>"#,
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        "Page &amp;P of &amp;N",
        "OFFICIAL-SENSITIVE: NHS",
    ] {
        assert!(xml.contains(expected), "{expected} in {xml}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("'!$1:$1</definedName>"));
}

#[test]
fn charts_are_excels_own_and_told_in_words() {
    let bytes = written();
    let xmr = part(&bytes, "xl/charts/chart1.xml");
    assert_eq!(xmr.matches("<c:ser>").count(), 6, "figures, mean, two limits, the target and one kind of special cause");
    assert!(xmr.contains("<c:lineChart>") && xmr.contains("triangle") && xmr.contains("E46C0A") && xmr.contains("DE1B1B"));
    let pareto = part(&bytes, "xl/charts/chart2.xml");
    assert!(pareto.contains("<c:barChart>") && pareto.contains("<c:lineChart>"));
    assert_eq!(pareto.matches("<c:valAx>").count(), 2, "the line has an axis of its own");
    assert!(part(&bytes, "xl/drawings/drawing1.xml").contains("The latest, 05-Mar-2026: 20 patients."));
}

#[test]
fn no_macro_and_nothing_of_the_machine() {
    let bytes = written();
    assert!(!part_names(&bytes).iter().any(|name| name.contains("vba") || name.contains("externalLink")));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>Long stays</dc:title>") && core.contains("<dc:creator>Grace Bell</dc:creator>"));
    assert!(core.contains("2026-03-05T09:30:00Z"));
    let home = std::env::current_dir().expect("a folder").display().to_string();
    for name in &part_names(&bytes) {
        let text = part(&bytes, name);
        assert!(!text.contains(&home) && !text.contains("/tmp") && !text.contains("absPath"), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_text_is_a_formula(words in "[=+@\\-{}'\"&<> a-zé]{1,12}") {
        let bytes = xlsx(&example::with_words_everywhere(&words)).expect("a workbook");
        let mut workbook = open(&bytes);
        for name in workbook.sheet_names() {
            let formulas = workbook.worksheet_formula(&name).expect("a sheet");
            prop_assert!(formulas.used_cells().next().is_none(), "{name}");
        }
        let (_, last) = workbook.worksheets().swap_remove(3);
        prop_assert_eq!(last.get((1, 1)), Some(&Data::String(words)));
    }
}
