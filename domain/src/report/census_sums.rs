//! A census added up: how many patients were alike in all that a report asks of a night. A report of years counts these
//! instead of every patient of every night, and finds the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Asked, CensusRow, bands::LONG_STAYS};
use crate::{DayColour, DelayReasonCode, Pathway, WardCode};

/// The sums of one census, over the rows that are counted: who is left out of the long-stay counts is in none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CensusSums(Vec<OfPlace>);

/// Of one ward, specialty and local authority, written down as `[ward, specialty, local authority, lines]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OfPlace(WardCode, Option<String>, Option<String>, Vec<Line>);

/// So many patients alike, written down as `[what is alike, patients, of at least 7, 14 and 21 nights]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Line(#[serde(with = "as_list")] Alike, u32, [u32; LONG_STAYS.len()]);

/// Patients, and of these those of at least 7, 14 and 21 nights, by what they have alike.
type Groups = BTreeMap<Alike, (u32, [u32; LONG_STAYS.len()])>;

/// Who has patients: the ward and specialty that look after them, and the council that answers for their social care.
pub(super) type Whose = (WardCode, Option<String>, Option<String>);

/// What patients of one ward, specialty and local authority have alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    pub pathway: Option<Pathway>,
    pub reason: Option<DelayReasonCode>,
    /// No longer meeting the criteria to reside.
    pub is_ready: bool,
    pub colour: Option<DayColour>,
}

impl CensusSums {
    /// Of the rows of one census.
    pub fn of<'a>(census: impl IntoIterator<Item = &'a CensusRow>) -> Self {
        let mut places: BTreeMap<(&WardCode, &Option<String>, &Option<String>), Groups> = BTreeMap::new();
        for row in census.into_iter().filter(|row| row.is_counted()) {
            let (patients, long) =
                places.entry((&row.ward, &row.specialty, &row.local_authority)).or_default().entry(Alike::of(row)).or_default();
            *patients += 1;
            *long = std::array::from_fn(|index| long[index] + u32::from(LONG_STAYS[index].includes(row.length_of_stay)));
        }
        let lines =
            |lines: BTreeMap<_, _>| lines.into_iter().map(|(alike, (patients, long))| Line(alike, patients, long)).collect();
        let place = |((ward, specialty, authority), groups): ((&WardCode, &Option<String>, &Option<String>), _)| {
            OfPlace(ward.clone(), specialty.clone(), authority.clone(), lines(groups))
        };
        Self(places.into_iter().map(place).collect())
    }

    /// [`Figure::LongStays`](super::Figure::LongStays) of those who are asked for, in the order of [`LONG_STAYS`].
    pub fn long_stays(&self, asked: &Asked) -> [u32; LONG_STAYS.len()] {
        let mut found = [0; LONG_STAYS.len()];
        for Line(_, _, long) in self.0.iter().flat_map(|place| place.lines(asked)) {
            found.iter_mut().zip(long).for_each(|(found, long)| *found += long);
        }
        found
    }

    /// Those who are asked for: whose patients they are, and the groups of them who are alike, with how many they are.
    pub(super) fn groups(self, asked: &Asked) -> impl Iterator<Item = (Whose, impl Iterator<Item = (Alike, u32)>)> {
        let places = self.0.into_iter().filter(|place| place.lines(asked).next().is_some());
        places.map(|OfPlace(ward, specialty, local_authority, lines)| {
            let lines = lines.into_iter().filter(|Line(alike, ..)| asked.fits_night(alike.pathway, alike.reason));
            ((ward, specialty, local_authority), lines.map(|Line(alike, patients, _)| (alike, patients)))
        })
    }
}

impl OfPlace {
    fn lines<'a>(&'a self, asked: &'a Asked) -> impl Iterator<Item = &'a Line> {
        let Self(ward, specialty, local_authority, lines) = self;
        let fits = asked.fits_group(ward, specialty.as_deref(), local_authority.as_deref());
        lines.iter().filter(move |Line(alike, ..)| fits && asked.fits_night(alike.pathway, alike.reason))
    }
}

impl Alike {
    pub(super) fn of(row: &CensusRow) -> Self {
        Self { pathway: row.pathway, reason: row.reason, is_ready: row.is_ready(), colour: row.colour }
    }
}

/// Without names: years of nights are kept of it.
mod as_list {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Alike;

    #[cfg_attr(target_pointer_width = "64", expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference"))]
    pub fn serialize<S: Serializer>(alike: &Alike, serializer: S) -> Result<S::Ok, S::Error> {
        (alike.pathway, alike.reason, alike.is_ready, alike.colour).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Alike, D::Error> {
        let (pathway, reason, is_ready, colour) = Deserialize::deserialize(deserializer)?;
        Ok(Alike { pathway, reason, is_ready, colour })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ExclusionRules, story};

    #[test]
    fn the_sums_of_a_night_are_short_and_read_back() {
        let ready = |admitted_at| story::ready(story::stay(admitted_at), &["n2026-03-03T10:00:00Z"]);
        let mut child = story::stay("2026-02-04T09:00:00Z");
        child.patient.born = Some(story::day("2018-01-01"));
        let stays = [ready("2026-02-09T09:00:00Z"), ready("2026-02-26T09:00:00Z"), story::stay("2026-03-01T09:00:00Z"), child];
        let rules = ExclusionRules::situation_report();
        let row = |stay| CensusRow::of(stay, &story::ward(), story::at("2026-03-06T00:00:00Z"), &rules);
        let sums = CensusSums::of(&stays.iter().filter_map(row).collect::<Vec<_>>());
        let written = serde_json::to_string(&sums).expect("writes");
        assert_eq!(
            written,
            r#"[["cedar","Care of the elderly",null,[[[null,null,false,null],1,[0,0,0]],[[null,null,true,null],2,[2,1,1]]]]]"#
        );
        assert_eq!(serde_json::from_str::<CensusSums>(&written).expect("reads"), sums);
        let asked = Asked::lately(story::day("2026-03-06"));
        assert_eq!(sums.long_stays(&asked), [2, 1, 1]);
        assert_eq!(sums.long_stays(&Asked { ward: "oak".parse().ok(), ..asked }), [0, 0, 0]);
    }
}
