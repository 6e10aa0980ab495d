//! A report as a document: what the screen, the spreadsheet and the printed page show alike.

mod outside;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    ChartDecisions, Figure,
    chart::Target,
    suppress::Shown,
    xmr::{self, Assurance, Variation},
};
use crate::{clinical_time, count::grouped};

/// What stands at the foot of everything that leaves the building.
pub const CLASSIFICATION: &str = "OFFICIAL-SENSITIVE: NHS";

/// A report that was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub title: String,
    /// What was asked for, as a label and its words: "Ward", "Cedar Ward".
    pub asked: Vec<(String, String)>,
    pub counted_at: DateTime<Utc>,
    /// Who asked.
    pub by: String,
    pub sections: Vec<Section>,
}

/// One question and its answer: a sentence, perhaps a chart, and always the table behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub heading: String,
    /// What the figures say, a sentence each; also what they are counted from.
    pub words: Vec<String>,
    pub chart: Option<Chart>,
    pub table: Table,
    /// Whose definitions are printed below.
    pub figures: Vec<Figure>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub kind: ColumnKind,
}

/// How a column is aligned, and formatted in a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    Words,
    /// A whole number.
    Count,
    /// With one digit after the point.
    Number,
    /// A part of a whole, from 0 to 1, shown per cent with one digit.
    Share,
    Day,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not known, or not applicable.
    Nothing,
    Words(String),
    /// Words that lead to a page of this server.
    Link {
        words: String,
        href: String,
    },
    Count(u64),
    Number(f64),
    Share(f64),
    Day(NaiveDate),
    /// A number that doesn't leave the trust: [`Figure::Suppressed`]. It may be larger than the small one that it protects.
    Suppressed,
}

/// A picture of the section's table, which stands beside it for whoever can't see the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Xmr(XmrChart),
    Bars(BarChart),
}

#[derive(Debug, Clone, PartialEq)]
pub struct XmrChart {
    /// The Mondays of the points, in their order.
    pub weeks: Vec<NaiveDate>,
    pub chart: xmr::Chart,
    /// Which chart it is, its target, and where it was rebased.
    pub decisions: ChartDecisions,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    pub title: String,
    pub unit: String,
    pub bars: Vec<Bar>,
    /// Whether a line shows what the bars so far make of the whole (a Pareto chart).
    pub has_running_share: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    pub value: f64,
}

impl Chart {
    pub fn title(&self) -> &str {
        match self {
            Self::Xmr(chart) => chart.title(),
            Self::Bars(chart) => &chart.title,
        }
    }
}

impl XmrChart {
    pub fn title(&self) -> &'static str {
        self.decisions.chart.title()
    }

    /// "patients".
    pub fn unit(&self) -> &'static str {
        self.decisions.chart.unit()
    }

    /// What a point is of: "05-Mar-2026".
    pub fn label(&self, point: usize) -> String {
        self.weeks.get(point).map(|week| clinical_time::date(*week)).unwrap_or_default()
    }

    pub fn target(&self) -> Option<Target> {
        self.decisions.target()
    }

    /// What the latest point means.
    pub fn variation(&self) -> Option<Variation> {
        self.chart.variation()
    }

    /// Whether the process as it is will meet the target; `None` without a target, or without limits.
    pub fn assurance(&self) -> Option<Assurance> {
        self.chart.assurance(self.target()?.value, self.decisions.chart.better())
    }
}

impl BarChart {
    /// For each bar, what it and those before it make of the whole, from 0 to 1. Empty where that isn't shown, or where the
    /// whole is nothing and has no parts.
    pub fn running_shares(&self) -> Vec<f64> {
        let whole: f64 = self.bars.iter().map(|bar| bar.value).sum();
        if !self.has_running_share || whole <= 0.0 || self.bars.iter().any(|bar| bar.value < 0.0) {
            return Vec::new();
        }
        let so_far = self.bars.iter().scan(0.0, |sum, bar| {
            *sum += bar.value;
            Some((*sum / whole).min(1.0))
        });
        so_far.collect()
    }
}

impl Column {
    pub fn new(heading: impl Into<String>, kind: ColumnKind) -> Self {
        Self { heading: heading.into(), kind }
    }
}

impl Cell {
    /// Words, or nothing where there are none.
    pub fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Nothing } else { Self::Words(words) }
    }

    /// A number of things, however it was counted.
    pub fn count(count: impl TryInto<u64>) -> Self {
        count.try_into().map_or(Self::Nothing, Self::Count)
    }

    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    /// A part of a whole; nothing where the whole is nothing.
    pub fn share(part: impl TryInto<u32>, whole: impl TryInto<u32>) -> Self {
        match (part.try_into(), whole.try_into()) {
            (Ok(part), Ok(whole)) if whole > 0 => Self::Share(f64::from(part) / f64::from(whole)),
            _ => Self::Nothing,
        }
    }

    /// As a screen and a printed page show it: "1,200", "3.5", "42.0%", "05-Mar-2026", "*", "–".
    pub fn shown(&self) -> String {
        match self {
            Self::Nothing => "–".to_owned(),
            Self::Words(words) | Self::Link { words, .. } => words.clone(),
            Self::Count(count) => grouped(count),
            Self::Number(number) => grouped(format_args!("{number:.1}")),
            Self::Share(share) => format!("{:.1}%", share * 100.0),
            Self::Day(day) => clinical_time::date(*day),
            Self::Suppressed => Shown::Suppressed.to_string(),
        }
    }
}

impl Report {
    /// Each figure that the report shows, once, in their order: for a sheet of definitions.
    pub fn figures(&self) -> Vec<Figure> {
        let all: std::collections::BTreeSet<Figure> =
            self.sections.iter().flat_map(|section| &section.figures).copied().collect();
        all.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&[6.0, 3.0, 1.0], true, &[0.6, 0.9, 1.0])]
    #[case(&[6.0, 3.0, 1.0], false, &[])]
    #[case::of_nothing(&[0.0, 0.0], true, &[])]
    #[case::with_less_than_nothing(&[6.0, -3.0], true, &[])]
    fn bars_add_up_to_the_whole(#[case] values: &[f64], #[case] has_running_share: bool, #[case] shares: &[f64]) {
        let bars = values.iter().map(|value| Bar { label: String::new(), value: *value }).collect();
        let chart = BarChart { title: String::new(), unit: String::new(), bars, has_running_share };
        assert_eq!(chart.running_shares(), shares);
    }

    #[rstest]
    #[case(Cell::words(""), "–")]
    #[case(Cell::count(1_200_usize), "1,200")]
    #[case(Cell::count(-1_i64), "–")]
    #[case(Cell::Number(6.09), "6.1")]
    #[case(Cell::Number(9_122.04), "9,122.0")]
    #[case(Cell::share(1_u32, 8_u32), "12.5%")]
    #[case(Cell::share(0_u32, 0_usize), "–")]
    #[case(Cell::day("2026-03-05".parse().ok()), "05-Mar-2026")]
    #[case(Cell::Suppressed, "*")]
    fn cells_as_people_read_them(#[case] cell: Cell, #[case] shown: &str) {
        assert_eq!(cell.shown(), shown);
    }
}
