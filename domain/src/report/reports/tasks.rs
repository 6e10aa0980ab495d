//! How long tasks take, by kind and owner team (`domain.md` 6.2.6).

use chrono::TimeDelta;

use super::table;
use crate::{
    Directory,
    report::{
        Figure, TaskPerformance,
        document::{Cell, ColumnKind, Section},
        task_times::{TaskCounts, TasksBy},
        thousands::grouped,
    },
    sentence::Names,
};

/// The report of everybody who is here, and of those who left in the period.
pub fn sections(counts: &TaskCounts, names: &Directory) -> Vec<Section> {
    vec![section("By team", counts, TasksBy::Team, names), section("By kind and team", counts, TasksBy::KindAndTeam, names)]
}

fn section(heading: &str, counts: &TaskCounts, by: TasksBy, names: &Directory) -> Section {
    let mut lines = counts.performance(by);
    lines.sort_by_key(|line| std::cmp::Reverse((line.overdue, line.open, line.done)));
    let overdue: u32 = lines.iter().map(|line| line.overdue).sum();
    let open: u32 = lines.iter().map(|line| line.open).sum();
    let title = |line: &TaskPerformance| match &line.kind {
        Some(code) => names.kind(code).map_or_else(|| code.to_string(), |kind| kind.title.clone()),
        None => "In somebody's own words".to_owned(),
    };
    let rows = lines.iter().map(|line| {
        let kind = (by == TasksBy::KindAndTeam).then(|| Cell::words(title(line)));
        let figures = [
            Cell::words(names.team(&line.owner_team)),
            Cell::count(line.open),
            Cell::count(line.overdue),
            Cell::count(line.done),
            days(line.median),
            days(line.ninetieth),
            line.on_time.ratio().map_or(Cell::Nothing, Cell::Share),
            Cell::count(line.bed_days),
        ];
        kind.into_iter().chain(figures).collect()
    });
    let columns = [
        ("Task", ColumnKind::Words),
        ("Team", ColumnKind::Words),
        ("Open now", ColumnKind::Count),
        ("Overdue now", ColumnKind::Count),
        ("Done", ColumnKind::Count),
        ("Median, days", ColumnKind::Number),
        ("90th percentile, days", ColumnKind::Number),
        ("On time", ColumnKind::Share),
        ("Bed days", ColumnKind::Count),
    ];
    let mut table = table(columns, rows.collect());
    if by == TasksBy::Team {
        table.columns.remove(0);
    }
    Section {
        heading: heading.to_owned(),
        words: vec![format!("{} now, {} overdue.", super::counted(open, "open task", "open tasks"), grouped(overdue))],
        chart: None,
        table,
        figures: vec![Figure::TasksOverdue, Figure::TaskMedian, Figure::TaskNinetieth, Figure::TasksOnTime, Figure::TaskBedDays],
    }
}

fn days(time: Option<TimeDelta>) -> Cell {
    time.map_or(Cell::Nothing, |time| Cell::Number(time.as_seconds_f64() / 86_400.0))
}
