//! Which late tasks have climbed above their owner, and how long tasks take, by kind and owner team (`domain.md` 6.2.6).

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};
use strum::IntoEnumIterator;

use super::{long_stay::name, table};
use crate::{
    Directory, EscalationLevel, KindCode, Task,
    count::{counted, grouped},
    due,
    report::{
        Figure,
        document::{Cell, ColumnKind, Section},
        task_times::{TaskCounts, TasksBy},
    },
    sentence::Names,
};

/// A task of somebody who is here that has climbed above its owner.
pub struct Climbed {
    pub level: EscalationLevel,
    pub task: Task,
    /// Where the patient lies; to one who may not see them, the ward.
    pub place: String,
    /// Their name and page, for one who may see them.
    pub who: Option<(String, String)>,
}

/// The report of everybody who is here, and of those who left in the period.
pub fn sections(climbed: Vec<Climbed>, counts: &TaskCounts, names: &Directory, now: DateTime<Utc>) -> Vec<Section> {
    vec![
        escalated(climbed, names, now),
        section("By team", counts, TasksBy::Team, names),
        section("By kind and team", counts, TasksBy::KindAndTeam, names),
    ]
}

/// The highest first, and of these the latest. What somebody wrote in their own words may name a patient, so it is for those who
/// may see them.
fn escalated(mut climbed: Vec<Climbed>, names: &Directory, now: DateTime<Utc>) -> Section {
    climbed.sort_by_key(|one| (Reverse(one.level), one.task.due));
    let count = |level| climbed.iter().filter(|one| one.level == level).count();
    let levels = EscalationLevel::iter().filter(|level| *level > EscalationLevel::Owner).rev();
    let words = levels.map(|level| format!("{} to the {}", count(level), level.words().to_lowercase()));
    let words = vec![format!("{}.", words.collect::<Vec<_>>().join(", "))];
    let rows = climbed.into_iter().map(|Climbed { level, task, place, who }| {
        let title = if who.is_some() { task.title } else { kind_in_words(task.kind.as_ref(), names) };
        let cells = [place, level.words().to_owned(), title, names.team(&task.owner_team), due::in_words(task.due, now)];
        std::iter::once(name(who)).chain(cells.map(Cell::words)).collect()
    });
    let columns = ["Patient", "Place", "Escalated to", "Task", "Team", "Due"].map(|heading| (heading, ColumnKind::Words));
    let table = table(columns, rows.collect());
    Section { heading: "Escalated now".to_owned(), words, chart: None, table, figures: vec![Figure::TasksEscalated] }
}

fn kind_in_words(kind: Option<&KindCode>, names: &Directory) -> String {
    match kind {
        Some(code) => names.kind(code).map_or_else(|| code.to_string(), |kind| kind.title.clone()),
        None => "In somebody's own words".to_owned(),
    }
}

fn section(heading: &str, counts: &TaskCounts, by: TasksBy, names: &Directory) -> Section {
    let mut lines = counts.performance(by);
    lines.sort_by_key(|line| Reverse((line.overdue, line.open, line.done)));
    let overdue: u32 = lines.iter().map(|line| line.overdue).sum();
    let open: u32 = lines.iter().map(|line| line.open).sum();
    let rows = lines.iter().map(|line| {
        let kind = (by == TasksBy::KindAndTeam).then(|| Cell::words(kind_in_words(line.kind.as_ref(), names)));
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
        words: vec![format!("{} now, {} overdue.", counted(open, "open task", "open tasks"), grouped(overdue))],
        chart: None,
        table,
        figures: vec![Figure::TasksOverdue, Figure::TaskMedian, Figure::TaskNinetieth, Figure::TasksOnTime, Figure::TaskBedDays],
    }
}

fn days(time: Option<TimeDelta>) -> Cell {
    time.map_or(Cell::Nothing, |time| Cell::Number(time.as_seconds_f64() / 86_400.0))
}
