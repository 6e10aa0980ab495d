//! The patients of the sample list. Their NHS numbers have stems from 999 900 000 on, which the generator leaves alone.

use chrono::{NaiveDate, TimeDelta};
use domain::NhsNumber;

use super::Cell;

/// The number that the NHS style guide prints, and that fails its check digit.
const WRONG_NUMBER: &str = "999 123 4567";

/// Somebody on the list. Dates are days before (-) or after today.
struct Line {
    bed: &'static str,
    name: &'static str,
    born: &'static str,
    admitted: i64,
    expected: Option<i64>,
    criteria: &'static str,
    pathway: &'static str,
    /// Medicines, transport, OT, physiotherapy, care package, family told.
    tasks: [&'static str; 6],
    diet: &'static str,
}

#[rustfmt::skip]
const LINES: [Line; 8] = [
    Line { bed: "A2", name: "WETHERBY, Constance (Mrs)", born: "14/03/1938", admitted: -6, expected: Some(1), criteria: "Yes", pathway: "P1", tasks: ["", "requested", "done", "done", "requested", ""], diet: "Soft" },
    Line { bed: "A5", name: "ANSTRUTHER, Joyce (Miss)", born: "02/11/1934", admitted: -11, expected: Some(-2), criteria: "No", pathway: "P1", tasks: ["done", "requested", "done", "done", "waiting on agency", "done"], diet: "" },
    Line { bed: "B1", name: "OKONJO, Florence (Mrs)", born: "27/07/1941", admitted: -3, expected: Some(3), criteria: "Yes", pathway: "P0", tasks: ["", "", "requested", "in progress", "n/a", ""], diet: "Diabetic" },
    Line { bed: "B4", name: "PELHAM, Edwin (Mr)", born: "31/02/1941", admitted: -19, expected: Some(-6), criteria: "No", pathway: "P3", tasks: ["", "", "done", "done", "n/a", "done"], diet: "" },
    Line { bed: "C3", name: "Mr Surjit Bhogal", born: "09/09/1944", admitted: -2, expected: None, criteria: "", pathway: "", tasks: ["", "", "", "requested", "", ""], diet: "Vegetarian" },
    Line { bed: "D2", name: "TREGENZA, Wilfred (Mr)", born: "18/12/1932", admitted: -8, expected: Some(0), criteria: "No", pathway: "P2", tasks: ["requested", "done", "done", "done", "n/a", "done"], diet: "" },
    Line { bed: "D6", name: "HARTOP-LANE, Iris (Dr)", born: "05/05/1946", admitted: -1, expected: Some(4), criteria: "Yes", pathway: "P0", tasks: ["", "n/a", "", "requested", "n/a", ""], diet: "" },
    Line { bed: "SR3", name: "Mulvaney, Teresa", born: "23/01/1940", admitted: -14, expected: Some(2), criteria: "Yes", pathway: "P1", tasks: ["", "", "in progress", "done", "requested", ""], diet: "Barrier nursed" },
];

const CONSULTANTS: [&str; 2] = ["Dr Imogen Farr", "Dr Rashid Noor"];

pub(in crate::demo) fn rows(today: NaiveDate) -> Vec<Vec<Cell>> {
    let numbers = (999_900_000..).step_by(1_237).filter_map(NhsNumber::from_stem);
    LINES.iter().zip(numbers).zip(0..).map(|((line, number), index)| row(line, number, index, today)).collect()
}

fn row(line: &Line, number: NhsNumber, index: usize, today: NaiveDate) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let day = |days: i64| Cell::Day(today + TimeDelta::days(days));
    let number = if index == 5 { WRONG_NUMBER.to_owned() } else { number.to_string() };
    // A date that never was cannot be a spreadsheet's date: the ward typed it.
    let born = NaiveDate::parse_from_str(line.born, "%d/%m/%Y").map_or_else(|_| text(line.born), Cell::Day);
    let mut row = vec![
        text(line.bed),
        text(line.name),
        Cell::Text(number),
        Cell::Text(format!("SA{}", 990_101 + index * 7)),
        born,
        day(line.admitted),
        line.expected.map_or_else(|| text(""), day),
        text(line.criteria),
        text(line.pathway),
        text(CONSULTANTS[index % 2]),
    ];
    row.extend(line.tasks.iter().map(|state| text(state)));
    row.push(text(line.diet));
    row
}
