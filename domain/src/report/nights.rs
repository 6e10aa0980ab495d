//! The nights of a period, added up from the sums of their censuses.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Asked, CensusSums, Share,
    census_sums::{Alike, Whose},
    snapshot,
};
use crate::WardCode;

/// What a report counts of its nights: bed days of the patients who are asked for and are not left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nights {
    /// Of how many there is a census.
    pub counted: u32,
    bed_days: BTreeMap<Whose, BTreeMap<Alike, u32>>,
    ready_by_day: BTreeMap<NaiveDate, u32>,
}

/// So many bed days of patients who are alike.
#[derive(Debug, Clone, Copy)]
pub struct BedDays<'a> {
    pub ward: &'a WardCode,
    pub specialty: Option<&'a str>,
    pub local_authority: Option<&'a str>,
    pub alike: Alike,
    pub days: u32,
}

impl Nights {
    /// Adds the census at an instant, of those who are asked for. One of another hour than midnight holds no bed days.
    pub fn add(&mut self, at: DateTime<Utc>, sums: CensusSums, asked: &Asked) {
        if !snapshot::is_midnight(at) {
            return;
        }
        self.counted += 1;
        let ready = self.ready_by_day.entry(snapshot::day_counted(at)).or_default();
        for (whose, groups) in sums.groups(asked) {
            let of_place = self.bed_days.entry(whose).or_default();
            for (alike, patients) in groups {
                *ready += if alike.is_ready { patients } else { 0 };
                *of_place.entry(alike).or_default() += patients;
            }
        }
    }

    /// Adds nights that were counted apart.
    pub fn append(&mut self, other: Self) {
        self.counted += other.counted;
        for (whose, groups) in other.bed_days {
            let of_place = self.bed_days.entry(whose).or_default();
            groups.into_iter().for_each(|(alike, days)| *of_place.entry(alike).or_default() += days);
        }
        other.ready_by_day.into_iter().for_each(|(day, days)| *self.ready_by_day.entry(day).or_default() += days);
    }

    /// All bed days, alike ones together.
    pub fn bed_days(&self) -> impl Iterator<Item = BedDays<'_>> {
        self.bed_days.iter().flat_map(|((ward, specialty, local_authority), groups)| {
            let (specialty, local_authority) = (specialty.as_deref(), local_authority.as_deref());
            groups.iter().map(move |(alike, days)| BedDays { ward, specialty, local_authority, alike: *alike, days: *days })
        })
    }

    /// The bed days of patients who no longer met the criteria to reside, by the day on which the night began.
    pub fn ready_by_day(&self) -> impl Iterator<Item = (NaiveDate, u32)> {
        self.ready_by_day.iter().map(|(day, days)| (*day, *days))
    }

    /// [`Figure::AvoidableShare`](super::Figure::AvoidableShare).
    pub fn avoidable_share(&self) -> Share {
        self.bed_days().map(BedDays::ready).sum()
    }
}

impl BedDays<'_> {
    /// Of these, those of patients who no longer met the criteria to reside: all or none.
    pub fn ready(self) -> Share {
        Share { part: if self.alike.is_ready { self.days } else { 0 }, whole: self.days }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection, option, prelude::*, sample::select};
    use uuid::Uuid;

    use super::*;
    use crate::{
        DayColour, DelayReasonCode, Pathway, RedCause, StayId,
        criteria::CriteriaStatus,
        report::{
            CensusRow, DelayDays, Exclusion,
            bands::LONG_STAYS,
            bed_days,
            story::{at, day},
        },
    };

    /// Three midnights and a morning.
    const INSTANTS: [&str; 4] = ["2026-03-04T00:00:00Z", "2026-03-04T08:00:00Z", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"];

    fn codes<T: std::str::FromStr>(codes: &[&str]) -> Vec<T> {
        codes.iter().filter_map(|code| code.parse().ok()).collect()
    }

    fn row() -> impl Strategy<Value = CensusRow> {
        let place = (select(codes::<WardCode>(&["cedar", "oak"])), option::of(select(vec!["Stroke medicine", "Cardiology"])));
        let criteria = select(vec![CriteriaStatus::Met, CriteriaStatus::NotMet, CriteriaStatus::NotReviewed]);
        let pathway = option::of(select(vec![Pathway::P0, Pathway::P1, Pathway::P3]));
        let reason = option::of(select(codes::<DelayReasonCode>(&["H5", "C1"])));
        let colour = option::of(select(vec![DayColour::Green, DayColour::Red(RedCause::Other)]));
        let authority = option::of(Just("Severnside County".to_owned()));
        let stay = (0_u32..30, criteria, pathway, reason, colour, option::weighted(0.1, Just(Exclusion::Died)));
        (select(&INSTANTS[..]), place, authority, stay).prop_map(|(instant, (ward, specialty), local_authority, stay)| {
            let (length_of_stay, criteria, pathway, reason, colour, excluded) = stay;
            let admitted_on = day("2026-02-01");
            CensusRow {
                at: at(instant),
                stay: StayId(Uuid::nil()),
                ward,
                specialty: specialty.map(str::to_owned),
                local_authority,
                age: None,
                admitted_on,
                length_of_stay,
                criteria,
                reviewed_on: None,
                ready_on: None,
                pathway,
                reason,
                expected_discharge: None,
                colour,
                excluded,
            }
        })
    }

    fn asked() -> impl Strategy<Value = Asked> {
        let ward = option::of(select(codes::<WardCode>(&["cedar", "oak"])));
        let reason = option::weighted(0.2, select(codes::<DelayReasonCode>(&["H5", "C1"])));
        let specialty = option::weighted(0.3, Just("Cardiology".to_owned()));
        let local_authority = option::weighted(0.3, Just("Severnside County".to_owned()));
        (ward, specialty, option::weighted(0.3, Just(Pathway::P1)), local_authority, reason).prop_map(
            |(ward, specialty, pathway, local_authority, reason)| Asked {
                ward,
                specialty,
                pathway,
                local_authority,
                reason,
                ..Asked::lately(day("2026-03-07"))
            },
        )
    }

    proptest! {
        /// The rows are what the figures are defined on; the sums are only quicker.
        #[test]
        fn sums_say_what_the_rows_say(rows in collection::vec(row(), 0..60), asked in asked()) {
            let mut nights = Nights::default();
            for instant in INSTANTS.map(at) {
                let sums = CensusSums::of(rows.iter().filter(|row| row.at == instant));
                let of_night: Vec<CensusRow> =
                    rows.iter().filter(|row| row.at == instant && asked.fits(row)).cloned().collect();
                let long = LONG_STAYS.map(|long| bed_days::long_stays(&of_night, long));
                prop_assert_eq!(sums.long_stays(&asked), long);
                let mut night = Nights::default();
                night.add(instant, sums, &asked);
                nights.append(night);
            }
            let rows: Vec<CensusRow> = rows.into_iter().filter(|row| asked.fits(row)).collect();
            prop_assert_eq!(nights.counted, 3);
            prop_assert_eq!(nights.avoidable_share(), bed_days::avoidable_share(&rows));
            prop_assert_eq!(DelayDays::of_nights(&nights), DelayDays::of_censuses(&rows));
            let bed_days: Vec<&CensusRow> = rows.iter().filter(|row| row.is_bed_day() && row.is_counted()).collect();
            for (day, ready) in nights.ready_by_day() {
                let of_day = bed_days.iter().filter(|row| row.is_ready() && snapshot::day_counted(row.at) == day);
                prop_assert_eq!(ready, of_day.map(|_| 1).sum::<u32>());
            }
            for found in nights.bed_days() {
                let alike = bed_days.iter().filter(|row| {
                    let place = (&row.ward, row.specialty.as_deref(), row.local_authority.as_deref());
                    place == (found.ward, found.specialty, found.local_authority) && Alike::of(row) == found.alike
                });
                prop_assert_eq!(found.days, alike.map(|_| 1).sum::<u32>());
            }
            prop_assert_eq!(nights.bed_days().map(|found| found.days).sum::<u32>() as usize, bed_days.len());
        }
    }
}
