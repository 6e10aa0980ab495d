//! How a person has arranged the board for themselves: in which order the patients stand, which columns are left out, and
//! whether empty beds are.
//!
//! Bed, name and tasks always stand: a row without them could be taken for somebody else's, or for one with nothing to do.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::Stay;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLayout {
    #[serde(default)]
    pub order: RowOrder,
    #[serde(default)]
    pub hidden: BTreeSet<BoardColumn>,
    #[serde(default)]
    pub empty_beds: EmptyBeds,
}

/// Whether beds in which nobody lies have a row (`domain.md` 5.6, PAL-0660 and 0670).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmptyBeds {
    #[default]
    Shown,
    Hidden,
}

/// What the patients of a ward are sorted by.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RowOrder {
    /// As a nurse walks the ward.
    #[default]
    Bed,
    /// Who has been here longest comes first.
    LongestStay,
    /// Whose open task is due first, or is latest, comes first.
    NextDue,
    /// Who is expected to go home first comes first.
    ExpectedDischarge,
    Name,
}

/// A column that may be left out.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BoardColumn {
    Days,
    #[serde(rename = "edd")]
    #[strum(serialize = "edd")]
    ExpectedDischarge,
    Criteria,
    Pathway,
}

impl EmptyBeds {
    pub fn shown(is_shown: bool) -> Self {
        if is_shown { Self::Shown } else { Self::Hidden }
    }
}

impl RowOrder {
    pub fn words(self) -> &'static str {
        match self {
            Self::Bed => "Bed",
            Self::LongestStay => "Longest stay first",
            Self::NextDue => "Next task due first",
            Self::ExpectedDischarge => "Earliest expected date first",
            Self::Name => "Name",
        }
    }

    /// What a stay is sorted by. Those of whom it is not known come last; among equals the bed decides.
    pub fn key(self, stay: &Stay) -> (i64, String) {
        let unnamed = |key: Option<i64>| (key.unwrap_or(i64::MAX), String::new());
        match self {
            Self::Bed => unnamed(None),
            Self::LongestStay => unnamed(Some(stay.admitted_at.timestamp())),
            Self::NextDue => unnamed(stay.open_tasks().filter_map(|task| task.due).min().map(|due| due.timestamp())),
            Self::ExpectedDischarge => unnamed(stay.expected_discharge.map(|day| i64::from(day.num_days_from_ce()))),
            Self::Name => (0, stay.patient.name.to_string().to_uppercase()),
        }
    }
}

impl BoardColumn {
    pub fn words(self) -> &'static str {
        match self {
            Self::Days => "Days, and red or green",
            Self::ExpectedDischarge => "Expected date of discharge",
            Self::Criteria => "Criteria to reside",
            Self::Pathway => "Pathway",
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{PersonName, StayId};

    fn stay(family: &str, admitted: &str, expected: Option<&str>) -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        stay.patient.name = PersonName::new(family, "Jo", "Mx");
        stay.admitted_at = admitted.parse().expect("an instant");
        stay.expected_discharge = expected.map(|day| day.parse().expect("a day"));
        stay
    }

    #[rstest]
    #[case(RowOrder::Bed, ["Wren", "Ash", "lark"])]
    #[case(RowOrder::LongestStay, ["lark", "Wren", "Ash"])]
    #[case(RowOrder::ExpectedDischarge, ["Ash", "lark", "Wren"])]
    #[case(RowOrder::Name, ["Ash", "lark", "Wren"])]
    fn orders(#[case] order: RowOrder, #[case] expected: [&str; 3]) {
        let mut stays = [
            stay("Wren", "2026-03-02T09:00:00Z", None),
            stay("Ash", "2026-03-04T09:00:00Z", Some("2026-03-06")),
            stay("lark", "2026-02-01T09:00:00Z", Some("2026-03-07")),
        ];
        stays.sort_by_cached_key(|stay| order.key(stay));
        let families: Vec<_> = stays.iter().map(|stay| stay.patient.name.family.as_str()).collect();
        assert_eq!(families, expected);
    }

    #[test]
    fn a_layout_that_was_kept_before_there_were_more_choices_still_reads() {
        let layout: BoardLayout = serde_json::from_str(r#"{"hidden":["edd","pathway"]}"#).expect("a layout");
        assert_eq!(layout.order, RowOrder::Bed);
        assert_eq!(layout.hidden, BTreeSet::from([BoardColumn::ExpectedDischarge, BoardColumn::Pathway]));
        assert_eq!(layout.empty_beds, EmptyBeds::Shown);
    }
}
