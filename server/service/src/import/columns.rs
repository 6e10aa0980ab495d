//! The columns of a list: which are understood, and which are left out.

use domain::{KindCode, TaskKind};
use interop::HeaderCell;

use super::{task_heading::kind_of, topic::Topic};

/// A list's columns, by what they are about.
#[derive(Debug, Default)]
pub(super) struct Columns {
    known: Vec<Column>,
    /// As "C: NHS No".
    pub understood: Vec<String>,
    /// The same for columns that no list is expected to have.
    pub ignored: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Column {
    topic: Topic,
    pub index: usize,
    pub heading: String,
}

impl Columns {
    pub(super) fn of(header: &[HeaderCell], kinds: &[TaskKind]) -> Self {
        let mut columns = Self::default();
        for cell in header {
            let shown = format!("{}: {}", cell.letters(), cell.text);
            match Topic::of(&cell.text).or_else(|| kind_of(&cell.text, kinds).map(Topic::Task)) {
                Some(topic) => columns.add(topic, cell, shown),
                None => columns.ignored.push(shown),
            }
        }
        columns
    }

    fn add(&mut self, topic: Topic, cell: &HeaderCell, shown: String) {
        let first = self.about(&topic).next().map(|column| interop::column_letters(column.index));
        self.understood.push(first.map_or_else(|| shown.clone(), |first| format!("{shown} (where {first} is empty)")));
        self.known.push(Column { topic, index: cell.column, heading: cell.text.clone() });
    }

    /// The columns about one thing, left to right. The first that is filled counts.
    pub(super) fn about<'a>(&'a self, topic: &Topic) -> impl Iterator<Item = &'a Column> + use<'a> {
        let topic = topic.clone();
        self.known.iter().filter(move |column| column.topic == topic)
    }

    /// The kinds of task that the list has a column for, left to right.
    pub(super) fn tasks(&self) -> Vec<&KindCode> {
        let mut kinds = Vec::new();
        for column in &self.known {
            if let Topic::Task(kind) = &column.topic
                && !kinds.contains(&kind)
            {
                kinds.push(kind);
            }
        }
        kinds
    }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::standard_tasks;

    use super::*;

    fn header(headings: &[&str]) -> Vec<HeaderCell> {
        let cell = |(column, text): (usize, &&str)| HeaderCell { text: (*text).to_owned(), column };
        headings.iter().enumerate().map(cell).collect()
    }

    #[test]
    fn what_is_not_understood_is_said_and_no_error() {
        let columns = Columns::of(&header(&["Bed", "Patient", "Diagnosis", "TTO"]), &standard_tasks());
        assert_eq!(columns.understood, ["A: Bed", "B: Patient", "D: TTO"]);
        assert_eq!(columns.ignored, ["C: Diagnosis"]);
        assert_eq!(columns.tasks().len(), 1);
    }

    #[test]
    fn two_columns_for_one_thing_are_said() {
        let columns = Columns::of(&header(&["TTO", "EDD", "TTA", "PDD"]), &standard_tasks());
        assert_eq!(columns.understood, ["A: TTO", "B: EDD", "C: TTA (where A is empty)", "D: PDD (where B is empty)"]);
        assert_eq!(columns.tasks().len(), 1);
    }
}
