//! What was planned against what happened: the expected date, and the proposed pathway (`domain.md` 6.2.8, 6.2.10).

use std::collections::BTreeMap;

use super::{DischargeRow, counted};
use crate::{Pathway, report::Share};

/// How a discharge lies to its expected date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgainstExpected {
    /// So many days before.
    Early(u32),
    OnTheDay,
    /// So many days after.
    Late(u32),
    NotSet,
}

/// [`Figure::ExpectedDischargeAccuracy`](crate::report::Figure::ExpectedDischargeAccuracy), of those who had a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExpectedDischargeAccuracy {
    pub early: u32,
    pub on_the_day: u32,
    pub late: u32,
    /// Discharges without an expected date; not part of the whole.
    pub not_set: u32,
    /// By how many days the late ones were late, added up.
    pub days_late: u32,
}

impl DischargeRow {
    pub fn against_expected(&self) -> AgainstExpected {
        let Some(expected) = self.expected_discharge else {
            return AgainstExpected::NotSet;
        };
        let days = (self.discharged_on() - expected).num_days();
        let size = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
        match days {
            ..0 => AgainstExpected::Early(size),
            0 => AgainstExpected::OnTheDay,
            1.. => AgainstExpected::Late(size),
        }
    }
}

impl ExpectedDischargeAccuracy {
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> Self {
        counted(rows).fold(Self::default(), |mut accuracy, row| {
            match row.against_expected() {
                AgainstExpected::Early(_) => accuracy.early += 1,
                AgainstExpected::OnTheDay => accuracy.on_the_day += 1,
                AgainstExpected::Late(days) => {
                    accuracy.late += 1;
                    accuracy.days_late += days;
                }
                AgainstExpected::NotSet => accuracy.not_set += 1,
            }
            accuracy
        })
    }

    /// On the day, of those who had a date.
    pub fn accurate(self) -> Share {
        Share { part: self.on_the_day, whole: self.early + self.on_the_day + self.late }
    }
}

/// [`Figure::PathwayMix`](crate::report::Figure::PathwayMix): how many were proposed the one and went on the other; `None`
/// for what was not recorded.
pub fn pathway_mix<'a>(rows: impl IntoIterator<Item = &'a DischargeRow>) -> BTreeMap<(Option<Pathway>, Option<Pathway>), u32> {
    let mut mix = BTreeMap::new();
    for row in counted(rows) {
        *mix.entry((row.proposed, row.actual)).or_default() += 1;
    }
    mix
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        report::story::{day, discharge_row},
        stay::Destination,
    };

    /// Who left on 5 March, expected on a day.
    fn row(expected: Option<&str>) -> DischargeRow {
        let row = discharge_row("2026-03-05T14:00:00Z", Destination::HomeWithSupport, "2026-02-20T09:00:00Z");
        DischargeRow { expected_discharge: expected.map(day), ..row }
    }

    #[rstest]
    #[case::never_set(None, AgainstExpected::NotSet)]
    #[case::early(Some("2026-03-07"), AgainstExpected::Early(2))]
    #[case::as_expected(Some("2026-03-05"), AgainstExpected::OnTheDay)]
    #[case::late(Some("2026-02-28"), AgainstExpected::Late(5))]
    fn a_discharge_against_its_date(#[case] expected: Option<&str>, #[case] found: AgainstExpected) {
        assert_eq!(row(expected).against_expected(), found);
    }

    #[test]
    fn accuracy_is_of_those_who_had_a_date() {
        let dates = [None, Some("2026-03-07"), Some("2026-03-05"), Some("2026-02-28"), Some("2026-03-04")];
        let found = ExpectedDischargeAccuracy::of(&dates.map(row));
        let expected = ExpectedDischargeAccuracy { early: 1, on_the_day: 1, late: 2, not_set: 1, days_late: 6 };
        assert_eq!((found, found.accurate()), (expected, Share { part: 1, whole: 4 }));
    }

    #[test]
    fn who_was_proposed_one_pathway_and_went_on_another() {
        let proposed = |pathway| DischargeRow { proposed: pathway, ..row(None) };
        let found = pathway_mix(&[proposed(Some(Pathway::P2)), proposed(Some(Pathway::P2)), proposed(None)]);
        let expected = [((None, Some(Pathway::P1)), 1), ((Some(Pathway::P2), Some(Pathway::P1)), 2)];
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
    }
}
