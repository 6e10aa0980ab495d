//! A ward's list as wards keep it, to try the import page with: new patients for the free beds of Rowan Ward.
//!
//! It has the faults of real lists on purpose: an NHS number that fails its check digit, a date that never was, and a column
//! that nobody but the ward knows.

mod rows;

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook};

pub(super) use rows::rows;

#[rustfmt::skip]
const HEADER: [&str; 17] = [
    "Bed", "Name", "NHS No", "Hospital No", "DOB", "Admitted", "EDD", "CTR", "Pathway", "Consultant", "TTO dispensed", "Transport",
    "OT review", "Physio review", "Care package", "Family told of date", "Diet",
];

/// A cell of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Day(NaiveDate),
}

/// Writes the list with its dates around `today`: a workbook, or comma-separated values where the name ends in `.csv`.
pub fn write(path: &Path, today: NaiveDate) -> anyhow::Result<()> {
    let rows = rows(today);
    let bytes = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        comma_separated(&rows)
    } else {
        workbook(&rows)?
    };
    std::fs::write(path, bytes).with_context(|| format!("the list cannot be written to {}", path.display()))
}

fn comma_separated(rows: &[Vec<Cell>]) -> Vec<u8> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => day.format("%d/%m/%Y").to_string(),
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(text).collect()).collect();
    interop::write_csv(&HEADER, &rows)
}

fn workbook(rows: &[Vec<Cell>]) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let heading = Format::new().set_bold();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    sheet.set_name(super::wards::SHEET_WARD)?;
    sheet.set_freeze_panes(1, 2)?;
    for (column, text) in (0..).zip(HEADER) {
        sheet.write_with_format(0, column, text, &heading)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) if text.is_empty() => continue,
                Cell::Text(text) => sheet.write(line, column, text)?,
                Cell::Day(day) => sheet.write_datetime_with_format(line, column, day, &date)?,
            };
        }
    }
    sheet.autofit();
    Ok(workbook.save_to_buffer()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::wards;

    const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo");

    /// The day of the samples in `demo/`.
    fn sample_day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
    }

    #[test]
    #[ignore = "writes the samples in demo/ anew"]
    fn write_the_samples() {
        for name in ["ward-list.csv", "ward-list.xlsx"] {
            write(&Path::new(SAMPLES).join(name), sample_day()).expect("a sample");
        }
    }

    #[test]
    fn the_samples_are_what_is_written() {
        for name in ["ward-list.csv", "ward-list.xlsx"] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join(name);
            write(&path, sample_day()).expect("a list");
            let read = |path: &Path| interop::read_sheet(name, &std::fs::read(path).expect("a file")).expect("a list");
            assert_eq!(read(&path), read(&Path::new(SAMPLES).join(name)), "{name}: run write_the_samples");
        }
    }

    #[test]
    fn every_patient_has_a_bed_that_is_kept_free() {
        let wards = wards::wards();
        let ward = wards.iter().find(|ward| ward.ward.name == wards::SHEET_WARD).expect("the ward");
        let free: Vec<&str> = ward.ward.beds.iter().filter(|bed| ward.keeps_free(bed)).map(|bed| bed.name.as_str()).collect();
        assert_eq!(free, wards::SHEET_BEDS);
        for row in rows(sample_day()) {
            assert!(matches!(&row[0], Cell::Text(bed) if free.contains(&bed.as_str())), "{row:?}");
            assert_eq!(row.len(), HEADER.len());
        }
    }

    #[test]
    fn the_faults_are_those_that_were_meant() {
        let numbers: Vec<_> = rows(sample_day())
            .into_iter()
            .filter_map(|mut row| match row.swap_remove(2) {
                Cell::Text(text) if text.parse::<domain::NhsNumber>().is_err() => Some(text),
                _ => None,
            })
            .collect();
        assert_eq!(numbers, ["999 123 4567"]);
    }
}
