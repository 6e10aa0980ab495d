//! When patients leave, where to, and as it was planned (`domain.md` 6.2.7 to 6.2.11).

use chrono::{Days, NaiveDate};

use super::{added_up, monday_of, mondays, nights_missing, real, table, verdict, weekly};
use crate::{
    DayColour, Pathway,
    count::counted,
    report::{
        Asked, ChartDecisions, DischargeSums, Figure, Nights, Share,
        document::{Bar, BarChart, Cell, Chart, ColumnKind, Section},
    },
};

/// What the report is written from: who left on the period's days, and its nights.
pub struct Flow<'a> {
    pub asked: &'a Asked,
    pub discharges: &'a DischargeSums,
    pub nights: &'a Nights,
    /// About [`ChartName::BeforeNoon`](crate::report::ChartName).
    pub decisions: &'a ChartDecisions,
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Flow<'_> {
    pub fn sections(&self) -> Vec<Section> {
        vec![
            self.summary(),
            self.by_hour(),
            self.every_week(),
            self.by_weekday(),
            self.by_destination(),
            self.pathways(),
            self.expected(),
            self.days(),
            self.back_again(),
        ]
    }

    fn summary(&self) -> Section {
        let times = &self.discharges.times;
        let all = times.count();
        let a_day = f64::from(all) / real(self.asked.days().max(1));
        let ratio = times.weekend_ratio(&self.asked.period());
        let share = |words: &str, share: Share| vec![Cell::words(words), Cell::words(share.to_string())];
        Section {
            heading: "In all".to_owned(),
            words: vec![format!("{}, {a_day:.1} a day.", counted(all, "patient went home", "patients went home"))],
            chart: None,
            table: table(
                [("Figure", ColumnKind::Words), ("Of the period", ColumnKind::Words)],
                vec![
                    share("Before noon", times.before_noon()),
                    share("Before 17:00", times.before_five()),
                    vec![
                        Cell::words("Weekend day against weekday"),
                        ratio.map_or(Cell::Nothing, |ratio| Cell::words(format!("{ratio:.2}"))),
                    ],
                ],
            ),
            figures: vec![Figure::Discharges, Figure::BeforeNoon, Figure::BeforeFive, Figure::WeekendRatio],
        }
    }

    fn by_hour(&self) -> Section {
        let hours = self.discharges.times.by_hour;
        let label = |hour: usize| format!("{hour:02}:00");
        let title = "Discharges by hour of the day".to_owned();
        let bars = hours.iter().enumerate().map(|(hour, count)| Bar { label: format!("{hour:02}"), value: f64::from(*count) });
        let chart = BarChart { title, unit: "patients".to_owned(), bars: bars.collect(), has_running_share: false };
        let all = self.discharges.times.count();
        Section {
            heading: "By hour".to_owned(),
            words: Vec::new(),
            chart: Some(Chart::Bars(chart)),
            table: table(
                [("Hour from", ColumnKind::Words), ("Discharges", ColumnKind::Count), ("Of all", ColumnKind::Share)],
                hours
                    .iter()
                    .enumerate()
                    .map(|(hour, count)| vec![Cell::words(label(hour)), Cell::count(*count), Cell::share(*count, all)])
                    .collect(),
            ),
            figures: vec![Figure::DischargesByHour],
        }
    }

    /// Whole weeks with at least one discharge.
    fn every_week(&self) -> Section {
        let first = monday_of(self.asked.from + Days::new(6));
        let after = monday_of(self.asked.to + Days::new(1));
        let shares = self.discharges.times.before_noon_by_week();
        let share = |week| shares.get(&week)?.ratio();
        let weeks: Vec<(NaiveDate, Cell)> = mondays(first, after)
            .filter(|week| *week < after)
            .filter_map(|week| Some((week, Cell::Share(share(week)?))))
            .collect();
        let (chart, table) = weekly(&weeks, self.decisions);
        Section {
            heading: "Before noon, week by week".to_owned(),
            words: verdict(&chart),
            chart: Some(Chart::Xmr(chart)),
            table,
            figures: vec![Figure::BeforeNoon, Figure::ProcessLimits, Figure::SpecialCause, Figure::Assurance],
        }
    }

    fn by_weekday(&self) -> Section {
        let counts = self.discharges.times.by_weekday();
        let bars = WEEKDAYS.iter().zip(counts).map(|(day, count)| Bar { label: (*day).to_owned(), value: count.into() });
        let title = "Discharges by day of the week".to_owned();
        let chart = BarChart { title, unit: "patients".to_owned(), bars: bars.collect(), has_running_share: false };
        let rows = WEEKDAYS.iter().zip(counts).map(|(day, count)| vec![Cell::words(*day), Cell::count(count)]);
        Section {
            heading: "By day of the week".to_owned(),
            words: Vec::new(),
            chart: Some(Chart::Bars(chart)),
            table: table([("Day", ColumnKind::Words), ("Discharges", ColumnKind::Count)], rows.collect()),
            figures: vec![Figure::DischargesByWeekday, Figure::WeekendRatio],
        }
    }

    fn by_destination(&self) -> Section {
        let all = self.discharges.times.count();
        let rows = self.discharges.destinations.all().filter(|(_, count)| *count > 0).map(|(destination, count)| {
            let label = destination.national_label().unwrap_or(destination.words());
            vec![Cell::words(label), Cell::count(count), Cell::share(count, all)]
        });
        Section {
            heading: "By destination".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(
                [("Destination", ColumnKind::Words), ("Discharges", ColumnKind::Count), ("Of all", ColumnKind::Share)],
                rows.collect(),
            ),
            figures: vec![Figure::DischargesByDestination],
        }
    }

    fn pathways(&self) -> Section {
        let name = |pathway: Option<Pathway>| pathway.map_or("Not recorded", Pathway::short);
        let rows = self.discharges.pathways.iter().map(|(&(proposed, actual), &count)| {
            let as_proposed = if proposed.is_some() && proposed == actual { "as proposed" } else { "" };
            vec![Cell::words(name(proposed)), Cell::words(name(actual)), Cell::count(count), Cell::words(as_proposed)]
        });
        Section {
            heading: "Pathway proposed and actual".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(
                [
                    ("Proposed", ColumnKind::Words),
                    ("Actual", ColumnKind::Words),
                    ("Discharges", ColumnKind::Count),
                    ("", ColumnKind::Words),
                ],
                rows.collect(),
            ),
            figures: vec![Figure::PathwayMix],
        }
    }

    fn expected(&self) -> Section {
        let accuracy = self.discharges.expected;
        let whole = accuracy.accurate().whole;
        let line = |words: &str, count: u32| vec![Cell::words(words), Cell::count(count), Cell::share(count, whole)];
        Section {
            heading: "Against the expected date".to_owned(),
            words: vec![format!("{} on the expected date of discharge as it last stood.", accuracy.accurate())],
            chart: None,
            table: table(
                [("Discharge", ColumnKind::Words), ("Patients", ColumnKind::Count), ("Of those with a date", ColumnKind::Share)],
                vec![
                    line("Before the expected date", accuracy.early),
                    line("On the expected date", accuracy.on_the_day),
                    line("After the expected date", accuracy.late),
                    vec![Cell::words("No expected date"), Cell::count(accuracy.not_set), Cell::Nothing],
                ],
            ),
            figures: vec![Figure::ExpectedDischargeAccuracy],
        }
    }

    fn days(&self) -> Section {
        let all: u32 = self.nights.bed_days().map(|bed_days| bed_days.days).sum();
        let words = |colour: Option<DayColour>| {
            colour.map_or_else(|| "Nothing was said: counts as red".to_owned(), |colour| colour.to_string())
        };
        let rows = added_up(self.nights.bed_days().map(|bed_days| (words(bed_days.alike.colour), bed_days.days)))
            .into_iter()
            .map(|(colour, count)| vec![Cell::words(colour), Cell::count(count), Cell::share(count, all)]);
        Section {
            heading: "Red and green days".to_owned(),
            words: nights_missing(self.nights.counted, self.asked).into_iter().collect(),
            chart: None,
            table: table(
                [("Day", ColumnKind::Words), ("Bed days", ColumnKind::Count), ("Of all", ColumnKind::Share)],
                rows.collect(),
            ),
            figures: vec![Figure::RedAndGreenDays],
        }
    }

    /// Sending people home too early shows here.
    fn back_again(&self) -> Section {
        let [seven, thirty] = self.discharges.readmissions;
        let line = |words: &str, share: Share| {
            vec![Cell::words(words), Cell::count(share.part), Cell::count(share.whole), Cell::share(share.part, share.whole)]
        };
        Section {
            heading: "Back again".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(
                [
                    ("Readmitted", ColumnKind::Words),
                    ("Patients", ColumnKind::Count),
                    ("Of discharges", ColumnKind::Count),
                    ("Share", ColumnKind::Share),
                ],
                vec![line("Within 7 days", seven), line("Within 30 days", thirty)],
            ),
            figures: vec![Figure::Readmissions],
        }
    }
}
