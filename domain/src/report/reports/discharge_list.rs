//! Every discharge of a period, one a row: what stands behind the figures, for whoever counts on their own. No row says who it
//! was.

use super::table;
use crate::{
    Pathway, london,
    report::{
        DischargeRow, Figure,
        document::{Cell, Column, ColumnKind},
    },
    sentence::Names,
};

/// What the columns rest on.
pub const FIGURES: [Figure; 4] = [Figure::Discharges, Figure::LengthOfStay, Figure::DelayDays, Figure::ReadyDateStatistics];

/// The columns, in the order of the cells of a [`row`].
pub fn columns() -> Vec<Column> {
    let columns = [
        ("Stay", ColumnKind::Words),
        ("Ward", ColumnKind::Words),
        ("Specialty", ColumnKind::Words),
        ("Local authority", ColumnKind::Words),
        ("Age", ColumnKind::Count),
        ("Admitted", ColumnKind::Day),
        ("Discharged", ColumnKind::Day),
        ("At", ColumnKind::Words),
        ("Nights", ColumnKind::Count),
        ("Destination", ColumnKind::Words),
        ("Pathway proposed", ColumnKind::Words),
        ("Pathway", ColumnKind::Words),
        ("Expected", ColumnKind::Day),
        ("Ready", ColumnKind::Day),
        ("Days of delay", ColumnKind::Count),
        ("Not counted", ColumnKind::Words),
    ];
    table(columns, Vec::new()).columns
}

pub fn row(row: &DischargeRow, names: &impl Names) -> Vec<Cell> {
    let pathway = |pathway: Option<Pathway>| Cell::words(pathway.map_or("", Pathway::short));
    let delay = row.delay_days().and_then(Result::ok);
    vec![
        Cell::words(row.stay.to_string()),
        Cell::words(names.ward(&row.ward)),
        Cell::words(row.specialty.clone().unwrap_or_default()),
        Cell::words(row.local_authority.clone().unwrap_or_default()),
        row.age.map_or(Cell::Nothing, Cell::count),
        Cell::Day(london::date(row.admitted_at)),
        Cell::Day(row.discharged_on()),
        Cell::words(london::wall_clock(row.discharged_at).format("%H:%M").to_string()),
        Cell::count(row.length_of_stay),
        Cell::words(row.destination.words()),
        pathway(row.proposed),
        pathway(row.actual),
        Cell::day(row.expected_discharge),
        Cell::day(row.ready_on),
        delay.map_or(Cell::Nothing, Cell::count),
        Cell::words(row.excluded_from_situation_report.as_ref().map(crate::report::Exclusion::sentence).unwrap_or_default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directory, report::story::discharge_row, stay::Destination};

    #[test]
    fn a_row_has_a_cell_for_every_column() {
        let left = discharge_row("2026-07-05T14:30:00Z", Destination::Died, "2026-07-01T09:00:00Z");
        let cells = row(&left, &Directory::default());
        let shown: Vec<String> = cells.iter().map(Cell::shown).collect();
        assert_eq!(cells.len(), columns().len());
        assert_eq!(shown[5..10], ["01-Jul-2026", "05-Jul-2026", "15:30", "4", "Died"]);
        assert_eq!(shown[15], "excluded because the patient died");
    }
}
