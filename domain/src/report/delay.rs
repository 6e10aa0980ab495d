//! Delay days by the primary reason on that day (`domain.md` 3.7): never by the last reason of the stay.

use std::{cmp::Reverse, collections::BTreeMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CensusRow, Nights,
    bed_days::{self, ReadyAfterDischarge},
};
use crate::{DelayReasonCode, Stay, by_day, delay_reason::Family};

/// [`Figure::DelayDaysByReason`](super::Figure::DelayDaysByReason): so many nights for each reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayDays {
    pub by_reason: BTreeMap<DelayReasonCode, u32>,
    /// Nights for whose day no reason was confirmed.
    pub not_recorded: u32,
}

/// What a delay waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelayCause {
    /// Something is still to be decided or arranged: the three families that the national list calls process.
    Process,
    /// It is arranged, and not yet available.
    Capacity,
    /// The patient's own circumstances.
    Wellbeing,
}

/// A bar of a Pareto chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParetoBar {
    pub reason: DelayReasonCode,
    pub days: u32,
    /// Of all days with a reason, those of this bar and of the bars before it: up to 1.
    pub cumulative: f64,
}

impl Family {
    /// "Process against capacity" of [`Figure::DelayDaysByCause`](super::Figure::DelayDaysByCause).
    pub fn cause(self) -> DelayCause {
        match self {
            Self::HospitalProcess | Self::CareTransferHubProcess | Self::InterfaceProcess => DelayCause::Process,
            Self::Capacity => DelayCause::Capacity,
            Self::WellbeingConcerns => DelayCause::Wellbeing,
        }
    }
}

impl DelayDays {
    /// Of the rows of any number of censuses: each midnight at which a patient was ready, by the reason of the day that it
    /// ended. Counts earlier periods of being ready too, which the discharge ready date forgets.
    pub fn of_censuses<'a>(rows: impl IntoIterator<Item = &'a CensusRow>) -> Self {
        let nights = rows.into_iter().filter(|row| row.is_bed_day() && row.is_counted() && row.is_ready());
        nights.map(|row| row.reason).collect()
    }

    /// The same of nights that were added up.
    pub fn of_nights(nights: &Nights) -> Self {
        let mut found = Self::default();
        nights.bed_days().for_each(|bed_days| found.add(bed_days.alike.reason, bed_days.ready().part));
        found
    }

    fn add(&mut self, reason: Option<DelayReasonCode>, nights: u32) {
        match reason {
            _ if nights == 0 => {}
            Some(reason) => *self.by_reason.entry(reason).or_default() += nights,
            None => self.not_recorded += nights,
        }
    }

    /// Of one finished stay: the nights from the discharge ready date to the ward date of the discharge.
    pub fn of_stay(stay: &Stay, discharged: NaiveDate) -> Result<Self, ReadyAfterDischarge> {
        let nights = bed_days::nights_of_delay(stay, discharged)?;
        Ok(nights.map(|day| by_day::on(&stay.delays, day).map(|record| record.reason)).collect())
    }

    pub fn total(&self) -> u32 {
        self.by_reason.values().sum::<u32>() + self.not_recorded
    }

    /// The families that have any, in their national order.
    pub fn by_family(&self) -> BTreeMap<Family, u32> {
        self.by(DelayReasonCode::family)
    }

    /// Process, capacity and wellbeing, where there are any.
    pub fn by_cause(&self) -> BTreeMap<DelayCause, u32> {
        self.by(|code| code.family().cause())
    }

    fn by<K: Ord>(&self, group: impl Fn(DelayReasonCode) -> K) -> BTreeMap<K, u32> {
        let mut grouped = BTreeMap::new();
        for (code, days) in &self.by_reason {
            *grouped.entry(group(*code)).or_default() += days;
        }
        grouped
    }

    /// The reasons with the most days first; equal ones in their national order.
    pub fn pareto(&self) -> Vec<ParetoBar> {
        let mut bars: Vec<_> = self.by_reason.iter().map(|(reason, days)| (*reason, *days)).collect();
        bars.sort_by_key(|(_, days)| Reverse(*days));
        let all = f64::from(self.total() - self.not_recorded);
        let mut so_far = 0;
        bars.into_iter()
            .map(|(reason, days)| {
                so_far += days;
                ParetoBar { reason, days, cumulative: f64::from(so_far) / all }
            })
            .collect()
    }
}

/// One night each.
impl FromIterator<Option<DelayReasonCode>> for DelayDays {
    fn from_iter<I: IntoIterator<Item = Option<DelayReasonCode>>>(nights: I) -> Self {
        let mut days = Self::default();
        nights.into_iter().for_each(|reason| days.add(reason, 1));
        days
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, TimeDelta};
    use proptest::{collection, option, prelude::*, sample::select};
    use rstest::rstest;

    use super::*;
    use crate::{
        delay_reason::REASONS,
        london,
        report::{
            Exclusion, ExclusionRules,
            story::{at, day, ready, reason, stay, ward},
        },
    };

    fn code(text: &str) -> DelayReasonCode {
        text.parse().expect("a reason")
    }

    fn days(reasons: &str) -> DelayDays {
        reasons.split_whitespace().map(|text| text.parse().ok()).collect()
    }

    #[test]
    fn each_night_goes_to_the_reason_of_its_day_and_not_to_the_last() {
        let stay = ready(stay("2026-02-20T09:00:00Z"), &["n2026-03-02T10:00:00Z"]);
        let stay = reason(reason(reason(stay, "2026-03-02", "H5"), "2026-03-03", "I2"), "2026-03-05", "C2");
        let found = DelayDays::of_stay(&stay, day("2026-03-05")).expect("in order");
        assert_eq!(found, days("H5 I2 -"));
        assert_eq!(found.total(), 3);
    }

    #[test]
    fn nobody_who_left_when_ready_was_delayed() {
        let on_the_day = ready(stay("2026-02-20T09:00:00Z"), &["n2026-03-02T10:00:00Z"]);
        assert_eq!(DelayDays::of_stay(&on_the_day, day("2026-03-02")), Ok(DelayDays::default()));
        assert_eq!(DelayDays::of_stay(&stay("2026-02-20T09:00:00Z"), day("2026-03-02")), Ok(DelayDays::default()));
        let error = DelayDays::of_stay(&on_the_day, day("2026-03-01")).expect_err("a mistake");
        assert_eq!(error.to_string(), "the discharge ready date lies 1 day after the discharge");
    }

    #[rstest]
    #[case("H5 H5 X1 I4 C4 C4 C11 W1 -", &[(DelayCause::Process, 4), (DelayCause::Capacity, 3), (DelayCause::Wellbeing, 1)])]
    #[case("- -", &[])]
    fn process_stands_against_capacity(#[case] nights: &str, #[case] expected: &[(DelayCause, u32)]) {
        assert_eq!(days(nights).by_cause().into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_midnight_counts_and_a_morning_or_a_child_does_not() {
        let stay = reason(ready(stay("2026-02-20T09:00:00Z"), &["n2026-03-02T10:00:00Z"]), "2026-03-05", "H5");
        let row = |at_instant| CensusRow::of(&stay, &ward(), at(at_instant), &ExclusionRules::situation_report()).expect("a row");
        let midnight = row("2026-03-06T00:00:00Z");
        let child = CensusRow { excluded: Some(Exclusion::Age { years: 12, under: 18 }), ..midnight.clone() };
        assert_eq!(DelayDays::of_censuses(&[row("2026-03-05T08:00:00Z"), midnight, child]), days("H5"));
    }

    #[test]
    fn what_a_family_is_called_says_whether_it_is_process() {
        for listed in &REASONS {
            let family = listed.code.family();
            assert_eq!(family.words().ends_with("process"), family.cause() == DelayCause::Process, "{family:?}");
        }
    }

    #[test]
    fn the_pareto_starts_with_the_most() {
        let bars = days("X1 H5 H5 C4 C4 C4 C4 -").pareto();
        let found: Vec<_> = bars.iter().map(|bar| (bar.reason, bar.days, format!("{:.2}", bar.cumulative))).collect();
        let bar = |reason, days, cumulative: &str| (code(reason), days, cumulative.to_owned());
        assert_eq!(found, [bar("C4", 4, "0.57"), bar("H5", 2, "0.86"), bar("X1", 1, "1.00")]);
        assert_eq!(days("- -").pareto(), []);
    }

    proptest! {
        /// For a patient who stays ready, the censuses of each night and the finished stay agree, over both clock changes.
        #[test]
        fn the_censuses_and_the_finished_stay_agree(
            start in 0_u64..400, minute in 0_i64..1_440, reasons in collection::vec(option::of(select(vec!["H5", "I2", "C2", "W1"])), 0..40),
        ) {
            let first = day("2026-01-01") + Days::new(start);
            let mut stay = ready(stay("2025-12-01T09:00:00Z"), &["n2026-01-01T00:00:00Z"]);
            stay.reviews[0].reviewed_at = london::start_of(first) + TimeDelta::minutes(minute);
            let ready_on = stay.discharge_ready_date().expect("ready");
            for (on, text) in ready_on.iter_days().zip(&reasons) {
                if let Some(text) = text {
                    stay = reason(stay, &on.to_string(), text);
                }
            }
            let left = ready_on + Days::new(reasons.len() as u64);
            let rules = ExclusionRules::situation_report();
            let nights = first.iter_days().skip(1).take_while(|date| *date <= left);
            let rows: Vec<CensusRow> =
                nights.filter_map(|date| CensusRow::of(&stay, &ward(), london::start_of(date), &rules)).collect();
            prop_assert_eq!(Ok(DelayDays::of_censuses(&rows)), DelayDays::of_stay(&stay, left));
        }
    }
}
