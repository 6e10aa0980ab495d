//! A report as it may leave the trust: nobody is named, and nobody can be picked out by a small number.

use super::{Cell, ColumnKind, Report, Section, Table};
use crate::report::suppress::{self, Shown};

impl Report {
    /// Without the lists of patients, and with counts of 1 to 4 hidden, together with what they could be worked out from: other
    /// counts of their column, the shares beside them, the sentences and the chart.
    #[must_use]
    pub fn for_outside(self) -> Self {
        let sections = self.sections.into_iter().filter(|section| !names_people(&section.table)).map(hide_small).collect();
        let mut asked = self.asked;
        asked.push(("For".to_owned(), "outside the trust: small numbers are hidden".to_owned()));
        Self { asked, sections, ..self }
    }
}

fn names_people(table: &Table) -> bool {
    table.columns.first().is_some_and(|column| column.heading == "Patient")
}

fn hide_small(mut section: Section) -> Section {
    let Table { columns, rows } = &mut section.table;
    let mut is_hidden = vec![false; rows.len()];
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Count) {
        let counts: Vec<u32> = rows.iter().map(|row| count(&row[place])).collect();
        for ((row, hidden), shown) in rows.iter_mut().zip(&mut is_hidden).zip(suppress::list(&counts).counts) {
            if shown == Shown::Suppressed {
                row[place] = Cell::Suppressed;
                *hidden = true;
            }
        }
    }
    for (row, _) in rows.iter_mut().zip(&is_hidden).filter(|(_, hidden)| **hidden) {
        let tells = |cell: &&mut Cell| matches!(cell, Cell::Share(_) | Cell::Number(_));
        row.iter_mut().filter(tells).for_each(|cell| *cell = Cell::Suppressed);
    }
    if is_hidden.contains(&true) {
        section.chart = None;
        section.words.clear();
    }
    section
}

fn count(cell: &Cell) -> u32 {
    if let Cell::Count(count) = cell { u32::try_from(*count).unwrap_or(u32::MAX) } else { 0 }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::report::{Figure, document::Column};

    fn report(rows: Vec<(&str, u64)>, first: &str) -> Report {
        let columns = vec![
            Column::new(first, ColumnKind::Words),
            Column::new("Patients", ColumnKind::Count),
            Column::new("Of all", ColumnKind::Share),
        ];
        let rows = rows.into_iter().map(|(words, count)| vec![Cell::words(words), Cell::Count(count), Cell::Share(0.5)]);
        let table = Table { columns, rows: rows.collect() };
        let words = vec!["3 patients are here.".to_owned()];
        let section = Section { heading: "By ward".to_owned(), words, chart: None, table, figures: vec![Figure::Census] };
        let (title, by) = ("Long stays".to_owned(), "Helen Whitlock".to_owned());
        Report { title, asked: vec![], counted_at: DateTime::UNIX_EPOCH, by, sections: vec![section] }
    }

    #[test]
    fn small_numbers_are_hidden_with_what_they_could_be_worked_out_from() {
        let outside = report(vec![("Cedar", 3), ("Maple", 12), ("Oak", 40)], "Ward").for_outside();
        let section = &outside.sections[0];
        assert_eq!(section.table.rows[0][1..], [Cell::Suppressed, Cell::Suppressed]);
        let hidden = section.table.rows.iter().filter(|row| row[1] == Cell::Suppressed).count();
        assert_eq!(hidden, 2, "one alone could be worked out from the total");
        assert!(section.words.is_empty());
    }

    #[test]
    fn large_numbers_stay() {
        let inside = report(vec![("Cedar", 30), ("Maple", 0)], "Ward");
        assert_eq!(inside.clone().for_outside().sections, inside.sections);
    }

    #[test]
    fn lists_of_patients_stay_inside() {
        assert!(report(vec![("OBI, Amara (Ms)", 30)], "Patient").for_outside().sections.is_empty());
    }
}
