//! What patients who are ready wait for, in bed days (`domain.md` 6.2.3 to 6.2.5).

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{monday_of, nights_missing, table, verdict, weekly};
use crate::{
    count::{counted, grouped},
    report::{
        Asked, BedDays, ChartDecisions, DelayBand, DelayDays, Figure, Nights, ReadyDateStatistics, Share, bed_days,
        delay::DelayCause,
        document::{Bar, BarChart, Cell, Chart, ColumnKind, Section},
    },
    sentence::Names,
};

const NIGHTS_OF_A_WEEK: u32 = 7;

/// What the report is written from: the period's nights, and who left on its days.
pub struct Delays<'a> {
    pub asked: &'a Asked,
    pub nights: &'a Nights,
    pub ready_dates: ReadyDateStatistics,
    /// About [`ChartName::DelayDays`](crate::report::ChartName).
    pub decisions: &'a ChartDecisions,
}

impl Delays<'_> {
    pub fn sections(&self, names: &impl Names) -> Vec<Section> {
        let by_ward = |of: &BedDays| names.ward(of.ward);
        let by_pathway = |of: &BedDays| of.alike.pathway.map_or("Not recorded", |pathway| pathway.short()).to_owned();
        let by_specialty = |of: &BedDays| of.specialty.unwrap_or("Not recorded").to_owned();
        let by_authority = |of: &BedDays| of.local_authority.unwrap_or("Not recorded").to_owned();
        let days = DelayDays::of_nights(self.nights);
        vec![
            self.summary(&days),
            self.by_reason(&days),
            self.by_family(&days),
            self.every_week(),
            self.by("By ward", "Ward", by_ward),
            self.by("By pathway", "Pathway", by_pathway),
            self.by("By specialty", "Specialty", by_specialty),
            self.by("By local authority", "Local authority", by_authority),
            self.ready_date(),
        ]
    }

    /// Over the nights that were counted: a night without a census is no empty hospital.
    fn beds(&self, bed_days: u32) -> Cell {
        bed_days::beds_equivalent(bed_days, self.nights.counted).map_or(Cell::Nothing, Cell::Number)
    }

    fn summary(&self, days: &DelayDays) -> Section {
        let total = days.total();
        let share = self.nights.avoidable_share();
        let beds = self.beds(total);
        let sentence = format!(
            "Patients who were ready spent {} here: as many as {} beds hold all the time, and {share} of all bed days.",
            counted(total, "night", "nights"),
            beds.shown()
        );
        let by_cause = days.by_cause();
        let cause = |cause, words: &str| {
            let days = by_cause.get(&cause).copied().unwrap_or_default();
            vec![Cell::words(words), Cell::count(days), self.beds(days), Cell::share(days, total)]
        };
        let not_recorded = vec![
            Cell::words("No reason recorded for the day"),
            Cell::count(days.not_recorded),
            self.beds(days.not_recorded),
            Cell::share(days.not_recorded, total),
        ];
        Section {
            heading: "In all".to_owned(),
            words: std::iter::once(sentence).chain(nights_missing(self.nights.counted, self.asked)).collect(),
            chart: None,
            table: table(
                delay_columns("What was waited for"),
                vec![
                    cause(DelayCause::Process, "Process: still to be decided or arranged"),
                    cause(DelayCause::Capacity, "Capacity: arranged, not yet available"),
                    cause(DelayCause::Wellbeing, "The patient's own circumstances"),
                    not_recorded,
                ],
            ),
            figures: vec![Figure::DelayDays, Figure::BedsEquivalent, Figure::AvoidableShare, Figure::DelayDaysByCause],
        }
    }

    fn by_reason(&self, days: &DelayDays) -> Section {
        let pareto = days.pareto();
        let bars = pareto.iter().map(|bar| Bar { label: bar.reason.short().to_owned(), value: bar.days.into() }).collect();
        let rows = pareto.iter().map(|bar| {
            let words = [Cell::words(bar.reason.label()), Cell::words(bar.reason.family().words())];
            words.into_iter().chain([Cell::count(bar.days), self.beds(bar.days), Cell::Share(bar.cumulative)]).collect()
        });
        let title = "Bed days by primary reason of delay".to_owned();
        Section {
            heading: "By reason".to_owned(),
            words: Vec::new(),
            chart: Some(Chart::Bars(BarChart { title, unit: "bed days".to_owned(), bars, has_running_share: true })),
            table: table(
                [
                    ("Reason", ColumnKind::Words),
                    ("Family", ColumnKind::Words),
                    ("Bed days", ColumnKind::Count),
                    ("Beds equivalent", ColumnKind::Number),
                    ("Running share", ColumnKind::Share),
                ],
                rows.collect(),
            ),
            figures: vec![Figure::DelayDaysByReason, Figure::BedsEquivalent],
        }
    }

    fn by_family(&self, days: &DelayDays) -> Section {
        let all = days.total() - days.not_recorded;
        let rows = days
            .by_family()
            .into_iter()
            .map(|(family, days)| vec![Cell::words(family.words()), Cell::count(days), self.beds(days), Cell::share(days, all)]);
        Section {
            heading: "By family of reasons".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(delay_columns("Family"), rows.collect()),
            figures: vec![Figure::DelayDaysByReason],
        }
    }

    /// Whole weeks alone, with a census of each night: a part of one would look like a fall.
    fn every_week(&self) -> Section {
        let first = monday_of(self.asked.from + Days::new(6));
        let after = monday_of(self.asked.to + Days::new(1));
        let mut weeks: BTreeMap<NaiveDate, (u32, u32)> =
            super::mondays(first, after).filter(|week| *week < after).map(|week| (week, (0, 0))).collect();
        for (day, ready) in self.nights.ready_by_day() {
            if let Some((nights, days)) = weeks.get_mut(&monday_of(day)) {
                *nights += 1;
                *days += ready;
            }
        }
        let asked_for = weeks.len();
        weeks.retain(|_, (nights, _)| *nights == NIGHTS_OF_A_WEEK);
        let left_out = weeks_left_out(asked_for - weeks.len());
        let weeks: Vec<_> = weeks.into_iter().map(|(week, (_, days))| (week, Cell::count(days))).collect();
        let (chart, table) = weekly(&weeks, self.decisions);
        Section {
            heading: "Week by week".to_owned(),
            words: verdict(&chart).into_iter().chain(left_out).collect(),
            chart: Some(Chart::Xmr(chart)),
            table,
            figures: vec![Figure::DelayDays, Figure::ProcessLimits, Figure::SpecialCause, Figure::Assurance],
        }
    }

    fn by(&self, heading: &str, column: &'static str, key: impl Fn(&BedDays) -> String) -> Section {
        let mut groups: BTreeMap<String, Share> = BTreeMap::new();
        for bed_days in self.nights.bed_days() {
            *groups.entry(key(&bed_days)).or_default() += bed_days.ready();
        }
        let mut groups: Vec<(String, Share)> = groups.into_iter().collect();
        groups.sort_by_key(|(_, ready)| std::cmp::Reverse(ready.part));
        let rows = groups.into_iter().map(|(name, Share { part: days, whole })| {
            vec![Cell::words(name), Cell::count(days), self.beds(days), Cell::share(days, whole)]
        });
        let columns = [
            (column, ColumnKind::Words),
            ("Bed days of delay", ColumnKind::Count),
            ("Beds equivalent", ColumnKind::Number),
            ("Of its bed days", ColumnKind::Share),
        ];
        Section {
            heading: heading.to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(columns, rows.collect()),
            figures: vec![Figure::DelayDays, Figure::AvoidableShare],
        }
    }

    /// Of another publication, with other people in it: said so, and never added to the rest.
    fn ready_date(&self) -> Section {
        let statistics = self.ready_dates;
        let all = statistics.discharges();
        let rows = DelayBand::ALL.iter().map(|band| {
            let count = statistics.in_band(*band);
            vec![Cell::words(format!("{} days", band.label())), Cell::count(count), Cell::share(count, all)]
        });
        let mean = |mean: Option<f64>| mean.map_or_else(|| "–".to_owned(), |days| format!("{days:.2}"));
        let words = vec![
            format!(
                "{} on the discharge ready date. Mean delay {} days, of those who were delayed {} days.",
                statistics.on_the_day(),
                mean(statistics.mean_delay()),
                mean(statistics.mean_delay_of_delayed())
            ),
            format!(
                "{} had no ready date, and {} one after the discharge: they are in no band.",
                grouped(statistics.not_recorded),
                grouped(statistics.ready_after_discharge)
            ),
        ];
        Section {
            heading: "From the ready date to the discharge".to_owned(),
            words,
            chart: None,
            table: table(
                [("Delay", ColumnKind::Words), ("Discharges", ColumnKind::Count), ("Of all", ColumnKind::Share)],
                rows.collect(),
            ),
            figures: vec![Figure::ReadyDateStatistics],
        }
    }
}

/// Says so where weeks are not shown: a night that nobody counted is no night without delays.
fn weeks_left_out(weeks: usize) -> Option<String> {
    match weeks {
        0 => None,
        1 => Some("1 week is left out: not every night of it has a census.".to_owned()),
        weeks => Some(format!("{weeks} weeks are left out: not every night of them has a census.")),
    }
}

fn delay_columns(first: &'static str) -> [(&'static str, ColumnKind); 4] {
    [
        (first, ColumnKind::Words),
        ("Bed days", ColumnKind::Count),
        ("Beds equivalent", ColumnKind::Number),
        ("Share", ColumnKind::Share),
    ]
}
