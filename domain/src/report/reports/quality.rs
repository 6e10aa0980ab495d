//! What the records lack that the figures need (`domain.md` 6.2.13).

use chrono::{DateTime, Utc};

use super::table;
use crate::{
    Pathway, Stay, by_day,
    count::counted,
    criteria::CriteriaStatus,
    london,
    report::{
        Figure,
        document::{Cell, ColumnKind, Section},
    },
};

/// Something that a record lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Gap {
    NotReviewedToday,
    NoExpectedDischarge,
    NoPathway,
    NoReason,
    /// Nobody has recorded anything for so long that the patient may have left.
    Ghost,
}

/// Days without an entry after which a stay looks like one whose patient has left.
pub const GHOST_AFTER: i64 = 7;

/// A patient who is here, with when anything was last recorded of them.
pub struct Here<'a> {
    pub stay: &'a Stay,
    pub last_entry: DateTime<Utc>,
    /// Where they lie: "Cedar Ward, Bay A bed A1".
    pub place: String,
    /// Their name and page, for one who may see them.
    pub who: Option<(String, String)>,
}

impl Gap {
    pub fn words(self) -> &'static str {
        match self {
            Self::NotReviewedToday => "Criteria to reside not reviewed today",
            Self::NoExpectedDischarge => "No expected date of discharge",
            Self::NoPathway => "Ready, and no pathway",
            Self::NoReason => "Ready, and no reason of delay for today",
            Self::Ghost => "Nothing recorded for a week: is the patient still here?",
        }
    }

    /// The gaps of one stay.
    pub fn of(stay: &Stay, last_entry: DateTime<Utc>, now: DateTime<Utc>) -> Vec<Self> {
        let today = london::date(now);
        let is_ready = stay.criteria_status() == CriteriaStatus::NotMet;
        let pathway: Option<Pathway> = stay.pathways.current().map(|(_, pathway)| pathway);
        let is_missing = |gap| match gap {
            Self::NotReviewedToday => stay.reviews.last().is_none_or(|review| london::date(review.reviewed_at) < today),
            Self::NoExpectedDischarge => stay.expected_discharge.is_none(),
            Self::NoPathway => is_ready && pathway.is_none(),
            Self::NoReason => is_ready && by_day::on(&stay.delays, today).is_none(),
            Self::Ghost => (now - last_entry).num_days() >= GHOST_AFTER,
        };
        <Self as strum::IntoEnumIterator>::iter().filter(|gap| is_missing(*gap)).collect()
    }
}

/// The report: how many of each, and who.
pub fn sections(here: Vec<Here>, now: DateTime<Utc>) -> Vec<Section> {
    let found: Vec<(Here, Vec<Gap>)> = here
        .into_iter()
        .map(|here| {
            let gaps = Gap::of(here.stay, here.last_entry, now);
            (here, gaps)
        })
        .collect();
    let all = found.len();
    let counts = <Gap as strum::IntoEnumIterator>::iter().map(|gap| {
        let count = found.iter().filter(|(_, gaps)| gaps.contains(&gap)).count();
        vec![Cell::words(gap.words()), Cell::count(count), Cell::share(count, all)]
    });
    let counts = Section {
        heading: "What is missing".to_owned(),
        words: vec![format!("{} here now.", counted(u32::try_from(all).unwrap_or(u32::MAX), "patient is", "patients are"))],
        chart: None,
        table: table(
            [("What", ColumnKind::Words), ("Patients", ColumnKind::Count), ("Of all", ColumnKind::Share)],
            counts.collect(),
        ),
        figures: vec![Figure::DataQuality],
    };
    let who = found.into_iter().filter(|(_, gaps)| !gaps.is_empty()).map(|(here, gaps)| {
        let who = here.who.map_or(Cell::Nothing, |(words, href)| Cell::Link { words, href });
        let gaps = gaps.into_iter().map(Gap::words).collect::<Vec<_>>().join("; ");
        vec![who, Cell::words(here.place), Cell::day(Some(london::date(here.last_entry))), Cell::words(gaps)]
    });
    let who = Section {
        heading: "Where".to_owned(),
        words: Vec::new(),
        chart: None,
        table: table(
            [
                ("Patient", ColumnKind::Words),
                ("Place", ColumnKind::Words),
                ("Last entry", ColumnKind::Day),
                ("What is missing", ColumnKind::Words),
            ],
            who.collect(),
        ),
        figures: vec![Figure::DataQuality],
    };
    vec![counts, who]
}
