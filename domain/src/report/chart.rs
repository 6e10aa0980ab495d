//! The charts over time that the reports have, and what a trust decides about one: its target, and from which week on it is
//! judged anew (`domain.md` 6.1: "rebase on request with reason note").
//!
//! A decision is about one chart of the patients that it was made for: what is right for the hospital says nothing of a ward.

mod decide;
mod decisions;
mod target;
mod typed;

use super::{Asked, ReportName, WhichPatients, document::ColumnKind, xmr::Better};

pub use decide::{Change, ChartStep};
pub use decisions::{ChartDecision, ChartDecisions, Decided, Withdrawn};
pub use target::Target;
pub use typed::TypedStep;

/// Each is one figure a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ChartName {
    LongStays,
    DelayDays,
    BeforeNoon,
}

impl ChartName {
    /// Where it stands.
    pub fn report(self) -> ReportName {
        match self {
            Self::LongStays => ReportName::LongStay,
            Self::DelayDays => ReportName::Delays,
            Self::BeforeNoon => ReportName::Flow,
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::LongStays => "Patients of 21 nights or more at each Monday's midnight",
            Self::DelayDays => "Delay days a week",
            Self::BeforeNoon => "Discharged before noon, share of each week's discharges",
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Self::LongStays => "patients",
            Self::DelayDays => "bed days",
            Self::BeforeNoon => "share of discharges",
        }
    }

    /// Which way the figure improves.
    pub fn better(self) -> Better {
        match self {
            Self::LongStays | Self::DelayDays => Better::Lower,
            Self::BeforeNoon => Better::Higher,
        }
    }

    /// Of the figure itself.
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::LongStays | Self::DelayDays => ColumnKind::Count,
            Self::BeforeNoon => ColumnKind::Share,
        }
    }

    /// The patients whose chart is seen by who asks this. A reason of delay narrows no discharges down.
    pub fn patients(self, asked: &Asked) -> WhichPatients {
        let which = asked.patients();
        match self {
            Self::LongStays | Self::DelayDays => which,
            Self::BeforeNoon => WhichPatients { reason: None, ..which },
        }
    }
}
