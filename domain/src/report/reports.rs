//! The reports themselves: rows in, sections with their sentences, charts and tables out. Pure: `service` reads the rows.

pub mod delays;
pub mod discharge_list;
pub mod flow;
pub mod long_stay;
pub mod quality;
pub mod review;
pub mod situation;
pub mod tasks;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{
    Asked,
    document::{Cell, Column, ColumnKind, Table, XmrChart},
    xmr,
};
use crate::clinical_time;

/// The Mondays from `from` to `to`: a weekly figure is that of the Monday's midnight, or of the seven days from it on.
pub fn mondays(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to).filter(|day| day.weekday() == Weekday::Mon)
}

/// The Monday on or before a day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// A chart of one figure a week, with the table behind it. `better` says which way the figure improves.
fn weekly(title: &str, unit: &str, weeks: &[(NaiveDate, Cell)], better: xmr::Better, kind: ColumnKind) -> (XmrChart, Table) {
    let values: Vec<f64> = weeks.iter().map(|(_, cell)| plotted(cell)).collect();
    let chart = xmr::Chart::of(&values, &[], &xmr::Settings { better, ..xmr::Settings::default() });
    let limits = chart.segments.first().and_then(|segment| segment.limits);
    let cell = |value: f64| if kind == ColumnKind::Share { Cell::Share(value) } else { Cell::Number(value) };
    let rows = weeks.iter().zip(&chart.points).map(|((week, value), point)| {
        let [mean, lower, upper] = match limits {
            Some(limits) => [cell(limits.mean), cell(limits.lower().max(0.0)), cell(limits.upper())],
            None => [Cell::Nothing, Cell::Nothing, Cell::Nothing],
        };
        vec![Cell::Day(*week), value.clone(), mean, lower, upper, Cell::words(point.variation.words())]
    });
    let other = if kind == ColumnKind::Share { ColumnKind::Share } else { ColumnKind::Number };
    let table = Table {
        columns: vec![
            Column::new("Week from", ColumnKind::Day),
            Column::new(capitalised(unit), kind),
            Column::new("Mean", other),
            Column::new("Lower limit", other),
            Column::new("Upper limit", other),
            Column::new("Variation", ColumnKind::Words),
        ],
        rows: rows.collect(),
    };
    let labels = weeks.iter().map(|(week, _)| clinical_time::date(*week)).collect();
    (XmrChart { title: title.to_owned(), unit: unit.to_owned(), labels, chart }, table)
}

fn plotted(cell: &Cell) -> f64 {
    match cell {
        Cell::Count(count) => real(*count),
        Cell::Number(value) | Cell::Share(value) => *value,
        _ => 0.0,
    }
}

/// What the chart says of its last week, with the number of weeks that it rests on.
fn verdict(chart: &XmrChart) -> Vec<String> {
    let weeks = chart.chart.points.len();
    let is_trial = chart.chart.segments.last().is_some_and(xmr::Segment::has_trial_limits);
    let variation = chart.chart.variation().map(|variation| format!("{} in the last of {weeks} weeks.", variation.words()));
    let trial = is_trial.then(|| format!("The limits are trial limits: they rest on fewer than {} weeks.", xmr::ENOUGH_POINTS));
    variation.into_iter().chain(trial).collect()
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number of things, for arithmetic.
fn real(count: impl TryInto<u32>) -> f64 {
    count.try_into().map_or(f64::MAX, f64::from)
}

/// Says so where not every night of the period has a census: one that was counted in part must not pass for whole.
fn nights_missing(counted: u32, asked: &Asked) -> Option<String> {
    let missing = u32::try_from(asked.days()).unwrap_or(u32::MAX).saturating_sub(counted);
    let words = self::counted(missing, "night has", "nights have");
    (missing > 0).then(|| format!("{words} no census, of the {} of the period: the figures are of the others.", asked.days()))
}

/// How many of each, the most first; equal ones in the order of their keys.
fn most_first<K: Ord, I: IntoIterator<Item = K>>(keys: I) -> Vec<(K, u32)> {
    added_up(keys.into_iter().map(|key| (key, 1)))
}

/// [`most_first`], of counts to be added up.
fn added_up<K: Ord>(parts: impl IntoIterator<Item = (K, u32)>) -> Vec<(K, u32)> {
    let mut counts: BTreeMap<K, u32> = BTreeMap::new();
    for (key, count) in parts {
        *counts.entry(key).or_default() += count;
    }
    let mut counts: Vec<(K, u32)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// "1 patient", "12 patients".
fn counted(count: u32, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

fn table<const N: usize>(columns: [(&str, ColumnKind); N], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.into_iter().map(|(heading, kind)| Column::new(heading, kind)).collect(), rows }
}

#[cfg(test)]
mod charts_and_counts {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn weeks_begin_on_mondays() {
        let found: Vec<_> = mondays(day("2026-03-01"), day("2026-03-16")).collect();
        assert_eq!(found, [day("2026-03-02"), day("2026-03-09"), day("2026-03-16")]);
        assert_eq!([monday_of(day("2026-03-02")), monday_of(day("2026-03-08"))], [day("2026-03-02"), day("2026-03-02")]);
    }

    #[test]
    fn a_weekly_chart_says_what_its_last_week_means() {
        let weeks: Vec<_> = mondays(day("2026-01-05"), day("2026-03-29"))
            .zip([10, 12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 30].map(Cell::Count))
            .collect();
        let (chart, table) = weekly("Long stays", "patients", &weeks, xmr::Better::Lower, ColumnKind::Count);
        assert_eq!(verdict(&chart), ["Special cause of concern: higher values in the last of 12 weeks."]);
        assert_eq!(table.rows.len(), 12);
        assert_eq!(table.rows[11][1], Cell::Count(30));
        assert_eq!(chart.labels[0], "05-Jan-2026");
        let (few, _) = weekly("Long stays", "patients", &weeks[..3], xmr::Better::Lower, ColumnKind::Count);
        assert!(verdict(&few)[1].starts_with("The limits are trial limits"));
    }

    #[test]
    fn the_most_come_first() {
        assert_eq!(most_first(["b", "a", "b", "c"]), [("b", 2), ("a", 1), ("c", 1)]);
        assert_eq!(counted(1, "patient", "patients"), "1 patient");
    }
}
