//! What was planned against what happened: the expected date, and the proposed pathway (`domain.md` 6.2.8, 6.2.10).

use std::collections::BTreeMap;

use super::DischargeRow;
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
    pub fn add(&mut self, discharge: AgainstExpected) {
        match discharge {
            AgainstExpected::Early(_) => self.early += 1,
            AgainstExpected::OnTheDay => self.on_the_day += 1,
            AgainstExpected::Late(days) => {
                self.late += 1;
                self.days_late += days;
            }
            AgainstExpected::NotSet => self.not_set += 1,
        }
    }

    pub fn append(&mut self, other: Self) {
        self.early += other.early;
        self.on_the_day += other.on_the_day;
        self.late += other.late;
        self.not_set += other.not_set;
        self.days_late += other.days_late;
    }

    /// On the day, of those who had a date.
    pub fn accurate(self) -> Share {
        Share { part: self.on_the_day, whole: self.early + self.on_the_day + self.late }
    }
}

/// [`Figure::PathwayMix`](crate::report::Figure::PathwayMix): how many were proposed the one and went on the other; `None`
/// for what was not recorded.
pub type PathwayMix = BTreeMap<(Option<Pathway>, Option<Pathway>), u32>;

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
        let [mut found, mut other] = [ExpectedDischargeAccuracy::default(); 2];
        let (some, others) = dates.split_at(2);
        some.iter().for_each(|date| found.add(row(*date).against_expected()));
        others.iter().for_each(|date| other.add(row(*date).against_expected()));
        found.append(other);
        let expected = ExpectedDischargeAccuracy { early: 1, on_the_day: 1, late: 2, not_set: 1, days_late: 6 };
        assert_eq!((found, found.accurate()), (expected, Share { part: 1, whole: 4 }));
    }
}
