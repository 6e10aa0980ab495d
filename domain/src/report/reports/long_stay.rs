//! The long-stay report: how many, whether that is changing, and who (`domain.md` 6.2.1).

use chrono::NaiveDate;

use super::{most_first, real, table, verdict, weekly};
use crate::{
    count::{counted, grouped},
    length_of_stay::LongStay,
    report::{
        CensusRow, ChartDecisions, Figure, LengthBand,
        bands::LONG_STAYS,
        bed_days,
        document::{Bar, BarChart, Cell, Chart, ColumnKind, Section},
    },
    sentence::Names,
};

/// What the report is written from.
pub struct LongStays<'a> {
    /// Everybody here now, as asked for.
    pub now: &'a [CensusRow],
    /// The frozen counts of the same day last week, in the order of [`LONG_STAYS`], where there is a census.
    pub week_ago: Option<[u32; LONG_STAYS.len()]>,
    /// Those of 52 weeks ago, which is the same day of the week.
    pub year_ago: Option<[u32; LONG_STAYS.len()]>,
    /// The patients of 21 nights and more at each Monday's midnight, oldest first.
    pub weeks: &'a [(NaiveDate, u32)],
    /// The longest stay first.
    pub patients: Vec<LongStayPatient>,
    /// Everybody here who is excluded, the longest stay first.
    pub excluded: Vec<ExcludedPatient>,
    /// About [`ChartName::LongStays`](crate::report::ChartName).
    pub decisions: &'a ChartDecisions,
}

/// One patient of 21 nights and more.
pub struct LongStayPatient {
    pub row: CensusRow,
    /// Where they lie: "Cedar Ward, Bay A bed A1".
    pub place: String,
    /// Their name and page, for one who may see them.
    pub who: Option<(String, String)>,
    /// The open tasks with owner and age, most pressing first; for one who may see them.
    pub tasks: Vec<String>,
    pub next: Option<String>,
}

/// One patient who is not counted.
pub struct ExcludedPatient {
    pub row: CensusRow,
    /// As of a [`LongStayPatient`].
    pub place: String,
    pub who: Option<(String, String)>,
}

impl LongStays<'_> {
    pub fn sections(self, names: &impl Names) -> Vec<Section> {
        let mut sections = vec![self.counts(), self.by_length(), self.every_week(), self.by_ward(names)];
        sections.extend(self.left_out());
        sections.push(who(self.patients));
        sections.extend(who_is_left_out(self.excluded));
        sections
    }

    fn counts(&self) -> Section {
        let count = |rows: &[CensusRow], long| bed_days::long_stays(rows, long);
        let before = |counts: Option<[u32; LONG_STAYS.len()]>, long| {
            let of = LONG_STAYS.iter().position(|known| *known == long);
            counts.zip(of).map_or(Cell::Nothing, |(counts, of)| Cell::count(counts[of]))
        };
        let rows = LONG_STAYS.map(|long| {
            vec![
                Cell::words(format!("{} nights or more", long.least_days())),
                Cell::count(count(self.now, long)),
                before(self.week_ago, long),
                before(self.year_ago, long),
                Cell::count(bed_days::additional_bed_days(self.now, long)),
            ]
        });
        let longest = count(self.now, LongStay::TwentyOnePlus);
        let compared = [(self.week_ago, "a week ago"), (self.year_ago, "52 weeks ago")]
            .map(|(counts, when)| counts.map(|[.., before]| change(longest, before, when)));
        let compared: Vec<String> = compared.into_iter().flatten().collect();
        let here = format!("{} been here for 21 nights or more", counted(longest, "patient has", "patients have"));
        let sentence = if compared.is_empty() { format!("{here}.") } else { format!("{here}: {}.", compared.join(", ")) };
        Section {
            heading: "Now".to_owned(),
            words: vec![sentence],
            chart: None,
            table: table(
                [
                    ("Length of stay", ColumnKind::Words),
                    ("Now", ColumnKind::Count),
                    ("A week ago", ColumnKind::Count),
                    ("52 weeks ago", ColumnKind::Count),
                    ("Additional bed days now", ColumnKind::Count),
                ],
                rows.to_vec(),
            ),
            figures: vec![Figure::LongStays, Figure::LengthOfStay, Figure::AdditionalBedDays],
        }
    }

    fn by_length(&self) -> Section {
        let counted: Vec<&CensusRow> = self.now.iter().filter(|row| row.is_counted()).collect();
        let in_band = |band: LengthBand| counted.iter().filter(move |row| LengthBand::of(row.length_of_stay) == band);
        let rows = LengthBand::ALL.iter().map(|band| {
            let ready = in_band(*band).filter(|row| row.is_ready()).count();
            vec![
                Cell::words(format!("{} nights", band.label())),
                Cell::count(in_band(*band).count()),
                Cell::count(ready),
                Cell::share(ready, in_band(*band).count()),
            ]
        });
        let bars = LengthBand::ALL
            .iter()
            .map(|band| Bar { label: band.label().to_owned(), value: real(in_band(*band).count()) })
            .collect();
        let title = "Patients by nights in hospital".to_owned();
        Section {
            heading: "By length of stay".to_owned(),
            words: Vec::new(),
            chart: Some(Chart::Bars(BarChart { title, unit: "patients".to_owned(), bars, has_running_share: false })),
            table: table(
                [
                    ("Length of stay", ColumnKind::Words),
                    ("Patients", ColumnKind::Count),
                    ("No longer meet the criteria", ColumnKind::Count),
                    ("Of these patients", ColumnKind::Share),
                ],
                rows.collect(),
            ),
            figures: vec![Figure::LengthOfStay],
        }
    }

    fn every_week(&self) -> Section {
        let weeks: Vec<(NaiveDate, Cell)> = self.weeks.iter().map(|(week, count)| (*week, Cell::count(*count))).collect();
        let (chart, table) = weekly(&weeks, self.decisions);
        Section {
            heading: "Week by week".to_owned(),
            words: verdict(&chart),
            chart: Some(Chart::Xmr(chart)),
            table,
            figures: vec![Figure::LongStays, Figure::Census, Figure::ProcessLimits, Figure::SpecialCause, Figure::Assurance],
        }
    }

    fn by_ward(&self, names: &impl Names) -> Section {
        let wards = most_first(self.now.iter().filter(|row| row.is_counted() && row.length_of_stay >= 7).map(|row| &row.ward));
        let rows = wards.into_iter().map(|(ward, _)| {
            let here: Vec<CensusRow> = self.now.iter().filter(|row| row.ward == *ward).cloned().collect();
            let counts = LONG_STAYS.map(|long| Cell::count(bed_days::long_stays(&here, long)));
            std::iter::once(Cell::words(names.ward(ward))).chain(counts).collect()
        });
        Section {
            heading: "By ward".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table(
                [
                    ("Ward", ColumnKind::Words),
                    ("7 nights or more", ColumnKind::Count),
                    ("14 nights or more", ColumnKind::Count),
                    ("21 nights or more", ColumnKind::Count),
                ],
                rows.collect(),
            ),
            figures: vec![Figure::LongStays],
        }
    }

    /// Nobody is left out in silence.
    fn left_out(&self) -> Option<Section> {
        let sentences = self.now.iter().filter_map(|row| row.excluded.as_ref()).map(crate::report::Exclusion::sentence);
        let rows: Vec<_> =
            most_first(sentences).into_iter().map(|(why, count)| vec![Cell::words(why), Cell::count(count)]).collect();
        (!rows.is_empty()).then(|| Section {
            heading: "Not counted".to_owned(),
            words: Vec::new(),
            chart: None,
            table: table([("Why", ColumnKind::Words), ("Patients", ColumnKind::Count)], rows),
            figures: vec![Figure::LongStays],
        })
    }
}

/// "4 more than a week ago", "as many as a week ago".
fn change(now: u32, before: u32, when: &str) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Equal => format!("as many as {when}"),
        std::cmp::Ordering::Greater => format!("{} more than {when}", grouped(now - before)),
        std::cmp::Ordering::Less => format!("{} fewer than {when}", grouped(before - now)),
    }
}

/// The patient, for one who may see them.
pub(super) fn name(who: Option<(String, String)>) -> Cell {
    who.map_or(Cell::Nothing, |(words, href)| Cell::Link { words, href })
}

/// Each with the rule that leaves them out, so that a wrong record is found.
fn who_is_left_out(patients: Vec<ExcludedPatient>) -> Option<Section> {
    let rows = patients.into_iter().map(|ExcludedPatient { row, place, who }| {
        let why = row.excluded.as_ref().map(crate::report::Exclusion::sentence).unwrap_or_default();
        vec![name(who), Cell::words(place), Cell::count(row.length_of_stay), Cell::words(why)]
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| Section {
        heading: "Who is not counted".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("Place", ColumnKind::Words),
                ("Nights", ColumnKind::Count),
                ("Why", ColumnKind::Words),
            ],
            rows,
        ),
        figures: vec![Figure::LongStays],
    })
}

fn who(patients: Vec<LongStayPatient>) -> Section {
    let rows = patients.into_iter().map(|LongStayPatient { row, place, who, tasks, next }| {
        vec![
            name(who),
            Cell::words(place),
            Cell::count(row.length_of_stay),
            Cell::words(row.criteria.words()),
            Cell::day(row.ready_on),
            row.days_ready().map_or(Cell::Nothing, Cell::count),
            Cell::words(row.reason.map_or_else(String::new, |reason| reason.label().to_owned())),
            Cell::words(tasks.join("; ")),
            Cell::words(next.unwrap_or_default()),
        ]
    });
    Section {
        heading: "Who has been here for 21 nights or more".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("Place", ColumnKind::Words),
                ("Nights", ColumnKind::Count),
                ("Criteria to reside", ColumnKind::Words),
                ("Ready since", ColumnKind::Day),
                ("Days ready", ColumnKind::Count),
                ("Reason of delay today", ColumnKind::Words),
                ("Open tasks", ColumnKind::Words),
                ("Next step", ColumnKind::Words),
            ],
            rows.collect(),
        ),
        figures: vec![Figure::LengthOfStay, Figure::DelayDaysByReason],
    }
}
