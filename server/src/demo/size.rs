//! How large the demo hospital is, and how far back its history goes.

use super::wards::{self, DemoWard};

/// Which hospital is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum DemoSize {
    /// St Aldhelm's, a general hospital of 626 beds
    General,
    /// A large trust of 1,500 beds, with some 120,000 stays a year
    Large,
}

/// What sets one size apart from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// People who come on an ordinary day. With their mean stay they fill the beds.
    pub admissions_a_day: i64,
    /// Of these, those in a hundred who leave within a day or two, whatever their ward.
    pub brief: u32,
    /// In a hundred, those who have been here before.
    pub come_again: u32,
    /// Stays between somebody's first and next one: far more than are written at once, as a patient is one row.
    pub between: usize,
    /// Beds that are empty now, besides those that are kept for the sample list.
    pub empty_beds: usize,
}

impl DemoSize {
    /// The years of past stays where none are asked for.
    pub fn usual_years(self) -> u32 {
        match self {
            Self::General => 2,
            Self::Large => 10,
        }
    }

    /// A mean stay is seven days at the general hospital, and a little over four at the large one: more come for a day. There
    /// more come again too, since ten years of newcomers would outnumber the NHS numbers of the test range.
    pub(super) fn scale(self) -> Scale {
        match self {
            Self::General => Scale { admissions_a_day: 82, brief: 0, come_again: 11, between: 3_000, empty_beds: 38 },
            Self::Large => Scale { admissions_a_day: 330, brief: 44, come_again: 45, between: 12_000, empty_beds: 86 },
        }
    }

    pub(super) fn wards(self) -> Vec<DemoWard> {
        match self {
            Self::General => wards::wards(),
            Self::Large => wards::wards().into_iter().chain(wards::more_wards()).collect(),
        }
    }
}
