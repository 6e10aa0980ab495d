//! What somebody asks of a report: which one, over which days, and of which patients. It is all in the address, so that a
//! report can be sent to a colleague; it names no patient.

use std::{collections::BTreeSet, ops::RangeInclusive};

use chrono::{Datelike, Days, NaiveDate};

use super::{CensusRow, DischargeRow, WhichPatients};
use crate::{DelayReasonCode, Pathway, Problem, WardCode, clinical_time, hospital::WardName};

/// The reports there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ReportName {
    LongStay,
    Delays,
    Flow,
    Tasks,
    Quality,
}

impl ReportName {
    pub fn title(self) -> &'static str {
        match self {
            Self::LongStay => "Long stays",
            Self::Delays => "Delays",
            Self::Flow => "Flow",
            Self::Tasks => "Tasks",
            Self::Quality => "Data quality",
        }
    }

    /// What it answers, in one sentence.
    pub fn question(self) -> &'static str {
        match self {
            Self::LongStay => "Who has been here for 7, 14 or 21 days and more, and is that changing?",
            Self::Delays => "What do patients who are ready wait for, and how many beds does it take?",
            Self::Flow => "When do patients leave, where to, and as it was planned?",
            Self::Tasks => "How long do tasks take, whose are they, and which are late?",
            Self::Quality => "Which records are missing something that the figures need?",
        }
    }

    /// What is being counted, for somebody who waits for it.
    pub fn being_counted(self, asked: &Asked) -> String {
        let (from, to) = (clinical_time::date(asked.from), clinical_time::date(asked.to));
        match self {
            Self::LongStay => "the patients who are here, and the long stays of past weeks".to_owned(),
            Self::Delays => format!("the patients of each night from {from} to {to}, and what they waited for"),
            Self::Flow => format!("the discharges and the nights from {from} to {to}"),
            Self::Tasks => format!("the tasks of everybody who is here, and of those who left from {from} to {to}"),
            Self::Quality => "what is missing in the records of everybody who is here".to_owned(),
        }
    }

    /// What all of them are called in an address.
    pub fn words() -> Vec<&'static str> {
        <Self as strum::IntoEnumIterator>::iter().map(Into::into).collect()
    }

    /// The reports that the `report` fields of an address choose, in their order here; all of them where there is no such field.
    pub fn chosen<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Vec<Self>, Problem> {
        let asked = fields.into_iter().filter(|(name, _)| *name == "report");
        let asked = asked.map(|(_, value)| value.parse().map_err(|_| unknown("report", value)));
        let asked: BTreeSet<Self> = asked.collect::<Result<_, _>>()?;
        Ok(if asked.is_empty() { <Self as strum::IntoEnumIterator>::iter().collect() } else { asked.into_iter().collect() })
    }

    /// Whether it is about a period, rather than about now.
    pub fn has_period(self) -> bool {
        matches!(self, Self::Delays | Self::Flow | Self::Tasks)
    }
}

/// Which days and which patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub from: NaiveDate,
    /// Included.
    pub to: NaiveDate,
    pub site: Option<Site>,
    pub ward: Option<WardCode>,
    pub specialty: Option<String>,
    pub pathway: Option<Pathway>,
    pub local_authority: Option<String>,
    pub reason: Option<DelayReasonCode>,
}

/// A hospital of the trust, as its wards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    pub wards: BTreeSet<WardCode>,
}

/// What a report can be narrowed down to besides what is the same everywhere, each in the order of the alphabet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportChoices {
    pub sites: BTreeSet<String>,
    pub specialties: BTreeSet<String>,
    pub local_authorities: BTreeSet<String>,
}

impl Site {
    /// `None` where no ward is on a site of this name.
    pub fn named(name: &str, wards: &[WardName]) -> Option<Self> {
        let there = wards.iter().filter(|ward| ward.site.as_deref() == Some(name));
        let wards: BTreeSet<WardCode> = there.map(|ward| ward.code.clone()).collect();
        (!wards.is_empty()).then(|| Self { name: name.to_owned(), wards })
    }
}

/// Longest period that one report covers, in days.
const LONGEST: i64 = 3_660;

impl Asked {
    /// The four weeks before today, of everybody.
    pub fn lately(today: NaiveDate) -> Self {
        let to = today - Days::new(1);
        Self { from: to - Days::new(27), ..Self::everybody(to) }
    }

    /// One day, of everybody.
    pub fn everybody(day: NaiveDate) -> Self {
        Self { from: day, to: day, site: None, ward: None, specialty: None, pathway: None, local_authority: None, reason: None }
    }

    /// Reads the fields of an address, in a hospital of these wards. One that is empty or has another name asks for nothing; one
    /// that can't be read says what was expected.
    pub fn read<'a>(
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
        today: NaiveDate,
        wards: &[WardName],
    ) -> Result<Self, Problem> {
        let mut asked = Self::lately(today);
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
            let value = value.trim();
            match name {
                "from" => asked.from = read_day(value)?,
                "to" => asked.to = read_day(value)?,
                "site" => asked.site = Some(Site::named(value, wards).ok_or_else(|| unknown("site", value))?),
                "ward" => asked.ward = Some(value.parse().map_err(|_| unknown("ward", value))?),
                "specialty" => asked.specialty = Some(value.to_owned()),
                "pathway" => asked.pathway = Some(Pathway::read(value).ok_or_else(|| unknown("pathway", value))?),
                "authority" => asked.local_authority = Some(value.to_owned()),
                "reason" => asked.reason = Some(value.parse().map_err(|_| unknown("reason of delay", value))?),
                _ => {}
            }
        }
        let days = (asked.to - asked.from).num_days();
        if days < 0 {
            return Err(Problem::invalid("The first day is after the last one."));
        }
        if days > LONGEST {
            return Err(Problem::invalid("A report covers ten years at most. Please choose a shorter period."));
        }
        Ok(asked)
    }

    pub fn period(&self) -> RangeInclusive<NaiveDate> {
        self.from..=self.to
    }

    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    pub fn patients(&self) -> WhichPatients {
        let Self { site, ward, specialty, pathway, local_authority, reason, .. } = self.clone();
        WhichPatients { site: site.map(|site| site.name), ward, specialty, pathway, local_authority, reason }
    }

    /// Whether a row of a census is asked for.
    pub fn fits(&self, row: &CensusRow) -> bool {
        self.fits_group(&row.ward, row.specialty.as_deref(), row.local_authority.as_deref())
            && self.fits_night(row.pathway, row.reason)
    }

    /// Whether patients of a pathway, and of a reason of that night, are asked for.
    pub(super) fn fits_night(&self, pathway: Option<Pathway>, reason: Option<DelayReasonCode>) -> bool {
        self.fits_pathway(pathway) && self.reason.is_none_or(|asked| reason == Some(asked))
    }

    /// Whether a discharge is asked for. A reason of delay is of a day, and narrows no discharges down.
    pub fn fits_discharge(&self, row: &DischargeRow) -> bool {
        self.fits_group(&row.ward, row.specialty.as_deref(), row.local_authority.as_deref()) && self.fits_pathway(row.actual)
    }

    /// Whether patients of a ward, a specialty and a local authority are asked for.
    pub(super) fn fits_group(&self, ward: &WardCode, specialty: Option<&str>, local_authority: Option<&str>) -> bool {
        self.site.as_ref().is_none_or(|site| site.wards.contains(ward))
            && self.ward.as_ref().is_none_or(|asked| asked == ward)
            && self.specialty.as_deref().is_none_or(|asked| specialty == Some(asked))
            && self.local_authority.as_deref().is_none_or(|asked| local_authority == Some(asked))
    }

    pub(super) fn fits_pathway(&self, pathway: Option<Pathway>) -> bool {
        self.pathway.is_none_or(|asked| pathway == Some(asked))
    }

    /// The fields again, for an address: `from=2026-03-01&to=2026-03-28&ward=cedar-ward`.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("from", self.from.to_string()), ("to", self.to.to_string())];
        fields.extend(self.site.as_ref().map(|site| ("site", site.name.clone())));
        fields.extend(self.ward.as_ref().map(|ward| ("ward", ward.to_string())));
        fields.extend(self.specialty.as_ref().map(|specialty| ("specialty", specialty.clone())));
        fields.extend(self.pathway.map(|pathway| ("pathway", pathway.short().to_owned())));
        fields.extend(self.local_authority.as_ref().map(|authority| ("authority", authority.clone())));
        fields.extend(self.reason.map(|reason| ("reason", reason.to_string())));
        fields
    }

    /// As it is printed on the report, with the names behind the codes.
    pub fn in_words(&self, name: ReportName, ward_name: impl Fn(&WardCode) -> String) -> Vec<(String, String)> {
        let period = format!("{} to {}", clinical_time::date(self.from), clinical_time::date(self.to));
        let period = name.has_period().then(|| ("Period".to_owned(), period));
        let site = self.site.as_ref().map(|site| ("Site".to_owned(), site.name.clone()));
        let ward = self.ward.as_ref().map(|ward| ("Ward".to_owned(), ward_name(ward)));
        let specialty = self.specialty.as_ref().map(|specialty| ("Specialty".to_owned(), specialty.clone()));
        let pathway = self.pathway.map(|pathway| ("Pathway".to_owned(), pathway.short().to_owned()));
        let authority = self.local_authority.as_ref().map(|authority| ("Local authority".to_owned(), authority.clone()));
        let reason = self.reason.map(|reason| ("Reason of delay".to_owned(), reason.label().to_owned()));
        period.into_iter().chain(site).chain(ward).chain(specialty).chain(pathway).chain(authority).chain(reason).collect()
    }
}

/// A day as an address or a form has it. Years of no hospital are none: date arithmetic has an end.
pub fn read_day(text: &str) -> Result<NaiveDate, Problem> {
    let day: Option<NaiveDate> = text.trim().parse().ok().filter(|day: &NaiveDate| (1900..2200).contains(&day.year()));
    day.ok_or_else(|| Problem::invalid(format!("\u{201c}{text}\u{201d} is no day; one is written as 2026-03-05.")))
}

fn unknown(what: &str, value: &str) -> Problem {
    Problem::invalid(format!("There is no {what} \u{201c}{value}\u{201d}."))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn today() -> NaiveDate {
        "2026-03-29".parse().expect("a day")
    }

    fn wards() -> [WardName; 3] {
        [("cedar-ward", Some("St Aldhelm's")), ("oak-ward", Some("The Orchard")), ("elm-ward", None)].map(|(code, site)| {
            WardName { code: code.parse().expect("a code"), name: code.to_owned(), site: site.map(str::to_owned) }
        })
    }

    #[test]
    fn a_site_is_its_wards() {
        let asked = Asked::read([("site", "The Orchard")], today(), &wards()).expect("read");
        let fits = |ward: &str| asked.fits_group(&ward.parse().expect("a code"), None, None);
        assert_eq!([fits("cedar-ward"), fits("oak-ward"), fits("elm-ward")], [false, true, false]);
        let words = asked.in_words(ReportName::Quality, ToString::to_string);
        assert_eq!(words, [("Site".to_owned(), "The Orchard".to_owned())]);
    }

    #[test]
    fn without_a_word_it_is_the_last_four_weeks_of_everybody() {
        let asked = Asked::read([("from", ""), ("page", "2")], today(), &[]).expect("read");
        assert_eq!((asked.from.to_string().as_str(), asked.to.to_string().as_str()), ("2026-03-01", "2026-03-28"));
        assert_eq!(asked.days(), 28);
    }

    #[test]
    fn an_address_reads_back() {
        let fields = [
            ("from", "2026-01-01"),
            ("to", "2026-01-31"),
            ("site", "St Aldhelm's"),
            ("ward", "cedar-ward"),
            ("pathway", "P1"),
            ("authority", "Severnside"),
            ("reason", "C1"),
        ];
        let asked = Asked::read(fields, today(), &wards()).expect("read");
        let written = asked.fields();
        let again = Asked::read(written.iter().map(|(name, value)| (*name, value.as_str())), today(), &wards());
        assert_eq!(again, Ok(asked));
    }

    #[rstest]
    #[case::none_is_all(&[("from", "2026-01-01")], &["long-stay", "delays", "flow", "tasks", "quality"])]
    #[case::in_their_order_and_once(&[("report", "flow"), ("report", "delays"), ("report", "flow")], &["delays", "flow"])]
    fn a_pack_has_the_reports_that_are_chosen(#[case] fields: &[(&str, &str)], #[case] expected: &[&str]) {
        let chosen = ReportName::chosen(fields.iter().copied()).expect("read");
        assert_eq!(chosen.into_iter().map(<&str>::from).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_report_that_there_is_not_is_named() {
        let problem = ReportName::chosen([("report", "gossip")]).expect_err("refused");
        assert_eq!(problem.to_string(), "There is no report \u{201c}gossip\u{201d}.");
    }

    #[rstest]
    #[case(&[("from", "01/02/2026")], "is no day")]
    #[case(&[("from", "2026-02-30")], "is no day")]
    #[case(&[("from", "-262143-01-01")], "is no day")]
    #[case(&[("from", "2026-03-02"), ("to", "2026-03-01")], "The first day is after the last one.")]
    #[case(&[("from", "1999-01-01")], "ten years at most")]
    #[case(&[("pathway", "P9")], "There is no pathway")]
    #[case(&[("reason", "Z1")], "There is no reason of delay")]
    #[case(&[("ward", "../etc")], "There is no ward")]
    #[case(&[("site", "The Moon")], "There is no site")]
    fn what_can_t_be_read_says_what_was_expected(#[case] fields: &[(&str, &str)], #[case] words: &str) {
        let problem = Asked::read(fields.iter().copied(), today(), &wards()).expect_err("refused");
        assert!(problem.to_string().contains(words), "{problem}");
    }
}
