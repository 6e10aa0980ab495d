//! Ward lists as clerks keep them in Excel.

use chrono::NaiveDate;
use interop::{Cell, Sheet, SheetProblem, TwoDigitYear, read_date, read_date_time, read_sheet};
use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

type Outcome = Result<(), XlsxError>;

fn sheet(fill: impl FnOnce(&mut Worksheet) -> Outcome) -> Result<Sheet, SheetProblem> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a worksheet");
    read(&mut workbook)
}

fn read(workbook: &mut Workbook) -> Result<Sheet, SheetProblem> {
    read_sheet("list.xlsx", &workbook.save_to_buffer().expect("a workbook"))
}

fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let texts = |row: &interop::Row| row.cells.iter().map(Cell::as_text).collect();
    sheet.rows.iter().map(texts).collect()
}

fn headings(sheet: &mut Worksheet, row: u32) -> Outcome {
    for (column, heading) in (0..).zip(["Bed", "NHS number", "Name", "Born", "Admitted", "Ready"]) {
        sheet.write(row, column, heading)?;
    }
    Ok(())
}

#[test]
fn willow_ward_keeps_its_list_under_a_title() {
    let read = sheet(|list| {
        list.merge_range(0, 0, 0, 5, "Willow ward – medically fit", &Format::new())?;
        list.write(1, 0, "Printed Friday")?;
        headings(list, 3)?;
        list.write(4, 0, "A1")?.write(4, 1, 9_990_000_018.0)?.write(4, 2, "Amara Obi\u{a0}")?;
        list.write(6, 0, "A2")?.write(6, 1, "999 000 0026")?.write(6, 5, true)?;
        Ok(())
    })
    .expect("a list");

    assert_eq!(read.name.as_deref(), Some("Sheet1"));
    assert_eq!(read.preamble, ["Willow ward – medically fit", "Printed Friday"]);
    assert_eq!(read.header[1].text, "NHS number");
    assert_eq!(read.header[1].letters(), "B");
    assert_eq!(texts(&read)[0], ["A1", "9990000018", "Amara Obi"]);
    assert_eq!(texts(&read)[1], ["A2", "999 000 0026", "", "", "", "yes"]);
    assert_eq!([read.rows[0].number, read.rows[1].number], [5, 7]);
    assert_eq!(read.rows[1].reference(5), "F7");
}

#[test]
fn a_date_is_the_same_however_the_clerk_keeps_it() {
    let read = sheet(|list| {
        headings(list, 0)?;
        let date = ExcelDateTime::from_ymd(2026, 4, 3)?;
        list.write_with_format(1, 3, &date, &Format::new().set_num_format("dd/mm/yyyy"))?;
        list.write(2, 3, 46_115)?;
        list.write(3, 3, "3.4.26")?;
        list.write(4, 3, "2026-04-03")?;
        list.write_with_format(5, 3, 46_115.604_166_666_664, &Format::new().set_num_format_index(22))?;
        Ok(())
    })
    .expect("a list");

    let third_of_april = NaiveDate::from_ymd_opt(2026, 4, 3).expect("a date");
    for row in &read.rows {
        assert_eq!(read_date(row.cell(3), TwoDigitYear::ThisCentury), Ok(third_of_april));
    }
    assert_eq!(read.rows[0].cell(3), &Cell::Date(third_of_april));
    assert_eq!(read.rows[1].cell(3), &Cell::Number(46_115.0));
    let half_past_two = third_of_april.and_hms_opt(14, 30, 0).expect("a time");
    assert_eq!(read_date_time(read.rows[4].cell(3)), Ok(half_past_two));
    assert_eq!(read.rows[4].cell(3).as_text(), "03-Apr-2026 14:30");
}

#[test]
fn formulas_give_what_they_last_showed() {
    let read = sheet(|list| {
        headings(list, 0)?;
        list.write(1, 0, Formula::new("=\"A\"&1").set_result("A1"))?;
        list.write(1, 1, Formula::new("=9990000018").set_result("9990000018"))?;
        list.write(1, 2, Formula::new("=Old!A1").set_result("#REF!"))?;
        list.write(1, 3, Formula::new("=1/0").set_result("#DIV/0!"))?;
        list.write(1, 5, Formula::new("=5>4").set_result("TRUE"))?;
        Ok(())
    })
    .expect("a list");

    assert_eq!(read.rows[0].cell(0), &Cell::Text("A1".into()));
    assert_eq!(read.rows[0].cell(1), &Cell::Number(9_990_000_018.0));
    assert_eq!(read.rows[0].cell(2), &Cell::Error("#REF!".into()));
    assert_eq!(read.rows[0].cell(3), &Cell::Error("#DIV/0!".into()));
    assert_eq!(read.rows[0].cell(5), &Cell::Text("yes".into()));
}

#[test]
fn merged_beds_hold_their_value_once() {
    let read = sheet(|list| {
        headings(list, 0)?;
        list.merge_range(1, 0, 3, 0, "Bay A", &Format::new())?;
        list.write(2, 2, "Ravi Shah")?;
        Ok(())
    })
    .expect("a list");

    assert_eq!(texts(&read), [vec!["Bay A"], vec!["", "", "Ravi Shah"]]);
}

#[test]
fn a_hospital_number_keeps_the_zeros_of_its_format() {
    let read = sheet(|list| {
        headings(list, 0)?;
        list.write_with_format(1, 1, 42, &Format::new().set_num_format("0000000"))?;
        list.write_with_format(2, 1, 12.5, &Format::new().set_num_format("0.000"))?;
        Ok(())
    })
    .expect("a list");

    assert_eq!(texts(&read), [["", "0000042"], ["", "12.5"]]);
}

#[test]
fn charts_hidden_sheets_and_covers_are_passed_over() {
    let mut workbook = Workbook::new();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("List!$A$1:$A$5");
    let charts = workbook.add_chartsheet();
    charts.insert_chart(0, 0, &chart).expect("a chart");
    let lookups = workbook.add_worksheet().set_hidden(true);
    headings(lookups, 0).expect("headings");
    let cover = workbook.add_worksheet().set_active(true);
    cover.write(0, 0, "How to fill in this list").expect("a cell");
    cover.write(40, 0, "Version").and_then(|cover| cover.write(40, 1, "Three")).expect("a cell");
    let list = workbook.add_worksheet().set_name("List").expect("a name");
    headings(list, 0).expect("headings");

    let read = read(&mut workbook).expect("a list");
    assert_eq!(read.name.as_deref(), Some("List"));
    assert_eq!(read.header.len(), 6);
    assert!(read.rows.is_empty(), "headings alone are a list without patients");
}

#[test]
fn a_stray_cell_in_the_last_row_costs_one_row() {
    let read = sheet(|list| {
        headings(list, 0)?;
        list.write(1_048_575, 0, "end")?;
        Ok(())
    })
    .expect("a list");

    assert_eq!(read.rows.len(), 1);
    assert_eq!(read.rows[0].number, 1_048_576);
}

#[test]
fn columns_beyond_the_limit_are_refused_by_name() {
    let wide = |columns: u16| sheet(|list| (0..columns).try_for_each(|column| list.write(0, column, "Extra").map(drop)));
    assert_eq!(wide(200).expect("a list").header.len(), 200);
    assert_eq!(wide(201), Err(SheetProblem::TooManyColumns { cell: "GS1".into() }));
}

#[test]
fn rows_beyond_the_limit_are_refused() {
    let long = |rows: u32| {
        sheet(|list| {
            headings(list, 0)?;
            (1..=rows).try_for_each(|row| list.write(row, 0, "A1").map(drop))
        })
    };
    assert_eq!(long(20_000).expect("a list").rows.len(), 20_000);
    assert_eq!(long(20_001), Err(SheetProblem::TooManyRows));
}

#[test]
fn a_workbook_of_titles_only_has_no_headings() {
    let read = sheet(|list| list.write(0, 0, "Willow ward").map(drop));
    assert_eq!(read, Err(SheetProblem::NoHeader));
}
