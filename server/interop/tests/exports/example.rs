//! The long-stay report of Severnside Hospitals, with something awkward in each of its parts.

use chrono::NaiveDate;
use domain::ChartDecisionId;
use domain::report::{
    ChartDecisions, ChartName, Figure, Report,
    chart::{ChartDecision, Decided, Target},
    document::{Bar, BarChart, Cell, Chart, Column, ColumnKind, Section, Table, XmrChart},
    xmr::{self, Better, Settings},
};

/// The worked example of `domain.md` 6.1, and a week that is out of the ordinary.
pub const WEEKS: [f64; 13] = [10., 12., 11., 13., 12., 14., 11., 12., 13., 12., 11., 13., 20.];

pub const REASONS: [(&str, u64); 3] = [
    ("Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)", 61),
    ("Awaiting a diagnostic test", 30),
    ("Awaiting medicines to take home", 9),
];

/// What a person may have written, and a spreadsheet must not run.
pub const FORMULA: &str = "=HYPERLINK(\"http://example.com\",\"Zoë\")";

pub fn report() -> Report {
    Report {
        title: "Long stays".to_owned(),
        asked: vec![("Ward".to_owned(), "Cedar Ward".to_owned()), ("To".to_owned(), "05-Mar-2026".to_owned())],
        counted_at: "2026-03-05T09:30:00Z".parse().expect("an instant"),
        by: "Grace Bell".to_owned(),
        sections: vec![weeks(), reasons(), patients()],
    }
}

/// Where a person, or another system, has written everything.
pub fn with_words_everywhere(words: &str) -> Report {
    let mut report = report();
    report.sections.iter_mut().for_each(|section| {
        words.clone_into(&mut section.heading);
        section.words = vec![words.to_owned()];
        section.table.columns.iter_mut().for_each(|column| words.clone_into(&mut column.heading));
        section.table.rows.iter_mut().flatten().for_each(|cell| *cell = Cell::Words(words.to_owned()));
    });
    Report { title: words.to_owned(), by: words.to_owned(), asked: vec![(words.to_owned(), words.to_owned())], ..report }
}

/// Of the first Thursday and those that follow it.
pub fn week(number: u64) -> NaiveDate {
    let first: NaiveDate = "2025-12-11".parse().expect("a date");
    first + chrono::Days::new(7 * number)
}

fn weeks() -> Section {
    let row = |(number, count): (u64, f64)| vec![Cell::Day(week(number)), Cell::Number(count), Cell::Share(count / 120.0)];
    Section {
        heading: "Patients here for 21 nights or more".to_owned(),
        words: vec!["20 on 05-Mar-2026, 7 more than a week before.".to_owned()],
        chart: Some(Chart::Xmr(XmrChart {
            weeks: (0..13).map(week).collect(),
            chart: xmr::Chart::of(&WEEKS, &[], &Settings { better: Better::Lower, ..Settings::default() }),
            decisions: ChartDecisions { chart: ChartName::LongStays, all: vec![target()] },
        })),
        table: Table {
            columns: vec![
                Column::new("Week", ColumnKind::Day),
                Column::new("Patients", ColumnKind::Number),
                Column::new("Of all patients", ColumnKind::Share),
            ],
            rows: (0..).zip(WEEKS).map(row).collect(),
        },
        figures: vec![Figure::LongStays, Figure::ProcessLimits],
    }
}

/// At most 18 patients, which is above the upper limit.
fn target() -> ChartDecision {
    let what = Decided::Target(Target { chart: ChartName::LongStays, value: 18.0 });
    let (id, by) = (ChartDecisionId::default(), "Grace Bell".to_owned());
    ChartDecision { id, what, at: "2026-03-01T09:30:00Z".parse().expect("an instant"), by, withdrawn: None }
}

fn reasons() -> Section {
    let bar = |(label, days): &(&str, u64)| Bar {
        label: (*label).to_owned(),
        value: f64::from(u32::try_from(*days).expect("a small number")),
    };
    Section {
        heading: "Delay days by reason".to_owned(),
        words: vec!["100 nights were lost.".to_owned(), "Six in ten waited for a bed.".to_owned()],
        chart: Some(Chart::Bars(BarChart {
            title: "Delay days by reason".to_owned(),
            unit: "bed days".to_owned(),
            bars: REASONS.iter().map(bar).collect(),
            has_running_share: true,
        })),
        table: Table {
            columns: vec![Column::new("Reason", ColumnKind::Words), Column::new("Bed days", ColumnKind::Count)],
            rows: REASONS.map(|(label, days)| vec![Cell::words(label), Cell::Count(days)]).to_vec(),
        },
        figures: vec![Figure::DelayDaysByReason],
    }
}

fn patients() -> Section {
    let zoe = Cell::Link { words: "Zoë O’Neill".to_owned(), href: "/stays/1".to_owned() };
    let ready = Cell::day("2026-02-27".parse().ok());
    Section {
        heading: "Who they are".to_owned(),
        words: Vec::new(),
        chart: None,
        table: Table {
            columns: [
                ("Patient", ColumnKind::Words),
                ("Nights", ColumnKind::Count),
                ("Ready since", ColumnKind::Day),
                ("Next step", ColumnKind::Words),
            ]
            .map(|(heading, kind)| Column::new(heading, kind))
            .to_vec(),
            rows: vec![
                vec![zoe, Cell::Count(1_234), ready, Cell::words(FORMULA)],
                vec![Cell::words("Łukasz 🙂"), Cell::Suppressed, Cell::Nothing, Cell::words("-2 + 3\nsecond line")],
            ],
        },
        figures: vec![Figure::LengthOfStay, Figure::Suppressed],
    }
}
