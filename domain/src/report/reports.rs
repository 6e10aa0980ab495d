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
    Asked, ChartDecisions,
    document::{Cell, Column, ColumnKind, Table, XmrChart},
    xmr,
};
use crate::count::counted;

/// The Mondays from `from` to `to`: a weekly figure is that of the Monday's midnight, or of the seven days from it on.
pub fn mondays(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to).filter(|day| day.weekday() == Weekday::Mon)
}

/// The Monday on or before a day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// A chart of one figure a week, with the table behind it.
fn weekly(weeks: &[(NaiveDate, Cell)], decisions: &ChartDecisions) -> (XmrChart, Table) {
    let values: Vec<f64> = weeks.iter().map(|(_, cell)| plotted(cell)).collect();
    let days: Vec<NaiveDate> = weeks.iter().map(|(week, _)| *week).collect();
    let settings = xmr::Settings { better: decisions.chart.better(), ..xmr::Settings::default() };
    let chart = xmr::Chart::of(&values, &decisions.rebases(&days), &settings);
    let chart = XmrChart { weeks: days, chart, decisions: decisions.clone() };
    let table = behind(&chart, weeks.iter().map(|(_, cell)| cell));
    (chart, table)
}

/// The figures with the lines of the chart beside them. A column of the target, and one that says why the chart was rebased,
/// stand where there is something in them.
fn behind<'a>(chart: &XmrChart, figures: impl Iterator<Item = &'a Cell>) -> Table {
    let (kind, target) = (chart.decisions.chart.kind(), chart.target().map(|target| target.value));
    let is_rebased = chart.chart.segments.len() > 1;
    let lines = if kind == ColumnKind::Share { ColumnKind::Share } else { ColumnKind::Number };
    let columns = [("Mean", lines), ("Lower limit", lines), ("Upper limit", lines)];
    let columns = columns.into_iter().chain(target.map(|_| ("Target", lines))).chain([("Variation", ColumnKind::Words)]);
    let columns = columns.chain(is_rebased.then_some(("Rebased", ColumnKind::Words)));
    let own = [Column::new("Week from", ColumnKind::Day), Column::new(capitalised(chart.unit()), kind)];
    let columns = own.into_iter().chain(columns.map(|(heading, kind)| Column::new(heading, kind)));
    let line = |value: f64| if lines == ColumnKind::Share { Cell::Share(value) } else { Cell::Number(value) };
    let rows = figures.enumerate().map(|(index, figure)| {
        let segment = chart.chart.segment_of(index);
        let limits = segment.and_then(|segment| segment.limits);
        let limits = limits.map(|limits| [limits.mean, chart.chart.drawn_lower(&limits), limits.upper()].map(line));
        let first = segment.filter(|segment| segment.points.start == index);
        let reason = first.and_then(|segment| segment.reason.clone()).unwrap_or_default();
        let variation = chart.chart.points.get(index).map_or("", |point| point.variation.words());
        [Cell::day(chart.weeks.get(index).copied()), figure.clone()]
            .into_iter()
            .chain(limits.unwrap_or([const { Cell::Nothing }; 3]))
            .chain(target.map(line))
            .chain([Cell::words(variation)])
            .chain(is_rebased.then(|| Cell::words(reason)))
            .collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}

fn plotted(cell: &Cell) -> f64 {
    match cell {
        Cell::Count(count) => real(*count),
        Cell::Number(value) | Cell::Share(value) => *value,
        _ => 0.0,
    }
}

/// What the chart says of its last week, with the number of weeks that it rests on; of its target; and where it was rebased.
fn verdict(chart: &XmrChart) -> Vec<String> {
    let variation = chart.variation();
    let variation = variation.map(|it| format!("{} in the last of {} weeks.", it.words(), chart.chart.points.len()));
    let target = chart.target().map(|target| match chart.assurance() {
        Some(assurance) => format!("{} of {}.", assurance.words(), target.words()),
        None => format!("The target is {}.", target.words()),
    });
    variation.into_iter().chain(target).chain(rebased(chart)).chain(on_trial(chart)).collect()
}

/// A sentence for each rebasing that the chart shows.
fn rebased(chart: &XmrChart) -> impl Iterator<Item = String> {
    let segments = chart.chart.segments.iter();
    segments.filter_map(|segment| {
        let reason = segment.reason.as_ref()?.trim_end_matches('.');
        Some(format!("Rebased from {}: {reason}.", chart.label(segment.points.start)))
    })
}

fn on_trial(chart: &XmrChart) -> Option<String> {
    let last = chart.chart.segments.last().filter(|segment| segment.has_trial_limits())?;
    let since = if last.reason.is_some() { " since the chart was rebased" } else { "" };
    let weeks = counted(last.points.len(), "week", "weeks");
    Some(format!("The limits are trial limits: they rest on {weeks}{since}, and {} are enough.", xmr::ENOUGH_POINTS))
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

fn table<const N: usize>(columns: [(&str, ColumnKind); N], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.into_iter().map(|(heading, kind)| Column::new(heading, kind)).collect(), rows }
}

#[cfg(test)]
mod charts_and_counts {
    use chrono::DateTime;

    use super::*;
    use crate::{
        ChartDecisionId,
        report::{
            ChartName,
            chart::{ChartDecision, Decided, Target},
        },
    };

    fn headings(table: &Table) -> String {
        table.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join("|")
    }

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
        let undecided = ChartDecisions::none(ChartName::LongStays);
        let (chart, table) = weekly(&weeks, &undecided);
        assert_eq!(verdict(&chart), ["Special cause of concern: higher values in the last of 12 weeks."]);
        assert_eq!(headings(&table), "Week from|Patients|Mean|Lower limit|Upper limit|Variation");
        assert_eq!(table.rows.len(), 12);
        assert_eq!(table.rows[11][1], Cell::Count(30));
        assert_eq!(chart.label(0), "05-Jan-2026");
        let (few, _) = weekly(&weeks[..3], &undecided);
        assert_eq!(verdict(&few)[1], "The limits are trial limits: they rest on 3 weeks, and 12 are enough.");
    }

    #[test]
    fn a_chart_with_a_target_says_whether_it_is_hit_and_where_it_was_rebased() {
        let weeks: Vec<_> = mondays(day("2026-01-05"), day("2026-03-29"))
            .zip([30, 32, 31, 33, 32, 34, 31, 12, 13, 12, 11, 12].map(Cell::Count))
            .collect();
        let rebased = Decided::Rebased { from: day("2026-02-23"), reason: "The discharge lounge opened.".to_owned() };
        let decided = [Decided::Target(Target { chart: ChartName::LongStays, value: 20.0 }), rebased];
        let decision = |what| {
            let (id, at, by) = (ChartDecisionId::default(), DateTime::UNIX_EPOCH, "Helen Whitlock".to_owned());
            ChartDecision { id, what, at, by, withdrawn: None }
        };
        let decisions = ChartDecisions { chart: ChartName::LongStays, all: decided.map(decision).to_vec() };
        let (chart, table) = weekly(&weeks, &decisions);
        assert_eq!(
            verdict(&chart)[1..],
            [
                "Consistently hits the target of at most 20 patients.",
                "Rebased from 23-Feb-2026: The discharge lounge opened.",
                "The limits are trial limits: they rest on 5 weeks since the chart was rebased, and 12 are enough."
            ]
        );
        assert_eq!(headings(&table), "Week from|Patients|Mean|Lower limit|Upper limit|Target|Variation|Rebased");
        let shown = |row: usize| table.rows[row].iter().map(Cell::shown).collect::<Vec<_>>().join("|");
        assert_eq!(shown(6), "16-Feb-2026|31|31.9|27.0|36.7|20.0|Common cause: no significant change|–");
        assert_eq!(
            shown(7),
            "23-Feb-2026|12|12.0|9.3|14.7|20.0|Common cause: no significant change|The discharge lounge opened."
        );
        assert!(shown(8).starts_with("02-Mar-2026|13|12.0|9.3|14.7|") && shown(8).ends_with("|–"), "{}", shown(8));
    }

    #[test]
    fn the_most_come_first() {
        assert_eq!(most_first(["b", "a", "b", "c"]), [("b", 2), ("a", 1), ("c", 1)]);
    }
}
